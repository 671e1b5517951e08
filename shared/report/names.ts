/** Names of units and people as documents write them. */
import { idsOf, textOf, type Facts } from '../facts'
import type { Rec } from '../record'
import { lineOf } from './without-private'

export const nameOf = (facts: Facts, id: string): string => lineOf(facts.get(id), 'name')

/** Name of a mandate's person. */
export const deputyName = (facts: Facts, mandate: string): string => nameOf(facts, textOf(facts.get(mandate)?.fields ?? {}, 'person'))

/** Names of a list of units: two by name, more as 等n个单位. */
export function unitsOf(facts: Facts, rec: Rec, key: string): string {
  const names = idsOf(rec.fields, key).map((id) => nameOf(facts, id)).filter((name) => name !== '')
  return names.length <= 3 ? names.join('、') : `${names.slice(0, 2).join('、')}等${String(names.length)}个单位`
}
