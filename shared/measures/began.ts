import { textOf, type Facts } from '../facts'

/** Fields beside its declaration that the office's own file carries: no form asks for them. */
export const beganKey = 'began_on'

/** 启用日期: the day from which an office keeps its records with the program; '' where nobody said. `org` picks the town where there are several. */
export function beganOn(facts: Facts, org?: string): string {
  const offices = facts.all('office')
  const office = org === undefined ? (offices.length === 1 ? offices[0] : undefined) : offices.find((rec) => rec.org === org)
  return office === undefined ? '' : textOf(office.fields, beganKey)
}

/** Whether a day lies before that: what was due then is history that may be filled in, never overdue. */
export const isBeforeBegin = (facts: Facts, day: string, org?: string): boolean => day < beganOn(facts, org)
