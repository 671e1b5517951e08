import type { KeyboardEvent } from 'react'
import { sayDate } from '../../ui/say-date'
import { addDays } from '../../../shared/rules/calendar'
import { weekWords, type Cell } from './month'

interface MonthGridProps {
  readonly weeks: readonly (readonly Cell[])[]
  readonly today: string
  readonly chosen: string
  readonly onChoose: (day: string) => void
}

const moves: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 }

/** Seven columns from Monday on; a day shows what is due and what happens, arrows move. */
export function MonthGrid({ weeks, today, chosen, onChoose }: MonthGridProps) {
  const move = (event: KeyboardEvent): void => {
    const by = event.altKey ? undefined : moves[event.key]
    if (by === undefined) return
    event.preventDefault()
    onChoose(addDays(chosen, by))
  }
  // a month of six weeks has lower cells; one line more would be cut in half
  const fits = weeks.length > 5 ? 2 : 3
  return (
    <table className="month" onKeyDown={move}>
      <thead><tr>{weekWords.map((word) => <th key={word} scope="col">{word}</th>)}</tr></thead>
      <tbody>
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map((cell) => <td key={cell.day}><Day cell={cell} today={today} on={cell.day === chosen} fits={fits} onChoose={onChoose} /></td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Day({ cell, today, on, fits, onChoose }: { readonly cell: Cell; readonly today: string; readonly on: boolean; readonly fits: number; readonly onChoose: (day: string) => void }) {
  const { day, inMonth, info, todos, events } = cell
  const late = day < today && todos.length > 0
  const items = [...todos.map((todo) => ({ id: todo.id, words: todo.title, kind: late ? 'late' : 'due' })), ...events.map((event) => ({ id: event.id, words: event.title, kind: 'event' }))]
  const shown = items.slice(0, items.length > fits ? fits - 1 : fits)
  const rest = items.length - shown.length
  const off = info?.kind === 'off' || info?.kind === 'weekend'
  return (
    <button
      type="button" tabIndex={on ? 0 : -1} aria-pressed={on} ref={(node) => { if (on && document.activeElement?.matches('.month .day') === true) node?.focus() }}
      className={`day${inMonth ? '' : ' other'}${off ? ' rest' : ''}${day === today ? ' now' : ''}${on ? ' on' : ''}`}
      onClick={() => onChoose(day)}
    >
      <span className="unseen">{`${sayDate(day)}${info?.kind === 'off' ? '，放假' : info?.kind === 'worked' ? '，调休上班' : ''}，到期${todos.length}件，安排${events.length}件`}</span>
      <span className="day-head">
        <b>{Number(day.slice(8))}</b>
        {day === today && <span className="day-now">今天</span>}
        {info?.kind === 'off' && <em className="off">休</em>}
        {info?.kind === 'worked' && <em>班</em>}
      </span>
      {shown.map((item) => <span key={item.id} className={`day-item cut ${item.kind}`}>{item.words}</span>)}
      {rest > 0 && <span className={`day-more${late ? ' late' : ''}`}>{shown.length === 0 ? `${rest} 件` : `另有 ${rest} 件`}</span>}
    </button>
  )
}
