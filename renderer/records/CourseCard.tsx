import { statusLog } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import { Card } from '../ui/Card'
import { sayDate } from '../ui/say-date'
import { enteredLater } from './entered-later'
import { stepLabel } from './history-words'

/** The steps that a record has gone, with their own days. */
export function CourseCard({ record }: { readonly record: Rec }) {
  const rows = statusLog(record)
  if (rows.length === 0) return null
  const later = enteredLater(rows)
  return (
    <Card bare title="办理经过">
      <ol className="rec-course">
        {rows.map((row, index) => (
          <li key={index}>
            <span>{stepLabel(record.type, row.step)}</span>
            <span className="grow mut cut">{row.to !== row.from && row.to !== '' ? `→ ${row.to}` : ''}</span>
            <span className="mut nw">{index === 0 && later ? `${sayDate(row.event_on)}录入` : sayDate(row.event_on)}</span>
          </li>
        ))}
      </ol>
    </Card>
  )
}
