import type { ExchangeState } from '../../../shared/contract/exchange'
import { useOffice } from '../../state/session'
import { Button } from '../../ui/Button'
import { goPrintSheet, useSheetWaits } from './SheetNote'

/** Paired, but the county has not admitted this computer yet; with what else is to be done on that day, so that the button stays on the screen. */
export function PairedNote({ paired, sent }: { readonly paired: NonNullable<ExchangeState['paired']>; readonly sent: boolean }) {
  const checkNo = useOffice()?.check_no
  const sheet = useSheetWaits()
  return (
    <div className="note soon receipt-news">
      <div className="grow">
        <b>{`已和${paired.county}配对，等县里准许。`}</b>
        {checkNo !== undefined && <>这台电脑的核对号是 <b className="nw">{checkNo}</b>，县里打电话来问，就念给他们听。</>}
        {paired.another === true && <>镇里原来的记录随县里的第一份回执回来，读了回执再开始记。</>}
        {sent ? '包送到后县里会准许；他们的回执读进来就好了。' : '第一包会带上加入申请，现在就可以上报。'}
        {sheet && <><b>恢复单还没有打印。</b>电脑丢了、坏了要靠它。</>}
      </div>
      {sheet && <Button onClick={goPrintSheet}>去打印</Button>}
    </div>
  )
}
