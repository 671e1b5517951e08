import type { DeputyRow } from '../../../shared/contract/records'
import { Status } from '../../ui/Status'
import { countOf, stateOf, type Marks, type Presence } from './attendance'

interface AttendanceGridProps {
  readonly people: readonly DeputyRow[]
  readonly marks: Marks
  readonly onMark: (mandate: string, state: Presence) => void
}

/** Everybody starts as 出席; unticking shows 请假 and 缺席 in the same cell, without a menu. */
export function AttendanceGrid({ people, marks, onMark }: AttendanceGridProps) {
  return (
    <>
      <div className="attendance">
        {people.map((row) => {
          const state = stateOf(marks, row.mandate)
          return (
            <div key={row.mandate} className={state === '1' ? 'who' : 'who away'}>
              <label><input type="checkbox" checked={state === '1'} onChange={(event) => { onMark(row.mandate, event.target.checked ? '1' : '2') }} /><span className="cut">{row.name}</span></label>
              {state === '1' ? <Status tone="done" quiet>出席</Status> : (
                <span className="away-pick" role="group" aria-label={`${row.name}没有出席`}>
                  <button type="button" aria-pressed={state === '2'} onClick={() => { onMark(row.mandate, '2') }}>请假</button>
                  <button type="button" aria-pressed={state === '3'} className="bad" onClick={() => { onMark(row.mandate, '3') }}>缺席</button>
                </span>
              )}
            </div>
          )
        })}
      </div>
      <p className="tally">应到 <b>{people.length}</b><Status tone="done">{`出席 ${String(countOf(people, marks, '1'))}`}</Status><Status tone="idle">{`请假 ${String(countOf(people, marks, '2'))}`}</Status><Status tone="late">{`缺席 ${String(countOf(people, marks, '3'))}`}</Status></p>
    </>
  )
}
