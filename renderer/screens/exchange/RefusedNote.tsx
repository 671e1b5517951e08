import { useState } from 'react'
import { Button } from '../../ui/Button'
import { FaultDrawer, type Faults } from './FaultDrawer'
import { useRun } from './run'

/**
 * What did not go in on either side: records of a receipt that this computer refused, just now, and records that the county refused and that only
 * another computer of the town has. Those of this computer stand in 县里请你改的.
 */
export function RefusedNote({ lastRun, strays }: { readonly lastRun: { readonly faults: Faults; readonly total: number } | null; readonly strays: number }) {
  const read = useRun(({ run }) => (run.state === 'done' ? run.read : null))
  const [open, setOpen] = useState(false)
  const refused = read !== null && read.faultCount > 0 ? { faults: read.faults, total: read.faultCount } : lastRun
  return (
    <>
      {refused !== null && (
        <div className="note soon receipt-news">
          <div className="grow"><b>{`回执里有 ${String(refused.total)} 条没有读进来。`}</b>本镇的记录没有变，请告诉县里，请他们再写一份回执。</div>
          <Button onClick={() => setOpen(true)}>看是哪些</Button>
          {open && <FaultDrawer faults={refused.faults} total={refused.total} reader="receiver" onClose={() => setOpen(false)} />}
        </div>
      )}
      {strays > 0 && (
        <div className="note soon">
          <div><b>{`县里有 ${String(strays)} 条没有收，不在这台电脑上。`}</b>本镇还有别的电脑的，到那台上看“县里请你改的”；没有的，请打电话问县里。</div>
        </div>
      )}
    </>
  )
}
