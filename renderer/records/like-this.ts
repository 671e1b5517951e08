/** One more of the same: what stays from one time to the next is taken over, days, numbers and outcomes are not. Pure. */
import type { Data, Field } from '../../shared/fields'
import type { Declaration, Rec } from '../../shared/record'
import type { Route } from '../state/routes'
import { editable, isEmptyValue } from './form-fields'
import { newRecord } from './new-record'

/** Their entries take over the last one by themselves, or each is about one matter only. */
const never: readonly string[] = ['session', 'presidium_meeting', 'suggestion', 'voter_matter', 'mandate', 'person', 'term', 'by_election', 'recall', 'inquiry']
const taken: readonly Field['kind'][] = ['text', 'int', 'money', 'flag', 'choice', 'ref', 'refs']
const always: readonly Field['need'][] = ['identity', 'complete']
/** Said of one time only. */
const once: readonly string[] = ['no', 'doc_no', 'voucher_no', 'voters_met', 'voters_present', 'headcount', 'result']

/** Key by key: identity and wanted fields of any plain kind, optional ones that name people, places or kinds. */
export function keptOf(declaration: Declaration, data: Data): Data {
  const keeps = (key: string, field: Field): boolean =>
    editable(field) && taken.includes(field.kind) && !once.includes(key) && !isEmptyValue(data[key]) && (always.includes(field.need) || (field.need === 'optional' && field.kind !== 'int' && field.kind !== 'money'))
  return Object.fromEntries(Object.entries(declaration.fields).filter(([key, field]) => keeps(key, field)).map(([key]) => [key, data[key]]))
}

/** The form of one more; null where such records are not made by hand, or not one like another. */
export function likeThis(record: Rec, declaration: Declaration, role: 'town' | 'county'): Route | null {
  const made = newRecord(record.type, role)
  if (made === null || record.deleted || never.includes(record.type)) return null
  const preset = keptOf(declaration, record.fields)
  switch (record.type) {
    case 'activity': return { screen: 'quick-activity', preset }
    case 'supervision': return { screen: 'quick-supervision', preset }
    default: return made.route.screen === 'edit' ? { ...made.route, preset } : null
  }
}
