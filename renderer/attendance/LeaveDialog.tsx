import { useState } from 'react'
import type { DeputyRow } from '../../shared/contract/records'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { stateOf, type Register, type Roll } from './roll'

interface LeaveDialogProps {
  /** Those who did not come. */
  readonly people: readonly DeputyRow[]
  readonly roll: Roll
  readonly register: Register
  readonly onChange: (roll: Roll) => void
  readonly onClose: () => void
}

/** Why somebody was on leave, a line a person. */
export function LeaveDialog({ people, roll, register, onChange, onClose }: LeaveDialogProps) {
  const [reasons, setReasons] = useState(roll.reasons)
  return (
    <Dialog
      title="请假事由"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button look="primary" onClick={() => { onChange({ ...roll, reasons }); onClose() }}>记下</Button>
        </>
      }
    >
      <ul className="leave-list">
        {people.map((row) => {
          const word = register.away.find((one) => one.code === stateOf(roll, register, row.mandate))?.word ?? ''
          return (
            <li key={row.mandate}>
              <label htmlFor={`leave-${row.mandate}`}>{row.name}　<span className="mut">{word}</span></label>
              <input
                id={`leave-${row.mandate}`}
                className="input"
                maxLength={500}
                autoComplete="off"
                value={reasons[row.mandate] ?? ''}
                onChange={(event) => setReasons({ ...reasons, [row.mandate]: event.target.value })}
              />
            </li>
          )
        })}
      </ul>
      <p className="mut">不写也可以保存。</p>
    </Dialog>
  )
}
