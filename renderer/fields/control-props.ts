import type { Field } from '../../shared/fields'

/**
 * What every control is given. A value is what the store takes (code, id, ISO date, integer 分, …) or, while it cannot be read as that, the
 * text as typed: nothing that was typed is ever thrown away; the save says what is wrong with it.
 */
export interface ControlProps {
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  /** The field is left: the draft is kept now. */
  readonly onLeave?: () => void
  readonly id: string
  /** Name for screen readers where no label element points here. Default: the field's label. */
  readonly name?: string
  readonly invalid?: boolean
  readonly describedBy?: string
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  /** In a cell of a table: codes are a list that opens, not words side by side. */
  readonly compact?: boolean
}

/** The text of a value, '' for none. */
export const textValue = (value: unknown): string => (typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '')

/** The ids or rows of a list value. */
export const listValue = <T>(value: unknown): readonly T[] => (Array.isArray(value) ? (value as readonly T[]) : [])

/** The attributes that every plain input shares. */
export const inputProps = (props: ControlProps) => ({
  id: props.id,
  'aria-label': props.name ?? props.field.label,
  'aria-invalid': props.invalid === true,
  'aria-required': props.field.need === 'identity',
  ...(props.describedBy === undefined ? {} : { 'aria-describedby': props.describedBy }),
  disabled: props.disabled === true,
  autoFocus: props.autoFocus === true,
  autoComplete: 'off',
  spellCheck: false,
  onBlur: props.onLeave,
})
