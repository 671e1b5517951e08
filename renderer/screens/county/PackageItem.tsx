import { useState } from 'react'
import type { ImportedFile } from '../../../shared/contract/exchange'
import { showSigns } from '../../../shared/parse/text'
import { call } from '../../api'
import { printSheet } from '../../print/print-sheet'
import { go } from '../../state/navigation'
import { notify, notifyFailure } from '../../state/notices'
import { useLevel } from '../../state/level'
import { useOffice } from '../../state/session'
import { labelOfType } from '../../state/type-words'
import { Button } from '../../ui/Button'
import { sayNumber } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { FaultDrawer } from '../exchange/FaultDrawer'
import { ApproveDialog } from './ApproveDialog'
import { PackageDrawer } from './PackageDrawer'
import { canImport, packageWords, shownCounts } from './package-words'
import { ReceiptSheet } from './ReceiptSheet'
import { choose, useStickDesk, writeReceipt, type StickItem } from './stick-desk'

interface PackageItemProps {
  readonly item: StickItem
  readonly busy: boolean
  /** It is being imported now. */
  readonly reading: boolean
  readonly today: string
}

/** One package: who, which, what it would change; a refused one cannot be ticked and says why in one sentence. */
export function PackageItem({ item, busy, reading, today }: PackageItemProps) {
  const { file } = item
  const [asking, setAsking] = useState(false)
  const [looking, setLooking] = useState(false)
  const office = useOffice()
  const level = useLevel()
  if (file === null) return <li className="package"><span className="package-tick" /><div className="grow mut cut">{`正在看 ${showSigns(item.name)}`}</div></li>
  const words = packageWords(file, today, level)
  const waits = file.code === 'awaiting-approval' && file.state === 'PREVIEWED' && !item.approved
  const name = file.from?.name ?? showSigns(item.name)
  const print = async (): Promise<void> => {
    const paper = await call('exchange.paper', { id: file.id ?? '' })
    if (paper.ok) await printSheet(<ReceiptSheet county={office?.name ?? ''} by={office?.by ?? ''} today={today} paper={paper.value} />)
    else notifyFailure(paper)
  }
  return (
    <li className="package">
      <span className="package-tick">
        {canImport(file) && !waits && (
          <input type="checkbox" className="tick" aria-label={`导入 ${name} 第 ${String(file.pseq ?? '')} 包`} checked={item.chosen} disabled={busy} onChange={(event) => choose(item.path, event.target.checked)} />
        )}
      </span>
      <div className="grow">
        <div className="row">
          <b className="cut" title={showSigns(item.name)}>{name}</b>
          {file.pseq !== undefined && <span className="mut nw">{`第 ${String(file.pseq)} 包`}</span>}
          <span className="grow" />
          {reading ? <Status tone="doing" box>正在导入</Status> : <Status tone={item.approved && file.state === 'PREVIEWED' ? 'done' : words.tone} box>{item.approved && file.state === 'PREVIEWED' ? '已准许' : words.tag}</Status>}
        </div>
        {file.counts !== undefined && (
          <div className="package-counts">
            {shownCounts(file.counts).map(({ key, word, count }) => (
              key === 'conflict' && count > 0 ? <Status key={key} tone="soon">{`${word} ${sayNumber(count)}`}</Status> : <span key={key}>{word} <b>{sayNumber(count)}</b></span>
            ))}
            {file.state === 'PREVIEWED' && file.by_type !== undefined && <button type="button" className="link package-print" onClick={() => setLooking(true)}>看明细</button>}
            {file.state === 'COMMITTED' && <button type="button" className="link package-print" onClick={() => void print()}>打印回执</button>}
          </div>
        )}
        {words.sentence !== '' && !(item.approved && file.state === 'PREVIEWED') && <div className={words.tone === 'idle' ? 'mut' : ''}>{words.sentence}</div>}
        <Conflicts file={file} />
        <Refused file={file} />
        <Elsewhere file={file} />
        {file.state === 'HELD' && file.from !== undefined && slipCodes.includes(file.code ?? '') && <ToTown from={file.from} />}
        {waits && <Button disabled={busy} onClick={() => setAsking(true)}>核对后准许</Button>}
        {file.state === 'DUPLICATE' && file.from !== undefined && !busy && <AgainReceipt town={file.from.org} name={file.from.name} />}
      </div>
      {looking && <PackageDrawer file={file} onClose={() => setLooking(false)} />}
      {asking && <ApproveDialog item={item} onClose={() => setAsking(false)} />}
    </li>
  )
}

/** Records that both sides changed, each with the way to decide. */
function Conflicts({ file }: { readonly file: ImportedFile }) {
  return (
    <>
      {(file.conflicts ?? []).slice(0, 3).map((one) => (
        <button key={one.id} type="button" className="link cut package-conflict" onClick={() => go({ screen: 'conflicts', id: one.id })}>{`${labelOfType(one.type)} ${one.title}：两边都改过，逐项看`}</button>
      ))}
    </>
  )
}

/** Records that were not taken, or would not be, while the others go in. */
function Refused({ file }: { readonly file: ImportedFile }) {
  const [open, setOpen] = useState(false)
  const faults = file.errors ?? []
  if (faults.length === 0) return null
  const total = Math.max(file.counts?.['error'] ?? 0, faults.length)
  return (
    <div className="package-elsewhere">
      {`有 ${String(total)} 条${file.state === 'COMMITTED' ? '没有收' : '不会收'}，别的照常。`}
      <button type="button" className="link" onClick={() => setOpen(true)}>看是哪些</button>
      {open && <FaultDrawer faults={faults} total={total} reader="county" onClose={() => setOpen(false)} />}
    </div>
  )
}

/** People whom another town has recorded too: to be asked about, counted once where they are upper-level deputies. */
function Elsewhere({ file }: { readonly file: ImportedFile }) {
  const { one: below } = useLevel()
  const people = file.elsewhere ?? []
  if (people.length === 0) return null
  const named = people.slice(0, 3).map((one) => `${one.name}（${one.town_name}）`).join('、')
  const total = file.elsewhere_total ?? people.length
  return <div className="package-elsewhere" title={people.map((one) => `${one.name} ${one.birth} ${one.town_name}`).join('\n')}>{`有 ${String(total)} 人别的${below}也登记了：${named}${total > 3 ? ' 等' : ''}。导入不受影响，请核对是不是同一人。`}</div>
}

/** Refused because of the slip that its computer used, or had none: the way to another one. */
const slipCodes: readonly string[] = ['unknown-device', 'invite-expired']

function ToTown({ from }: { readonly from: NonNullable<ImportedFile['from']> }) {
  const { each } = useLevel()
  return <Button onClick={() => go({ screen: 'towns', town: { code: from.org, name: from.name } })}>{`去${each}`}</Button>
}

/** The receipt of a package that was imported before may have been lost on the way. */
function AgainReceipt({ town, name }: { readonly town: string; readonly name: string }) {
  const dir = useStickDesk((desk) => desk.dir)
  const [busy, setBusy] = useState(false)
  const write = async (): Promise<void> => {
    if (dir === null) return
    setBusy(true)
    const receipt = await writeReceipt(dir, town, name)
    setBusy(false)
    if (receipt.failure !== null) notifyFailure(receipt.failure)
    else notify({ tone: 'done', text: `${name}的回执又写了一份` })
  }
  return <Button look="text" className="package-more" busy={busy} onClick={() => void write()}>再写一份回执</Button>
}
