import { useState } from 'react'
import { composing } from '../state/use-keys'
import { readDate } from './read-date'
import { sayDate } from './say-date'

interface DayInputProps {
  readonly id: string
  readonly label?: string
  /** `YYYY-MM-DD`, '' where empty. */
  readonly value: string
  readonly today: string
  readonly invalid?: boolean
  readonly onChange: (day: string) => void
}

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text)

/** A day typed in any usual way, without a calendar of its own: for pages that are painted without the component library. */
export function DayInput({ id, label, value, today, invalid = false, onChange }: DayInputProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <input
      id={id} className="input short" type="text" maxLength={20} placeholder="如 2025.3.8" aria-invalid={invalid} {...(label === undefined ? {} : { 'aria-label': label })}
      value={typed ?? (isDay(value) ? sayDate(value) : value)}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && !composing(event.nativeEvent)) event.currentTarget.blur()
      }}
      onBlur={() => {
        if (typed === null) return
        setTyped(null)
        onChange(typed.trim() === '' ? '' : readDate(typed, 'day', today) ?? typed)
      }}
    />
  )
}
