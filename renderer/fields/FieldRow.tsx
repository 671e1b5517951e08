import { useId, type ReactNode } from 'react'
import type { Field } from '../../shared/fields'
import type { Detail, ErrorCode } from '../../shared/result'
import { say } from '../../shared/text'
import { sayLabel } from '../state/say-label'
import { Status } from '../ui/Status'
import { FieldControl } from './FieldControl'

export interface FieldError {
  readonly code: ErrorCode
  readonly detail?: Detail
}

interface FieldRowProps {
  readonly field: Field
  readonly value: unknown
  readonly onChange: (value: unknown) => void
  readonly onLeave?: () => void
  /** A star also where the field is wanted by the step that is being taken. */
  readonly required?: boolean
  readonly error?: FieldError | null
  /** A doubt that lets the save pass. */
  readonly warning?: string | null
  readonly disabled?: boolean
  readonly autoFocus?: boolean
  /** Id of the control, so that an error list can move the focus there. */
  readonly id?: string
  /** Beside or below the control. */
  readonly children?: ReactNode
}

/** Label with its star, the control of the field's kind, then one line: the error, the doubt or the hint. */
export function FieldRow(props: FieldRowProps) {
  const { field, value, onChange, onLeave, error, warning, disabled, autoFocus, children } = props
  const made = useId()
  const id = props.id ?? made
  const star = props.required ?? field.need === 'identity'
  const words = error ? say(error.code, { ...error.detail, label: field.label }) : null
  const below = words !== null || warning || field.hint
  return (
    <div className="f">
      <label className={star ? 'lab req' : 'lab'} htmlFor={id}>{sayLabel(field.label)}</label>
      <div>
        <FieldControl
          field={field}
          value={value}
          onChange={onChange}
          id={id}
          invalid={words !== null}
          disabled={disabled === true}
          autoFocus={autoFocus === true}
          {...(onLeave === undefined ? {} : { onLeave })}
          {...(below ? { describedBy: `${id}-say` } : {})}
        />
        {children}
      </div>
      {below && (
        <div className="say" id={`${id}-say`}>
          {words !== null ? <Status tone="late" quiet>{`${words.say}${words.next}`}</Status>
            : warning ? <Status tone="soon" quiet>{warning}</Status>
              : <span className="hint">{field.hint}</span>}
        </div>
      )}
    </div>
  )
}
