import type { ReactNode } from 'react'
import type { Field } from '../../shared/fields'
import { FieldRow } from '../fields/FieldRow'
import { doubtOf } from '../records/form-fields'
import { useDeclaration } from '../state/declarations'
import { entryFieldId, type Entry } from './use-entry'

interface EntryFieldProps {
  readonly entry: Entry
  readonly type: string
  readonly name: string
  /** Key under which it is kept, where two types share a form. Default: the name. */
  readonly at?: string
  readonly required?: boolean
  readonly autoFocus?: boolean
  /** Other words or another hint than those of the declaration. */
  readonly as?: Partial<Pick<Field, 'label' | 'hint' | 'unit' | 'kind'>>
  readonly onChange?: (value: unknown) => void
  readonly children?: ReactNode
}

/** One field of a quick entry, drawn by its declaration. */
export function EntryField({ entry, type, name, at = name, required, autoFocus, as, onChange, children }: EntryFieldProps) {
  const declaration = useDeclaration(type)
  const field = declaration?.fields[name]
  if (declaration === null || field === undefined) return null
  const value = entry.values[at]
  return (
    <FieldRow
      id={entryFieldId(at)}
      field={as === undefined ? field : { ...field, ...as }}
      value={value}
      onChange={onChange ?? ((next) => entry.set(at, next))}
      onLeave={entry.draft.flush}
      error={entry.errors[at] ?? null}
      warning={doubtOf(declaration, name, value)}
      {...(required === undefined ? {} : { required })}
      {...(autoFocus === undefined ? {} : { autoFocus })}
    >
      {children}
    </FieldRow>
  )
}
