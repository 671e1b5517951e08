import './exchange.css'
import { go } from '../../state/navigation'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'

/** Until the recovery sheet is printed, the screens of the exchange say so. */
export function SheetNote() {
  const sheet = useQuery('exchange.sheet', {}, { types: [] })
  if (sheet.data === null || sheet.data.key === null) return null
  return (
    <div className="note soon receipt-news">
      <div className="grow"><b>恢复单还没有打印。</b>电脑丢了、坏了要靠它。</div>
      <Button onClick={() => go({ screen: 'settings', part: 'safety' })}>去打印</Button>
    </div>
  )
}
