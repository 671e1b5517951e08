import { useState } from 'react'
import { shanghaiToday } from '../../../shared/rules/calendar'
import type { ExchangeState } from '../../../shared/contract/exchange'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Drawer } from '../../ui/Drawer'
import { EmptyState } from '../../ui/EmptyState'
import { sayMoment, sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'

type Sent = ExchangeState['packages'][number]

const few = 4
const many = 8

/** What became of each package: taken in full, something to mend, no receipt yet. */
function PackageRow({ row, today }: { readonly row: Sent; readonly today: string }) {
  const back = row.state === 'CONFIRMED'
  return (
    <li>
      <div className="row">
        <b>{`第 ${String(row.pseq)} 包`}</b>
        <span className="grow" />
        {!back ? <Status tone="doing">等回执</Status> : row.issues > 0 ? <Status tone="soon">{`${String(row.issues)} 处要改`}</Status> : <Status tone="done">已收到</Status>}
      </div>
      <div className="sm mut row receipt-line">
        <span>{`${sayShortDate(shanghaiToday(new Date(row.made_at)), today)} 上报`}</span>
        {back && <span>{`接收 ${String(row.accepted)} 条`}</span>}
        {back && row.answered_on !== undefined && row.answered_on !== null && <span>{`${sayShortDate(row.answered_on, today)} 回执`}</span>}
      </div>
    </li>
  )
}

/** `roomy` = nothing else needs the page, so more of them have room. */
export function ReceiptList({ packages, restorable, today, roomy = false }: { readonly packages: readonly Sent[]; readonly restorable: string | null; readonly today: string; readonly roomy?: boolean }) {
  const shown = roomy ? many : few
  const [open, setOpen] = useState(false)
  return (
    <>
      <Card bare className="receipts" title="县里的回执" tools={packages.length > shown && <Button look="text" onClick={() => setOpen(true)}>{`全部 ${String(packages.length)} 包`}</Button>}>
        {packages.length === 0
          ? <EmptyState title="还没有上报过" hint="上报以后，县里的回执列在这里。" />
          : <ul className="receipt-rows">{packages.slice(0, shown).map((row) => <PackageRow key={row.id} row={row} today={today} />)}</ul>}
        {restorable !== null && <p className="receipt-foot sm mut">{`电脑坏了，县里能帮你恢复到 ${sayMoment(restorable, today)}`}</p>}
      </Card>
      {open && (
        <Drawer title="每一包的回执" onClose={() => setOpen(false)}>
          <ul className="receipt-rows all">{packages.map((row) => <PackageRow key={row.id} row={row} today={today} />)}</ul>
        </Drawer>
      )}
    </>
  )
}
