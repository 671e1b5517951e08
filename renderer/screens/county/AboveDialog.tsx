import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract'
import type { AboveState } from '../../../shared/contract/exchange'
import { useLevel } from '../../state/level'
import { useOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'
import { sayNumber } from '../../ui/say-date'
import { Pairing } from '../exchange/Pairing'
import { SafeRemoval } from '../exchange/SafeRemoval'
import { StickLine } from '../exchange/StickLine'
import { usePlace } from '../exchange/use-place'

interface AboveDialogProps {
  readonly state: AboveState
  readonly onClose: () => void
  readonly onPaired: () => void
}

/** Pairs with the level above, then puts the figures of all offices below on the stick. */
export function AboveDialog({ state, onClose, onPaired }: AboveDialogProps) {
  const { above, each, own } = useLevel()
  const office = useOffice()
  const place = usePlace()
  const [withRecords, setWithRecords] = useState(false)
  const [made, setMade] = useState<(OutputOf<'exchange.rollup'> & { readonly stick: string | null }) | null>(null)
  const rollup = useCommand('exchange.rollup')
  if (above === '') return null
  if (state.paired === null) return <Dialog title={`和${above}里配对`} onClose={onClose} footer={<Button onClick={onClose}>先不配对</Button>}><Pairing to={above} onPaired={onPaired} /></Dialog>
  const to = place.place?.path
  const send = async (): Promise<void> => {
    if (to === undefined) return
    const answer = await rollup.run({ to, ...(withRecords ? { records: true } : {}) })
    if (answer.ok) setMade({ ...answer.value, stick: place.drives.some((drive) => drive.path === to) ? to : null })
  }
  const year = Number((office?.today ?? '').slice(0, 4))
  return (
    <Dialog
      title={`上报到${state.paired.name}`}
      onClose={onClose}
      footer={made === null
        ? (
          <>
            <Button onClick={onClose}>先不报</Button>
            <Button look="primary" disabled={to === undefined} busy={rollup.busy} onClick={() => void send()}>上报到 U 盘</Button>
          </>
        )
        : <Button look="primary" onClick={onClose}>好</Button>}
    >
      {made === null
        ? (
          <>
            <p>{`把${each}和全${own}的全部指标（${String(year - 1)}、${String(year)} 两年）写成一包，只报有变化的。`}</p>
            <StickLine state={place} />
            <label className="row">
              <input type="checkbox" className="tick" checked={withRecords} onChange={(event) => setWithRecords(event.target.checked)} />
              <span>{`连同${each}的记录一起报（只这一包；${above}里要求时才勾，会记入操作记录）`}</span>
            </label>
            <p className="mut">身份证号、电话和来访人姓名不在包里。</p>
          </>
        )
        : (
          <>
            <div className={made.file === null ? 'note idle' : 'note done'} role="status">
              {made.file === null ? <div><b>没有新的数字，没有做包。</b>{`${above}里都有了。`}</div> : <div><b>{`第 ${String(made.pseq)} 包已写好，${sayNumber(Object.values(made.counts).reduce((sum, n) => sum + n, 0))} 项。`}</b>{`请送到${state.paired.name}。`}</div>}
            </div>
            {made.stick !== null && made.file !== null && <SafeRemoval path={made.stick} />}
          </>
        )}
      {rollup.error !== null && <ErrorBox failure={rollup.error} />}
    </Dialog>
  )
}
