import { CalendarOutlined } from '@ant-design/icons'
import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { useOffice } from '../state/session'
import { Icon } from '../ui/Icon'
import { sayDate } from '../ui/say-date'
import { inputProps, textValue, type ControlProps } from './control-props'
import { readDate, type DatePrecision } from '../ui/read-date'

// Under the field where it fits, else over it, and never beyond the window's edge.
const placements = { bottomLeft: { points: ['tl', 'bl'], offset: [0, 4], overflow: { adjustX: true, adjustY: true, shiftY: true } } }

const isIso = (value: string): boolean => /^\d{4}-\d{2}(-\d{2})?$/u.test(value)

/** A date that is typed in any usual way or picked. Leaving the field shows it as 2025年3月8日; what cannot be read stays as typed. */
export function DateControl(props: ControlProps & { readonly precision: DatePrecision }) {
  const { value, precision, onChange, onLeave } = props
  const today = useOffice()?.today ?? dayjs().format('YYYY-MM-DD')
  const [typed, setTyped] = useState<string | null>(null)
  const [open, setOpen] = useState(false)
  const text = textValue(value)
  const shown = typed ?? (isIso(text) ? sayDate(text) : text)
  return (
    <div className="date-field">
      <input
        {...inputProps(props)}
        className="input"
        type="text"
        value={shown}
        placeholder={precision === 'month' ? '如 2025.3' : precision === 'either' ? '如 2025.3.8 或 2025.3' : '如 2025.3.8 或 3.8'}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange(event.target.value.trim() === '' ? null : (readDate(event.target.value, precision, today) ?? event.target.value))
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown' && event.altKey) {
            event.preventDefault()
            setOpen(true)
          }
        }}
        onBlur={() => {
          setTyped(null)
          onLeave?.()
        }}
      />
      <button type="button" aria-label={`从日历选${props.name ?? props.field.label}`} title="日历（Alt 加 ↓）" disabled={props.disabled} onClick={() => setOpen(true)}>
        <Icon of={CalendarOutlined} />
      </button>
      {open && (
        <DatePicker
          open
          autoFocus
          builtinPlacements={placements}
          picker={precision === 'month' ? 'month' : 'date'}
          value={isIso(text) ? dayjs(text.length === 7 ? `${text}-01` : text) : null}
          defaultPickerValue={dayjs(isIso(text) ? text.slice(0, 10) : today)}
          onOpenChange={setOpen}
          onChange={(picked) => {
            setTyped(null)
            onChange(picked === null ? null : picked.format(precision === 'month' ? 'YYYY-MM' : 'YYYY-MM-DD'))
            setOpen(false)
            document.getElementById(props.id)?.focus()
          }}
        />
      )}
    </div>
  )
}
