import { useState } from 'react'
import { formatMoney, parseMoney } from '../../shared/parse/money'
import { compactText } from '../../shared/parse/text'
import { inputProps, textValue, type ControlProps } from './control-props'

/** A whole number; full-width digits and thousands signs are taken. What is no number stays as typed and is said on saving. */
export function readInt(text: string): number | string {
  const bare = compactText(text).replaceAll(',', '')
  return /^-?\d{1,15}$/u.test(bare) ? Number(bare) : text
}

export function IntControl(props: ControlProps) {
  return (
    <span className="with-unit">
      <input
        {...inputProps(props)}
        className="input short"
        type="text"
        inputMode="numeric"
        value={textValue(props.value)}
        onChange={(event) => props.onChange(event.target.value === '' ? null : readInt(event.target.value))}
      />
      {props.field.unit}
    </span>
  )
}

/** Points with one decimal, as whole tenths; what is none stays as typed. */
export function readTenths(text: string): number | string {
  const bare = compactText(text)
  return /^-?\d{1,6}(\.\d)?$/u.test(bare) ? Math.round(Number(bare) * 10) : text
}

/** Points, typed as 8.5 and held in tenths. */
export function TenthsControl(props: ControlProps) {
  const [typed, setTyped] = useState<string | null>(null)
  return (
    <span className="with-unit">
      <input
        {...inputProps(props)}
        className="input short"
        type="text"
        inputMode="decimal"
        value={typed ?? (typeof props.value === 'number' ? String(props.value / 10) : textValue(props.value))}
        onChange={(event) => {
          setTyped(event.target.value)
          props.onChange(event.target.value.trim() === '' ? null : readTenths(event.target.value))
        }}
        onBlur={() => {
          setTyped(null)
          props.onLeave?.()
        }}
      />
      {props.field.unit}
    </span>
  )
}

const shown = (value: unknown): string => (typeof value === 'number' ? formatMoney(value, '元').replace(/\.00$/u, '') : textValue(value))

/** An amount, typed in 元 (12万 and 1,200.50 are taken) and held as whole 分. Its own text is shown until the field is left. */
export function MoneyControl(props: ControlProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const plain = inputProps(props)
  return (
    <span className="with-unit">
      <input
        {...plain}
        className="input short"
        type="text"
        inputMode="decimal"
        value={typed ?? shown(props.value)}
        onChange={(event) => {
          const text = event.target.value
          setTyped(text)
          const read = parseMoney(text, '元')
          props.onChange(text.trim() === '' ? null : read.ok ? read.value : text)
        }}
        onBlur={() => {
          setTyped(null)
          props.onLeave?.()
        }}
      />
      元
    </span>
  )
}
