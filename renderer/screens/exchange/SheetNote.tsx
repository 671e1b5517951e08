import './exchange.css'
import { go } from '../../state/navigation'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'

/** Whether the sheet for another computer waits to be printed. */
export function useSheetWaits(): boolean {
  const sheet = useQuery('exchange.sheet', {}, { types: [] })
  return sheet.data !== null && sheet.data.key !== null
}

export const goPrintSheet = (): void => go({ screen: 'settings', part: 'safety' })

/** Until the recovery sheet is printed, the screens of the exchange say so. */
export function SheetNote() {
  if (!useSheetWaits()) return null
  return (
    <div className="note soon receipt-news">
      <div className="grow"><b>恢复单还没有打印。</b>电脑丢了、坏了要靠它。</div>
      <Button onClick={goPrintSheet}>去打印</Button>
    </div>
  )
}
