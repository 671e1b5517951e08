import type { Drive } from '../../../shared/contract/shell'
import { Button } from '../../ui/Button'
import { Progress } from '../../ui/Progress'
import { sayNumber } from '../../ui/say-date'
import { useLevel } from '../../state/level'
import { Status } from '../../ui/Status'
import { say } from '../../../shared/text'
import { SafeRemoval, useWasStick } from '../exchange/SafeRemoval'
import { canImport, shownCounts } from './package-words'
import { clearDesk, importChosen, stopImport, useStickDesk } from './stick-desk'

/** What pressing the button will do, in numbers; then how far it is; then what was done. */
export function StickFoot({ drives }: { readonly drives: readonly Drive[] }) {
  const desk = useStickDesk()
  if (desk.state === 'importing') {
    const name = desk.items.find((item) => item.path === desk.at)?.file?.from?.name ?? ''
    return (
      <div className="stick-foot">
        <Progress title={desk.done < desk.total ? `正在导入 ${name}` : '正在写回执'} done={desk.done} total={desk.total} words={`${String(desk.done)} / ${String(desk.total)} 个包`} onCancel={stopImport} stopping={desk.stopping} />
      </div>
    )
  }
  if (desk.state === 'done') return <Finished drives={drives} />
  const chosen = desk.items.filter((item) => item.chosen && canImport(item.file))
  const sum: Record<string, number> = {}
  for (const { file } of chosen) for (const [key, count] of Object.entries(file?.counts ?? {})) sum[key] = (sum[key] ?? 0) + count
  return (
    <>
      {chosen.length > 0 && (
        <div className="stick-sum">
          <b>{`合计 ${String(chosen.length)} 个包`}</b>
          {shownCounts(sum).map(({ key, word, count }) => (
            key === 'conflict' && count > 0 ? <Status key={key} tone="soon">{`${word} ${sayNumber(count)}`}</Status> : <span key={key}>{word} <b>{sayNumber(count)}</b></span>
          ))}
        </div>
      )}
      <div className="stick-foot">
        <Button look="primary" large className="grow" disabled={chosen.length === 0 || desk.state === 'looking'} onClick={() => void importChosen()}>
          {desk.state === 'looking' ? '正在看每个包…' : chosen.length === 0 ? '没有要导入的' : desk.dir === null ? `读回 ${String(chosen.length)} 个包` : `导入 ${String(chosen.length)} 个包，写回执`}
        </Button>
        <Button large onClick={clearDesk}>先不导</Button>
      </div>
    </>
  )
}

function Finished({ drives }: { readonly drives: readonly Drive[] }) {
  const { items, receipts, dir } = useStickDesk()
  const { theirs } = useLevel()
  const onStick = useWasStick(drives, dir)
  const taken = items.filter((item) => item.file?.state === 'COMMITTED').length
  const left = items.filter((item) => item.chosen && canImport(item.file)).length
  const broken = receipts.filter((receipt) => receipt.failure !== null)
  return (
    <div className="stick-foot done-foot">
      <div className="grow">
        <Status tone={taken > 0 ? 'done' : 'idle'}>{`导入了 ${String(taken)} 个包`}</Status>
        {left > 0 && <div>{`还有 ${String(left)} 个包没有导入。点“再看一遍”接着导，已导入的不会重复。`}</div>}
        {dir !== null && <div className="mut">{`回执写好 ${String(receipts.length - broken.length)} 份，随 U 盘带回${theirs}。`}</div>}
        {broken.map((receipt) => (
          <Status key={receipt.town} tone="late" quiet>{`${receipt.name}的回执没有写成：${receipt.failure === null ? '' : say(receipt.failure.code, receipt.failure.detail ?? {}).say}`}</Status>
        ))}
        {onStick && dir !== null && <SafeRemoval path={dir} />}
      </div>
      <Button large onClick={clearDesk}>好</Button>
    </div>
  )
}
