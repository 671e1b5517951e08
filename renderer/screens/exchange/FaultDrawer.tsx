import './exchange.css'
import type { ImportedFile } from '../../../shared/contract/exchange'
import { sayFault, type FaultReader } from '../../../shared/text/line-faults'
import { go } from '../../state/navigation'
import { labelOfType } from '../../state/type-words'
import { Drawer } from '../../ui/Drawer'

export type Faults = NonNullable<ImportedFile['errors']>

interface FaultDrawerProps {
  readonly faults: Faults
  /** How many there are, where not all are given. */
  readonly total: number
  readonly reader: FaultReader
  readonly onClose: () => void
}

/** Records of a package or receipt that were not taken, each with why; the others went in. */
export function FaultDrawer({ faults, total, reader, onClose }: FaultDrawerProps) {
  const reasons = [...new Set(faults.map((fault) => sayFault(fault, reader).next))]
  return (
    <Drawer title={`没有收的，${String(total)} 条`} onClose={onClose}>
      {reasons.map((next) => <p key={next} className="faults-next">{next}</p>)}
      <ul className="record-rows">
        {faults.map((fault) => <Fault key={fault.line} fault={fault} reader={reader} />)}
      </ul>
      {total > faults.length && <p className="sm mut faults-next">{`这里列出前 ${String(faults.length)} 条`}</p>}
    </Drawer>
  )
}

function Fault({ fault, reader }: { readonly fault: Faults[number]; readonly reader: FaultReader }) {
  const label = fault.type === '' ? '记录' : labelOfType(fault.type)
  const words = (
    <>
      <b className="cut" title={fault.title}>{fault.title === '' ? `${label}，包里第 ${String(fault.line)} 条` : `${label} ${fault.title}`}</b>
      <span className="sm mut">{sayFault(fault, reader).say}</span>
    </>
  )
  return <li>{fault.title === '' ? <div>{words}</div> : <button type="button" onClick={() => go({ screen: 'record', id: fault.uid, type: fault.type })}>{words}</button>}</li>
}
