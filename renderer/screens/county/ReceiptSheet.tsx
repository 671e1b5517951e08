import type { PaperReceipt } from '../../../shared/contract/exchange'
import { Sheet } from '../../print/Sheet'
import { useLevel } from '../../state/level'
import { dayOfMoment, sayDate } from '../../ui/say-date'
import { shownCounts } from './package-words'

interface ReceiptSheetProps {
  readonly county: string
  readonly by: string
  readonly today: string
  readonly paper: PaperReceipt
}

/** The receipt on paper, for the town's binder: what was taken, the totals of both sides, what is to be mended, room for the stamp. */
export function ReceiptSheet({ county, by, today, paper }: ReceiptSheetProps) {
  const { theirs, own } = useLevel()
  const unequal = paper.totals.filter((row) => row.theirs !== row.ours).length
  return (
    <Sheet title={`${county.includes('人大') ? county : `${county}人大代工委`}数据接收回执`} lines={[`打印日期：${sayDate(today)}`, `经办人：${by}`]} signs={['接收单位（盖章）', '送交人签字', '日期']}>
      <table>
        <tbody>
          <tr><th>报送单位</th><td>{`${paper.name}（${paper.org}）`}</td></tr>
          <tr><th>上报包</th><td>{`第 ${String(paper.pseq)} 包，${sayDate(dayOfMoment(paper.made_at))}制作，校验码 ${paper.mark}`}</td></tr>
          <tr><th>接收日期</th><td>{sayDate(dayOfMoment(paper.received_at))}</td></tr>
          <tr><th>接收情况</th><td>{shownCounts(paper.counts).map(({ word, count }) => `${word} ${String(count)} 条`).join('，')}</td></tr>
          <tr><th>是否齐全</th><td>{paper.missing > 0 ? `还缺 ${String(paper.missing)} 条，请在下一包补上` : '齐全'}</td></tr>
        </tbody>
      </table>
      {paper.totals.length > 0 && (
        <>
          <h2>主要数字核对（当年截至制包之日）</h2>
          <table>
            <thead><tr><th>项目</th><th>单位</th><th className="num">{theirs}</th><th className="num">{`${own}里`}</th><th>相符</th></tr></thead>
            <tbody>
              {paper.totals.map((row) => (
                <tr key={row.indicator}><td>{row.name}</td><td>{row.unit}</td><td className="num">{row.theirs}</td><td className="num">{row.ours ?? '—'}</td><td>{row.theirs === row.ours ? '是' : '否，请核对'}</td></tr>
              ))}
            </tbody>
          </table>
          <p>{unequal === 0 ? '两边数字全部相符。' : `有 ${String(unequal)} 项不符：可能是之后又有改动，或这一包还不齐全。`}</p>
        </>
      )}
      {paper.issues.length > 0 && (
        <>
          <h2>{`请${theirs}改的`}</h2>
          <table>
            <thead><tr><th>记录</th><th>项目</th><th>意见</th><th>期限</th></tr></thead>
            <tbody>
              {paper.issues.map((issue, at) => (
                <tr key={at}><td className="words">{issue.title}</td><td>{issue.label ?? ''}</td><td>{issue.say}</td><td>{issue.due_on === undefined ? '尽快' : sayDate(issue.due_on)}</td></tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Sheet>
  )
}
