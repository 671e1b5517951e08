/** A new deputy as one entry: the person, the private part that stays in the town, and the mandate, in one commit. Pure. */
import type { InputOf } from '../../../shared/contract'
import { declarations } from '../../../shared/records'
import type { FieldErrors } from '../../records/form-fields'
import { editable, errorsOf, isEmptyValue } from '../../records/form-fields'
import type { Failure } from '../../../shared/result'
import type { FormValues } from '../../state/drafts'

export type Part = 'person' | 'mandate' | 'person_private'

export const parts: readonly Part[] = ['person', 'mandate', 'person_private']

interface PartFields {
  readonly shown: readonly string[]
  readonly folded: readonly string[]
}

const shown: Readonly<Record<Part, readonly string[]>> = {
  person: ['name', 'sex', 'ethnic', 'birth', 'party', 'edu', 'occupation', 'work_unit', 'post', 'fixed_income'],
  mandate: ['level', 'constituency', 'elected_on', 'elect_kind', 'confirm_on'],
  person_private: ['phone', 'id_no', 'address'],
}

/** Given by the entry itself, or wanted only when a mandate ends. */
const unasked: Readonly<Record<Part, readonly string[]>> = {
  person: ['distinct_from', 'photo', 'files'],
  mandate: ['person', 'term', 'nth', 'end_reason', 'event_on', 'report_on', 'congress_on', 'announce_no', 'suspend_reason', 'resume_on', 'files', 'remark'],
  person_private: ['person', 'files', 'remark'],
}

/** The fields of a part in the order of the paper form. */
export function fieldsOf(part: Part): PartFields {
  const all = Object.entries(declarations[part].fields).filter(([key, field]) => editable(field) && !unasked[part].includes(key)).map(([key]) => key)
  return { shown: shown[part], folded: all.filter((key) => !shown[part].includes(key)) }
}

/** `person.name`: the draft holds all three parts in one. */
export const nameIn = (part: Part, key: string): string => `${part}.${key}`

function valuesOf(part: Part, values: FormValues): FormValues {
  const start = `${part}.`
  return Object.fromEntries(Object.entries(values).filter(([name, value]) => name.startsWith(start) && !isEmptyValue(value)).map(([name, value]) => [name.slice(start.length), value]))
}

/** What is proposed: a town deputy of the present term. */
export const startOfDeputy = (term: string | null): FormValues => ({ 'mandate.level': '5', ...(term === null ? {} : { 'mandate.term': term }) })

/**
 * One commit. With a day of confirmation the deputy sits from that day on (the entry step dated by it); without one the confirmation is
 * the next step. `person` = the id of somebody who is already on record: then only the mandate is new, and what was typed is laid over.
 */
export function deputyCommand(values: FormValues, person: string | null, draft: string): InputOf<'record.quick'> {
  const mandate = valuesOf('mandate', values)
  const hidden = valuesOf('person_private', values)
  const confirmed = !isEmptyValue(mandate['confirm_on'])
  return {
    type: 'person', fields: valuesOf('person', values), draft, ...(person === null ? {} : { id: person }),
    side: [
      ...(Object.keys(hidden).length > 0 && person === null ? [{ type: 'person_private', parent: 'person', fields: hidden }] : []),
      { type: 'mandate', parent: 'person', fields: { nth: 1, ...mandate, ...(confirmed ? { as_history: true, status: '在任' } : {}) } },
    ],
  }
}

/** What cannot be left empty. */
export function missingOfDeputy(values: FormValues): FieldErrors {
  const needed = ['person.name', 'mandate.level', 'mandate.term']
  return Object.fromEntries(needed.filter((name) => isEmptyValue(values[name])).map((name) => [name, { code: 'required' as const }]))
}

/** A failure at the field that it belongs to, whichever part that is. */
export function deputyErrors(failure: Failure): { readonly fields: FieldErrors; readonly rest: Failure | null } {
  const partOf = (key: string): Part | undefined => parts.find((part) => declarations[part].fields[key] !== undefined && !unasked[part].includes(key))
  const { fields, rest } = errorsOf(failure, (key) => partOf(key) !== undefined)
  return { fields: Object.fromEntries(Object.entries(fields).map(([key, error]) => [nameIn(partOf(key) ?? 'person', key), error])), rest }
}
