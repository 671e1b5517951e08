import { useId } from 'react'

interface SegmentedProps<T extends string> {
  readonly label: string
  readonly options: readonly { readonly value: T; readonly label: string }[]
  readonly value: T | null
  readonly onChange: (value: T) => void
  /** Pressing the chosen one again, or Delete, empties it; absent = one must be chosen. */
  readonly onClear?: () => void
  readonly id?: string
  readonly invalid?: boolean
  readonly disabled?: boolean
  readonly describedBy?: string
  /** The chosen one has the focus, or the first. */
  readonly autoFocus?: boolean
}

/** A few words of which one is chosen: radio buttons, so arrows move and a screen reader counts. */
export function Segmented<T extends string>(props: SegmentedProps<T>) {
  const { label, options, value, onChange, onClear, id, invalid = false, disabled = false, describedBy, autoFocus = false } = props
  const name = useId()
  return (
    <div id={id} className={invalid ? 'seg wrong' : 'seg'} role="radiogroup" aria-label={label} aria-invalid={invalid} aria-describedby={describedBy}>
      {options.map((option, at) => (
        <label key={option.value}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={value === option.value}
            disabled={disabled}
            autoFocus={autoFocus && (value === null ? at === 0 : value === option.value)}
            onChange={() => onChange(option.value)}
            onClick={() => {
              if (value === option.value) onClear?.()
            }}
            onKeyDown={(event) => {
              if (event.key === 'Delete' || event.key === 'Backspace') onClear?.()
            }}
          />
          {option.label}
        </label>
      ))}
    </div>
  )
}
