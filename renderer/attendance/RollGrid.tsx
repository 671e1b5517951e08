import type { KeyboardEvent } from 'react'
import type { DeputyRow } from '../../shared/contract/records'
import { Status } from '../ui/Status'
import { mark, stateOf, type Register, type Roll } from './roll'

interface RollGridProps {
  readonly people: readonly Pick<DeputyRow, 'mandate' | 'name' | 'note'>[]
  readonly roll: Roll
  readonly register: Register
  readonly onChange: (roll: Roll) => void
}

const steps: Readonly<Record<string, (columns: number) => number>> = { ArrowRight: () => 1, ArrowLeft: () => -1, ArrowDown: (columns) => columns, ArrowUp: (columns) => -columns }

/** Arrows move among the ticks of a grid, so that sixty names are not sixty presses of Tab. */
function moveFocus(event: KeyboardEvent<HTMLUListElement>): void {
  const { target, currentTarget: list } = event
  const step = steps[event.key]
  if (step === undefined || !(target instanceof HTMLInputElement)) return
  const ticks = [...list.querySelectorAll<HTMLInputElement>('input[type=checkbox]')]
  const columns = getComputedStyle(list).gridTemplateColumns.split(' ').length
  const next = ticks[ticks.indexOf(target) + step(columns)]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}

/** One cell a deputy. Unticking shows the ways of being absent in the same cell, without a menu. */
export function RollGrid({ people, roll, register, onChange }: RollGridProps) {
  const first = register.away[0]?.code ?? register.present
  return (
    <ul className={register.away.length > 2 ? 'roll-grid wide' : 'roll-grid'} aria-label="点名" onKeyDown={moveFocus}>
      {people.map((row) => {
        const state = stateOf(roll, register, row.mandate)
        const here = state === register.present
        return (
          <li key={row.mandate} className={here ? undefined : 'away'}>
            <label title={row.note === '' ? row.name : `${row.name} ${row.note}`}>
              <input
                type="checkbox"
                className="tick"
                checked={here}
                onChange={(event) => onChange(mark(roll, register, row.mandate, event.target.checked ? register.present : first))}
              />
              <span className="cut">{row.name}</span>
              {row.note !== '' && <span className="sm mut cut">{row.note}</span>}
            </label>
            {here ? <Status tone="done" quiet>出席</Status> : (
              <span className="roll-away" role="group" aria-label={`${row.name}没有出席`}>
                {register.away.map((one) => (
                  <button key={one.code} type="button" className={one.tone} aria-pressed={state === one.code} onClick={() => onChange(mark(roll, register, row.mandate, one.code))}>{one.word}</button>
                ))}
              </span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
