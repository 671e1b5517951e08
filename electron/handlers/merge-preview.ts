/** What making two records one would change, and who may be one person. Reads only; `record.merge` does it. */
import type { MergePreview, PossibleDuplicate } from '../../shared/contract/merge'
import { textOf } from '../../shared/facts'
import { duplicatePeople } from '../../shared/measures/duplicates'
import type { Rec } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { fail, ok, type Result } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { printRecord, shownTitle } from './print-record'
import { titlesFor } from './titles'

const mostTitles = 5

const isEmpty = (value: unknown): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

function living(desk: Desk, field: 'from' | 'into', id: string): Result<Rec> {
  const rec = desk.store.get(desk.store.resolve(id))
  if (!rec) return fail('not-found', { field, detail: { id } })
  return rec.deleted ? fail('already-deleted', { field, detail: { id } }) : ok(rec)
}

/** The ID number of a person as it is kept; null where none is known. */
export function idNumberOf(desk: Desk, person: string): string | null {
  const found = desk.store.lookup().where('person_private', 'person', person).map((one) => textOf(one.fields, 'id_no')).find((one) => one !== '')
  return found ?? null
}

/** Whether two people have ID numbers that differ. */
export function differentPeople(desk: Desk, from: Rec, into: Rec): boolean {
  if (from.type !== 'person') return false
  const [one, other] = [idNumberOf(desk, from.id), idNumberOf(desk, into.id)]
  return one !== null && other !== null && one !== other
}

function movedTo(desk: Desk, from: string): MergePreview['moved'] {
  const byType = new Map<string, Set<string>>()
  for (const { id, type } of desk.store.referrers(from)) byType.set(type, (byType.get(type) ?? new Set()).add(id))
  return [...byType].sort(([, a], [, b]) => b.size - a.size).map(([type, ids]) => ({
    type, count: ids.size, some: [...ids].slice(0, mostTitles).map((id) => shownTitle(desk, id, type)),
  }))
}

function preview(desk: Desk, fromId: string, intoId: string): Result<MergePreview> {
  const from = living(desk, 'from', fromId)
  if (!from.ok) return from
  const into = living(desk, 'into', intoId)
  if (!into.ok) return into
  if (from.value.id === into.value.id) return fail('same-record', { detail: { id: from.value.id } })
  if (from.value.type !== into.value.type) return fail('bad-input', { field: 'into', detail: { from: from.value.type, into: into.value.type } })
  const declaration = declarationOf(from.value.type)
  const keys = Object.entries(declaration?.fields ?? {}).filter(([, field]) => field.kind !== 'derived').map(([key]) => key)
  const [a, b] = [printRecord(desk, from.value), printRecord(desk, into.value)]
  return ok({
    from: a, into: b, titles: titlesFor(desk, [a, b]),
    taken: keys.filter((key) => declaration?.key?.includes(key) !== true && !isEmpty(a.fields[key]) && isEmpty(b.fields[key])),
    differing: keys.filter((key) => !isEmpty(a.fields[key]) && !isEmpty(b.fields[key]) && JSON.stringify(a.fields[key]) !== JSON.stringify(b.fields[key])),
    moved: movedTo(desk, from.value.id),
    different_person: differentPeople(desk, from.value, into.value),
  })
}

const postsOf = (desk: Desk, person: string): readonly string[] => desk.store.lookup().where('mandate', 'person', person).map((rec) => shownTitle(desk, rec.id, 'mandate'))

function pairs(desk: Desk): readonly PossibleDuplicate[] {
  return duplicatePeople(desk.store.facts()).flatMap(({ one, other }) => {
    const [a, b] = desk.store.getMany([one, other])
    if (!a || !b) return []
    return [{ one: printRecord(desk, a), other: printRecord(desk, b), posts: { [a.id]: postsOf(desk, a.id), [b.id]: postsOf(desk, b.id) } }]
  })
}

export const mergeHandlers = {
  'merge.pairs': (_input, desk) => ok({ pairs: pairs(desk) }),
  'merge.preview': ({ from, into }, desk) => preview(desk, from, into),
} satisfies Partial<Handlers<Desk>>
