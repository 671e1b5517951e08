import type { ReactNode } from 'react'
import type { Data } from '../../../shared/fields'
import { ratingCount } from '../../../shared/records/rating-count'
import { Status } from '../../ui/Status'
import { ballots } from './tally'

/** The running check: ballots read out against those collected, those collected against those issued, in digits. */
export function TallyCheck({ data }: { readonly data: Data }) {
  const { read } = ratingCount(data)
  const parts = ballots.flatMap(({ key, word }) => (typeof data[key] === 'number' && data[key] > 0 ? [`${word} ${data[key]}`] : []))
  const sum = parts.length === 0 ? '还没有唱票' : `${parts.join(' ＋ ')} ＝ ${read} 张`
  return <SheetsCheck sum={sum} data={data} />
}

/** The same for any way of counting: `sum` in words, then the sheets, then what else is checked. */
export function SheetsCheck({ sum, data, children }: { readonly sum: string; readonly data: Data; readonly children?: ReactNode }) {
  const { issued, collected, left } = ratingCount(data)
  return (
    <div className="tally-check" role="status">
      <span>{sum}</span>
      {left !== null && (left === 0 ? <Status tone="done">{`与收回 ${collected} 张相符`}</Status> : left > 0 ? <Status tone="soon">{`收回 ${collected} 张，还有 ${left} 张没有唱`}</Status> : <Status tone="late">{`比收回的 ${collected} 张多 ${-left} 张`}</Status>)}
      {issued !== null && collected !== null && (collected <= issued ? <Status tone="done">{`收回 ${collected} ≤ 发出 ${issued}`}</Status> : <Status tone="late">{`收回 ${collected} 张，比发出的 ${issued} 张多`}</Status>)}
      {children}
    </div>
  )
}
