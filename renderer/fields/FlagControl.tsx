import { Segmented } from '../ui/Segmented'
import type { ControlProps } from './control-props'

const words = [{ value: 'yes', label: '是' }, { value: 'no', label: '否' }] as const

/** Yes, no, or not said: a flag that nobody answered is empty, not 否. */
export function FlagControl(props: ControlProps) {
  const value = props.value === true ? 'yes' : props.value === false ? 'no' : null
  return (
    <Segmented
      id={props.id}
      label={props.name ?? props.field.label}
      options={words}
      value={value}
      invalid={props.invalid === true}
      disabled={props.disabled === true}
      autoFocus={props.autoFocus === true}
      {...(props.describedBy === undefined ? {} : { describedBy: props.describedBy })}
      onChange={(chosen) => {
        props.onChange(chosen === 'yes')
        props.onLeave?.()
      }}
      {...(props.field.need === 'identity' ? {} : { onClear: () => props.onChange(null) })}
    />
  )
}
