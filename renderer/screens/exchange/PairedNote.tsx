import type { ExchangeState } from '../../../shared/contract/exchange'

/** Paired, but the county has not admitted this computer yet. */
export function PairedNote({ paired, sent }: { readonly paired: NonNullable<ExchangeState['paired']>; readonly sent: boolean }) {
  return (
    <div className="note soon">
      <div className="grow">
        <b>{`已和${paired.county}配对，等县里准许。`}</b>
        {sent ? '包送到后县里会准许；他们的回执读进来就好了。' : '第一包会带上加入申请，现在就可以上报。'}
      </div>
    </div>
  )
}
