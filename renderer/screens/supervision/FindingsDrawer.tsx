import { useState } from 'react'
import type { Draft, RecordPage } from '../../../shared/contract/records'
import { intOf } from '../../../shared/facts'
import type { Failure } from '../../../shared/result'
import { call } from '../../api'
import { useDraft } from '../../state/drafts'
import { notifySaved } from '../../state/notices'
import { useKeys } from '../../state/use-keys'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Drawer } from '../../ui/Drawer'
import { ErrorBox } from '../../ui/ErrorBox'
import { problemSides, problemsOf, unnamed } from './findings'
import { problemId, Problems } from './Problems'

const draftType = 'step supervision findings'

interface FindingsDrawerProps {
  readonly page: RecordPage
  readonly onClose: () => void
}

/** Problems that come to light after the entry, several at once. */
export function FindingsDrawer(props: FindingsDrawerProps) {
  const drafts = useQuery('draft.list', { type: draftType }, { types: [] })
  if (drafts.loading) return null
  return <FindingsForm {...props} kept={drafts.data?.drafts.find((one) => one.record === props.page.record.id) ?? null} />
}

function FindingsForm({ page, onClose, kept }: FindingsDrawerProps & { readonly kept: Draft | null }) {
  const { record } = page
  const draft = useDraft({ type: draftType, record: record.id, ...(kept === null ? {} : { id: kept.id }), initial: kept?.data ?? { _label: '记问题' } })
  const [wrong, setWrong] = useState<number | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const rows = problemsOf(draft.values['rows'])
  const first = Math.max(0, ...(page.children.find((list) => list.type === 'finding')?.rows ?? []).map((row) => intOf(row.fields, 'no') ?? 0)) + 1
  const save = async (): Promise<void> => {
    const nameless = unnamed(rows)
    const side = problemSides(rows, first)
    if (busy) return
    if (nameless !== null || side.length === 0) {
      setWrong(nameless ?? 0)
      document.getElementById(problemId(nameless ?? 0))?.focus()
      return
    }
    setBusy(true)
    const answer = await call('record.quick', { type: 'supervision', id: record.id, fields: {}, side: side.map((one) => ({ ...one })), draft: draft.id })
    setBusy(false)
    if (!answer.ok) return setFailure(answer)
    draft.drop()
    notifySaved(`已记下 ${side.length} 个问题`, { id: answer.value.ids[0] ?? record.id })
    onClose()
  }
  useKeys({ 'Ctrl+s': () => void save() })
  return (
    <Drawer
      title="记问题"
      width={640}
      onClose={onClose}
      footer={<><span className="grow mut" style={{ alignSelf: 'center' }}>关闭也不会丢，下次接着填。</span><Button onClick={onClose}>先不记</Button><Button look="primary" busy={busy} title="Ctrl+S" onClick={() => void save()}>保存</Button></>}
    >
      <div className="rec-step">
        {failure !== null && <ErrorBox failure={failure} />}
        <Problems
          title="要记的问题"
          rows={rows} wrong={wrong} onLeave={draft.flush}
          onChange={(next) => {
            setWrong(null)
            draft.set('rows', next)
          }}
        />
      </div>
    </Drawer>
  )
}
