import { useState } from 'react'
import type { Field } from '../../../shared/fields'
import { voteResult } from '../../../shared/records/vote-result'
import { notVoting, voteDoubts } from '../../../shared/records/vote-sums'
import { vote as declaration } from '../../../shared/records/vote'
import { labelOf } from '../../../shared/codes'
import type { Failure } from '../../../shared/result'
import { call } from '../../api'
import { Fold } from '../../entry/Fold'
import { missingIn, saidAs } from '../../entry/use-entry'
import { FieldRow } from '../../fields/FieldRow'
import { errorsOf, type FieldErrors } from '../../records/form-fields'
import { useDraft } from '../../state/drafts'
import { useKeys } from '../../state/use-keys'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Drawer } from '../../ui/Drawer'
import { ErrorBox } from '../../ui/ErrorBox'
import { Status } from '../../ui/Status'
import { RuleLine, useRule } from './QuorumLine'
import { sayMajority } from './quorum-words'
import { countable, shownKeys, startVote, voteKeys, voteToSave, type VoteStart } from './vote-form'

interface VoteDrawerProps {
  readonly start: VoteStart
  readonly onClose: () => void
}

const draftType = 'step session vote'
const about = ({ item, vote }: VoteStart): string => item?.id ?? vote?.id ?? ''
/** Columns that do not fit beside the others, and those that a project has not. */
const { person: _person, elected: _elected, nominators: _nominators, ...ofPeople } = declaration.fields.candidates.items ?? {}
const { post: _post, nominated_by: _nominated, ...ofProjects } = ofPeople

/** The declared fields; people or projects by what the vote is. */
function fieldOf(key: (typeof voteKeys)[number], kind: unknown): Field {
  if (key !== 'candidates') return declaration.fields[key]
  const { candidates } = declaration.fields
  return kind === '3'
    ? { ...candidates, label: '项目', items: { ...ofProjects, name: { ...ofProjects['name'], label: '项目' } as Field } }
    : { ...candidates, label: '候选人', items: { ...ofPeople, name: { ...ofPeople['name'], label: '姓名' } as Field } }
}

/** One vote or election: its numbers, with what they mean while they are typed. What was typed and not saved is there again the next time. */
export function VoteDrawer(props: VoteDrawerProps) {
  const drafts = useQuery('draft.list', { type: draftType }, { types: [] })
  if (drafts.loading) return null
  const kept = drafts.data?.drafts.find((one) => one.record === props.start.session.id && one.data['_about'] === about(props.start))
  return <VoteForm {...props} kept={kept === undefined ? null : { id: kept.id, values: kept.data }} />
}

function VoteForm({ start, onClose, kept }: VoteDrawerProps & { readonly kept: { readonly id: string; readonly values: Readonly<Record<string, unknown>> } | null }) {
  const draft = useDraft({
    type: draftType, record: start.session.id, ...(kept === null ? {} : { id: kept.id }), initial: kept?.values ?? { _label: '记表决', _about: about(start), ...startVote(start) },
  })
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const rule = useRule('congress.majority')
  const { values } = draft
  const data = countable(values)
  const { main, more } = shownKeys(values)
  const doubts = voteDoubts(data)
  const silent = notVoting(data)
  const result = rule === null ? null : voteResult(data, rule)
  const byNames = main.includes('candidates')
  const said = sayMajority(byNames || typeof data['for_count'] !== 'number' ? null : data['for_count'], typeof data['total'] === 'number' ? data['total'] : null, rule)

  const save = async (): Promise<void> => {
    if (busy) return
    setFailure(null)
    const missing = missingIn(values, ['subject'])
    setErrors(missing)
    if (Object.keys(missing).length > 0) return document.getElementById('vote-subject')?.focus()
    setBusy(true)
    const input = voteToSave(values, start)
    const answer = await call('record.quick', { ...input, draft: draft.id })
    setBusy(false)
    if (!answer.ok) {
      const { fields, rest } = errorsOf(answer, (key) => (voteKeys as readonly string[]).includes(key))
      setErrors(fields)
      setFailure(rest)
      return
    }
    draft.drop()
    saidAs(answer.value, 'vote', `已记下表决${typeof answer.value.record.fields['result'] === 'string' ? `：${labelOf('vote.result', answer.value.record.fields['result'])}` : ''}`)
    onClose()
  }
  useKeys({ 'Ctrl+s': () => void save() })

  const row = (key: (typeof voteKeys)[number], autoFocus = false) => (
    <FieldRow
      key={key} id={`vote-${key}`} field={fieldOf(key, values['kind'])} value={values[key]} error={errors[key] ?? null} autoFocus={autoFocus}
      warning={doubts.find((doubt) => doubt.field === key)?.say ?? null} onChange={(value) => draft.set(key, value)} onLeave={draft.flush}
    />
  )
  return (
    <Drawer
      title={start.vote === null ? '记表决' : '改表决'}
      width={byNames ? 940 : 640}
      onClose={onClose}
      footer={
        <>
          <span className="grow mut" style={{ alignSelf: 'center' }}>{doubts.length > 0 ? '有数字对不上，也可以先存下来再查。' : '关闭也不会丢，下次接着填。'}</span>
          <Button onClick={onClose}>先不记</Button>
          <Button look="primary" busy={busy} title="Ctrl+S" onClick={() => void save()}>保存</Button>
        </>
      }
    >
      <div className="rec-step vote-form">
        {failure !== null && <ErrorBox failure={failure} />}
        {row('subject', start.item === null)}
        {row('kind')}
        {row('method')}
        <div className="vote-numbers">{main.filter((key) => key !== 'candidates').map((key) => row(key))}</div>
        {byNames && row('candidates')}
        <div className="vote-says">
          {silent !== null && typeof data['present'] === 'number' && <p>{`出席 ${data['present']} 人，其中未投票 ${silent} 人。`}</p>}
          <RuleLine label="过半数" said={said} entry={rule} open={byNames || typeof data['for_count'] !== 'number'} />
          {result !== null && <p>按计票：<Status tone={result === '1' || result === '3' ? 'done' : result === '5' ? 'soon' : 'late'}>{labelOf('vote.result', result)}</Status></p>}
        </div>
        <Fold count={more.length} forced={more.some((key) => errors[key] !== undefined)}>{more.map((key) => row(key))}</Fold>
      </div>
    </Drawer>
  )
}
