import { inputProps, textValue, type ControlProps } from './control-props'

/** One line. The value changes with every keystroke and at once, so that an input method is never disturbed. */
export function TextControl(props: ControlProps) {
  return (
    <input
      {...inputProps(props)}
      className="input"
      type="text"
      value={textValue(props.value)}
      maxLength={props.field.max}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
}

/** Several lines; grows with its text. */
export function LongTextControl(props: ControlProps) {
  return (
    <textarea
      {...inputProps(props)}
      className="input"
      rows={3}
      value={textValue(props.value)}
      maxLength={props.field.max}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
}
