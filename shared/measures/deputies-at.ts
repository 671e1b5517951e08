/** Who is a deputy on a day, by dated status events. 代表 without more = level 乡; the upper levels are a column of their own. */
import { textOf, type Facts } from '../facts'
import type { Rec } from '../record'
import { holdsSeat } from '../records/mandate'
import { distinctBy } from './define-indicator'

/** Level code of the town's own deputies. */
export const townLevel = '5'

/** All mandates of level 乡, whatever their status. */
export const townMandates = (facts: Facts): readonly Rec[] => facts.where('mandate', 'level', townLevel)

/** Mandates of level 乡 in office on `day`: 在任, 暂停执行职务, 辞职待大会表决, 终止待公告 (B1.05). */
export function deputiesAt(facts: Facts, day: string): readonly Rec[] {
  return facts.once(`deputies ${day}`, () => townMandates(facts).filter((rec) => holdsSeat(rec, day)))
}

/** Mandates of the upper levels in office on `day`, the highest level first. */
export function upperDeputiesAt(facts: Facts, day: string): readonly Rec[] {
  return facts.once(`upper deputies ${day}`, () =>
    ['1', '2', '3', '4'].flatMap((level) => facts.where('mandate', 'level', level)).filter((rec) => holdsSeat(rec, day)))
}

/** Whether a reference to a mandate is one of level 乡. */
export const isTownMandate = (facts: Facts, id: string): boolean => textOf(facts.get(id)?.fields ?? {}, 'level') === townLevel

/** Id of the mandate's person, the mandate's own where there is none. */
export function personId(facts: Facts, mandate: Rec): string {
  const id = textOf(mandate.fields, 'person')
  return id === '' ? mandate.id : facts.resolve(id)
}

/** One mandate per person: 人 = distinct persons. */
export const distinctPeople = (facts: Facts, mandates: Iterable<Rec>): readonly Rec[] => distinctBy(mandates, (rec) => personId(facts, rec))

/** The mandates behind references, one per person, those of level 乡 only. */
export function townPeople(facts: Facts, ids: Iterable<string>): readonly Rec[] {
  const found: Rec[] = []
  for (const id of new Set(ids)) {
    const rec = facts.get(id)
    if (rec && textOf(rec.fields, 'level') === townLevel) found.push(rec)
  }
  return distinctPeople(facts, found)
}
