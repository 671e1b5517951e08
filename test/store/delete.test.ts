import { expect, test } from 'vitest'
import type { Rec } from '../../shared/record'
import { actor, office, type Office } from './support/office'

const codeOf = (town: Office, rec: Rec) => {
  const result = town.store.commit(actor, [{ op: 'del', uid: rec.id, reason: '录错' }])
  return result.ok ? 'deleted' : [result.code, result.detail?.['children']]
}

test('a person with a mandate is not deleted; the message counts what stands in the way', () => {
  const town = office()
  const term = town.put('term', { no: 19 })
  const zhang = town.put('person', { name: '张有田' })
  town.put('person_private', { person: zhang.id, phone: '13800000001' })
  town.put('mandate', { person: zhang.id, level: '5', term: term.id, nth: 1 })
  expect(codeOf(town, zhang)).toEqual(['has-children', { mandate: 1 }])
  expect(codeOf(town, term)).toEqual(['has-children', { mandate: 1 }])
  expect(town.store.counts()).toEqual({ mandate: 1, person: 1, person_private: 1, term: 1 })
})

test('what belongs to a record goes with it, and comes back from the bin one by one', () => {
  const town = office()
  const zhang = town.put('person', { name: '张有田' })
  const secret = town.put('person_private', { person: zhang.id, phone: '13800000001' })
  const done = town.commit({ op: 'del', uid: zhang.id, reason: '重复录入' })
  expect(done.versions.map((version) => [version.uid, version.op])).toEqual([[secret.id, 'del'], [zhang.id, 'del']])
  expect(town.store.counts()).toEqual({})
  expect(town.store.deletedList().map((entry) => [entry.rec.id, entry.reason, entry.by])).toEqual([[zhang.id, '重复录入', '主席'], [secret.id, '重复录入', '主席']])
  // The undo of a deletion: each version's state before, in reverse.
  town.commit(...[...done.versions].reverse().map((version) => ({ op: 'revert' as const, uid: version.uid, to: version.before })))
  expect(town.store.counts()).toEqual({ person: 1, person_private: 1 })
  expect(town.store.get(secret.id)?.fields).toEqual(secret.fields)
  expect(town.store.deletedList()).toEqual([])
})

test('a task about a deleted record is kept', () => {
  const town = office()
  const visit = town.put('visit', { date: '2026-03-01', mandates: [] })
  const task = town.put('task', { title: '回访', about: visit.id })
  expect(codeOf(town, visit)).toBe('deleted')
  expect(town.store.get(task.id)?.deleted).toBe(false)
  expect(town.store.doctor()).toMatchObject({ ok: true })
  expect(town.store.doctor().findings.find((finding) => finding.check === 'orphans')?.count).toBe(0)
})

test('a unit that suggestions name is not deleted, whatever field names it', () => {
  const town = office()
  const unit = town.put('organisation', { name: '水利站' })
  const road = town.put('suggestion', { title: '关于修路的建议', cosign: [], cohosts: [unit.id] })
  expect(codeOf(town, unit)).toEqual(['has-children', { suggestion: 1 }])
  expect(town.store.referrers(unit.id)).toEqual([{ id: road.id, type: 'suggestion', field: 'cohosts' }])
  town.set(road.id, { cohosts: [] })
  expect(codeOf(town, unit)).toBe('deleted')
})

test('deleting needs a reason, and something to delete', () => {
  const town = office()
  const zhang = town.put('person', { name: '张有田' })
  expect(town.store.commit(actor, [{ op: 'del', uid: zhang.id, reason: ' ' }])).toMatchObject({ ok: false, code: 'reason-needed' })
  town.commit({ op: 'del', uid: zhang.id, reason: '录错' })
  expect(codeOf(town, zhang)).toEqual(['already-deleted', undefined])
  expect(town.store.commit(actor, [{ op: 'del', uid: 'a'.repeat(26), reason: '录错' }])).toMatchObject({ ok: false, code: 'not-found' })
})

test('undo of a new record deletes it, of an edit brings the values before', () => {
  const town = office()
  const zhang = town.put('person', { name: '张有田' })
  const edited = town.set(zhang.id, { post: '会计' })
  town.commit({ op: 'revert', uid: zhang.id, to: zhang.version, base: edited.version })
  expect(town.store.get(zhang.id)?.fields).toEqual({ name: '张有田' })
  town.commit({ op: 'revert', uid: zhang.id, to: null })
  expect(town.store.get(zhang.id)?.deleted).toBe(true)
  expect(town.store.history(zhang.id).map((entry) => entry.op)).toEqual(['del', 'put', 'put', 'put'])
})

test('a mandate that leads a suggestion or took part in an activity is not deleted', () => {
  const town = office()
  const term = town.put('term', { no: 19 })
  const zhang = town.put('person', { name: '张有田' })
  const mandate = town.put('mandate', { person: zhang.id, level: '5', term: term.id, nth: 1 })
  const suggestion = town.put('suggestion', { title: '关于修路的建议', lead: mandate.id })
  const activity = town.put('activity', { title: '走访', kind: '08' })
  const row = town.put('participation', { event: activity.id, mandate: mandate.id, state: '1' })
  expect(codeOf(town, mandate)).toEqual(['has-children', { participation: 1, suggestion: 1 }])
  for (const rec of [suggestion, row]) expect(codeOf(town, rec)).toBe('deleted')
  expect(codeOf(town, mandate)).toBe('deleted')
})
