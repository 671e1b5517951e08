import { textOf, type Facts } from '../facts'
import { date, type Field } from '../fields'

/** Fields beside its declaration that the office's own file carries: no form asks for them. */
export const beganKey = 'began_on'

/** The field that a key of a record is; what no form asks for has one too, so that its history is told in words. */
export const fieldToTell = (fields: Readonly<Record<string, Field>> | undefined, key: string): Field | undefined => fields?.[key] ?? (key === beganKey ? begin : undefined)

const begin: Field = date('启用日期', 'optional')

/** 启用日期: the day from which an office keeps its records with the program; '' where nobody said. `org` picks the town where there are several. */
export function beganOn(facts: Facts, org?: string): string {
  const offices = facts.all('office')
  const office = org === undefined ? (offices.length === 1 ? offices[0] : undefined) : offices.find((rec) => rec.org === org)
  return office === undefined ? '' : textOf(office.fields, beganKey)
}

/** Whether a day lies before that: what was due then is history that may be filled in, never overdue. */
export const isBeforeBegin = (facts: Facts, day: string, org?: string): boolean => day < beganOn(facts, org)
