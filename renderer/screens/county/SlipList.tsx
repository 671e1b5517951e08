import type { Slip } from '../../../shared/contract/exchange'
import { notify } from '../../state/notices'
import { useLevel } from '../../state/level'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { ErrorBox } from '../../ui/ErrorBox'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'

/** Slips of a town that no computer has used yet: each is for one computer, and a lost one can be withdrawn. */
export function SlipList({ slips, onChanged }: { readonly slips: readonly Slip[]; readonly onChanged: () => void }) {
  const { theirs } = useLevel()
  if (slips.length === 0) return null
  return (
    <>
      <h3 className="town-head">没用过的配对码</h3>
      <ul>{slips.map((slip) => <SlipRow key={slip.id} slip={slip} onChanged={onChanged} />)}</ul>
      <p className="sm mut slip-note">{`一张纸条管一台电脑，${theirs}的第一包导入、准许以后才算用过。丢了的、抄错的，在这里作废。`}</p>
    </>
  )
}

function SlipRow({ slip, onChanged }: { readonly slip: Slip; readonly onChanged: () => void }) {
  const withdraw = useCommand('exchange.withdraw-slip')
  const go = async (): Promise<void> => {
    const answer = await withdraw.run({ id: slip.id })
    if (!answer.ok) return
    notify({ tone: 'done', text: '已作废，拿着这张纸条的电脑不会再被准许' })
    onChanged()
  }
  return (
    <li className="device">
      <div className="row">
        <b className="grow cut">{`第 ${String(slip.no)} 张`}</b>
        {slip.expired ? <Status tone="late">已过期</Status> : <Status tone="doing">等第一包</Status>}
        <Button aria-label={`作废第 ${String(slip.no)} 张配对码`} busy={withdraw.busy} onClick={() => void go()}>作废</Button>
      </div>
      <div className="sm mut">{`${sayDate(slip.made_on)}做，${sayDate(slip.expires_on)}前有效`}</div>
      {withdraw.error !== null && <ErrorBox failure={withdraw.error} />}
    </li>
  )
}
