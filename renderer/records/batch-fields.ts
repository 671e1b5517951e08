/** Which fields can be changed for several records at once: what a person fills in, never what names a single one. */
import type { Field } from '../../shared/fields'
import type { Declaration } from '../../shared/record'
import { editable } from './form-fields'

const kinds: readonly Field['kind'][] = ['text', 'longText', 'date', 'month', 'ym', 'int', 'money', 'flag', 'choice', 'ref']
/** Made with their record, or one of a kind. */
const never: readonly string[] = ['file', 'office', 'person_private', 'visitor', 'participation', 'attendance', 'rating', 'reply', 'term']

export function batchFields(declaration: Declaration): readonly (readonly [key: string, field: Field])[] {
  if (never.includes(declaration.type)) return []
  return Object.entries(declaration.fields).filter(([key, field]) =>
    kinds.includes(field.kind) && editable(field) && field.need !== 'identity' && field.hidden !== true && declaration.key?.includes(key) !== true && !['no', 'doc_no'].includes(key))
}
