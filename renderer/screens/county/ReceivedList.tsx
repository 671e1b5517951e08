import type { ReceivedPackage } from '../../../shared/contract/exchange'
import { call } from '../../api'
import { printSheet } from '../../print/print-sheet'
import { notifyFailure } from '../../state/notices'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Loaded } from '../../ui/Loading'
import { sayMoment, sayNumber } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { ReceiptSheet } from './ReceiptSheet'

/** Packages that were taken in, each with its receipt on paper once more. Without `town`, those of all towns. */
export function ReceivedList({ town, limit }: { readonly town?: string; readonly limit: number }) {
  const received = useQuery('exchange.received', { ...(town === undefined ? {} : { town }), limit })
  return (
    <Loaded query={received}>
      {({ packages }) => (packages.length === 0
        ? <p className="mut received-none">还没有收到过。</p>
        : <ul className="received">{packages.map((one) => <Received key={one.id} one={one} named={town === undefined || packages.some(({ org }) => org !== one.org)} />)}</ul>)}
    </Loaded>
  )
}

const said = ({ new: fresh = 0, changed = 0, deleted = 0, error = 0 }: ReceivedPackage['counts']): string =>
  [['新增', fresh], ['修改', changed], ['删除', deleted], ['没有收', error]].flatMap(([word, count]) => (Number(count) > 0 ? [`${String(word)} ${sayNumber(Number(count))}`] : [])).join('，') || '没有新内容'

function Received({ one, named }: { readonly one: ReceivedPackage; readonly named: boolean }) {
  const office = useOffice()
  const print = async (): Promise<void> => {
    const paper = await call('exchange.paper', { id: one.id })
    if (paper.ok) await printSheet(<ReceiptSheet county={office?.name ?? ''} by={office?.by ?? ''} today={office?.today ?? ''} paper={paper.value} />)
    else notifyFailure(paper)
  }
  const title = `${named ? `${one.name} ` : ''}第 ${String(one.pseq)} 包`
  return (
    <li>
      <div className="row">
        <b className="cut">{title}</b>
        <span className="mut nw">{sayMoment(one.received_at, office?.today ?? '')}</span>
        <span className="grow" />
        {one.answered ? <Status tone="done">已写回执</Status> : <Status tone="soon">回执未写</Status>}
      </div>
      <div className="row sm">
        <span className="mut grow">{`${said(one.counts)}${one.missing > 0 ? `，当时还缺 ${sayNumber(one.missing)} 条` : ''}`}</span>
        <button type="button" className="link" aria-label={`打印回执：${title}`} onClick={() => void print()}>打印回执</button>
      </div>
    </li>
  )
}
