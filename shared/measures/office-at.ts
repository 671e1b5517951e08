/** The town's own bodies on a day: constituencies, quota, presidium, groups. */
import { intOf, statusAt, textOf, type Facts } from '../facts'
import type { Row } from '../fields'
import type { Rec } from '../record'
import { inSpan } from '../records/spans'
import { townLevel } from './deputies-at'
import { termAt } from './terms'

const ofKind = (recs: readonly Rec[], ...codes: readonly string[]): readonly Rec[] =>
  recs.filter((rec) => codes.includes(textOf(rec.fields, 'kind')))

/** 乡级 constituencies of the term of that day. */
export function constituenciesAt(facts: Facts, day: string): readonly Rec[] {
  const term = termAt(facts, day)
  return term === null ? [] : facts.where('constituency', 'term', term.id).filter((rec) => textOf(rec.fields, 'level') === townLevel)
}

/** Quota of the term of that day, null where nobody entered it. */
export const quotaAt = (facts: Facts, day: string): number | null => intOf(termAt(facts, day)?.fields ?? {}, 'quota')

/** Members of the presidium on `day`, one row per member; a seat that ended with its mandate is none. */
export function presidiumAt(facts: Facts, day: string): readonly Rec[] {
  return facts.once(`presidium ${day}`, () => {
    const byMandate = new Map<string, Rec>()
    for (const rec of facts.all('presidium_member')) {
      if (!inSpan(rec.fields, day)) continue
      const mandate = facts.get(textOf(rec.fields, 'mandate'))
      if (mandate && ['已终止', '卸任', '当选无效'].includes(statusAt(mandate, day) ?? '')) continue
      const at = mandate?.id ?? rec.id
      const known = byMandate.get(at)
      if (!known || textOf(rec.fields, 'from_on') >= textOf(known.fields, 'from_on')) byMandate.set(at, rec)
    }
    return [...byMandate.values()]
  })
}

/** 代表小组, 代表中心组 and 专业小组 of the term of that day. */
export function groupsAt(facts: Facts, day: string): readonly Rec[] {
  const term = termAt(facts, day)
  return term === null ? [] : ofKind(facts.where('group', 'term', term.id), '1', '2', '4')
}

/** Ids of a group's members on `day`. */
export function membersAt(group: Rec, day: string): readonly string[] {
  const members = group.fields['members']
  if (!Array.isArray(members)) return []
  return (members as readonly Row[]).filter((row) => inSpan(row, day)).map((row) => String(row['mandate'] ?? '')).filter((id) => id !== '')
}
