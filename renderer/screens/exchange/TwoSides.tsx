import { go } from '../../state/navigation'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'

/** Records that two computers changed at the same time wait for a decision. */
export function TwoSides() {
  const query = useQuery('exchange.conflicts', { limit: 1 })
  const count = query.data?.total ?? query.data?.items.length ?? 0
  if (count === 0) return null
  return (
    <div className="note soon receipt-news">
      <div className="grow"><b>{`有 ${String(count)} 条记录两边都改过。`}</b>看一看，定下用哪一份。</div>
      <Button onClick={() => go({ screen: 'conflicts' })}>逐项看</Button>
    </div>
  )
}
