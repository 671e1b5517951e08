import { date, type Field } from '../../../shared/fields'
import { DateControl } from '../../fields/DateControl'
import { AntdScope } from '../../ui/antd-ahead'

const fields: Readonly<Record<'from' | 'to', Field>> = { from: date('开始日期', 'optional'), to: date('结束日期', 'optional') }

interface CustomDatesProps {
  readonly from: string
  readonly to: string
  readonly onChange: (period: { readonly from: string; readonly to: string }) => void
}

const isDay = (value: unknown): value is string => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/u.test(value)

/** Any two days. What cannot be read yet stays as typed and changes nothing. */
export default function CustomDates({ from, to, onChange }: CustomDatesProps) {
  return (
    <AntdScope>
      <span className="stats-dates">
        <DateControl id="stats-from" field={fields.from} precision="day" value={from} onChange={(value) => { if (isDay(value)) onChange({ from: value, to }) }} />
        <span className="mut">到</span>
        <DateControl id="stats-to" field={fields.to} precision="day" value={to} onChange={(value) => { if (isDay(value)) onChange({ from, to: value }) }} />
      </span>
    </AntdScope>
  )
}
