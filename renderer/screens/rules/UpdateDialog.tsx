import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract'
import { ruleName, ruleValue } from '../../../shared/text/rules'
import { useCommand } from '../../state/use-command'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { Loaded } from '../../ui/Loading'
import { ErrorBox } from '../../ui/ErrorBox'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { MovedList } from './MovedList'
import { notifyRules } from './done-notice'
import { useMoves } from './use-moves'

export type UpdateSource = { readonly file: string } | { readonly offer: string }

/** An update from a stick or a receipt: which rules would change and what that moves; adopted or refused, nothing by itself. */
export function UpdateDialog({ source, onClose, onDone }: { readonly source: UpdateSource; readonly onClose: () => void; readonly onDone: () => void }) {
  const query = useQuery('rules.update', source, { types: [] })
  const moves = useMoves()
  const adopt = useCommand('rules.update')
  const refuse = useCommand('rules.refuse')
  const [failed, setFailed] = useState(false)
  const take = async (title: string): Promise<void> => {
    const answer = await adopt.run({ ...source, adopt: true, move: moves.ids })
    setFailed(!answer.ok)
    if (!answer.ok) return
    notifyRules(`已采用“${title}”`, onDone)
    onDone()
    onClose()
  }
  const leave = async (): Promise<void> => {
    if ('offer' in source) await refuse.run({ offer: source.offer })
    onDone()
    onClose()
  }
  return (
    <Dialog
      title="规则更新" onClose={onClose}
      footer={
        <>
          <Button busy={refuse.busy} onClick={() => void leave()}>不采用</Button>
          <span className="grow" />
          <Button look="primary" busy={adopt.busy} disabled={query.data === null} onClick={() => { if (query.data !== null) void take(query.data.update.title) }}>采用</Button>
        </>
      }
    >
      <Loaded query={query} rows={5}>{(preview) => <Preview preview={preview} moves={moves} />}</Loaded>
      {failed && adopt.error !== null && <ErrorBox failure={adopt.error} />}
    </Dialog>
  )
}

function Preview({ preview, moves }: { readonly preview: OutputOf<'rules.update'>; readonly moves: ReturnType<typeof useMoves> }) {
  const { update, differences, holidays } = preview
  return (
    <>
      <p><b>{update.title}</b><span className="mut">{`　${[update.from, sayDate(update.issued_on)].filter(Boolean).join('，')}`}</span></p>
      {differences.length === 0 && <Status tone="done" quiet>里面的期限和人数，和现在的一样</Status>}
      {differences.length > 0 && (
        <table className="tbl rules">
          <thead><tr><th>规则</th><th>现在</th><th>改成</th><th>依据</th></tr></thead>
          <tbody>{differences.map(({ key, before, after }) => <tr key={key}><td className="wrap">{ruleName(key)}</td><td>{ruleValue(before)}</td><td><b>{ruleValue(after)}</b></td><td className="wrap">{`${after.who}　${after.source}`}</td></tr>)}</tbody>
        </table>
      )}
      {holidays.length > 0 && <p>{`放假安排：${holidays.map((table) => `${table.year}年`).join('、')}`}</p>}
      <MovedList moved={preview.moved} moves={moves} />
    </>
  )
}
