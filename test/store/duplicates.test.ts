import { expect, test } from 'vitest'
import { withoutCycles } from '../../electron/store/redirects'
import { actor, office } from './support/office'

function twice() {
  const town = office()
  const term = town.put('term', { no: 19 })
  const a = town.put('person', { name: '张有田', birth: '1978-03', post: '会计' })
  const b = town.put('person', { name: '张有田', post: '支书' })
  const ma = town.put('mandate', { person: a.id, level: '5', term: term.id, nth: 1, cert_no: '007' })
  const mb = town.put('mandate', { person: b.id, level: '5', term: term.id, nth: 1 })
  const walk = town.put('activity', { kind: '01', title: '走访' })
  const study = town.put('activity', { kind: '02', title: '学习' })
  const both = [town.put('participation', { event: walk.id, mandate: ma.id, state: '1' }), town.put('participation', { event: walk.id, mandate: mb.id, state: '2' })]
  const onlyA = town.put('participation', { event: study.id, mandate: ma.id, state: '1' })
  const road = town.put('suggestion', { title: '关于修路的建议', lead: ma.id })
  return { town, term, a, b, ma, mb, walk, study, both, onlyA, road }
}

test('two records of one person become one: values, references, and rows that meet by their key', () => {
  const { town, a, b, ma, mb, study, both, onlyA, road } = twice()
  const done = town.commit({ op: 'merge', from: a.id, into: b.id, reason: '同一人' })
  expect(town.store.get(b.id)?.fields).toEqual({ name: '张有田', birth: '1978-03', post: '支书' })
  expect(town.store.get(mb.id)?.fields).toMatchObject({ cert_no: '007' })
  expect(town.store.get(a.id)?.deleted).toBe(true)
  expect([a.id, ma.id].map((id) => town.store.resolve(id))).toEqual([b.id, mb.id])
  // The row of the one that stays won where both had one; the other row moved to its key.
  expect(done.met).toEqual([{ id: ma.id, into: mb.id }, { id: both[0]?.id, into: both[1]?.id }])
  const rows = town.store.lookup().where('participation', 'mandate', mb.id)
  expect(rows.map((row) => [row.fields['event'] === study.id, row.fields['state']]).sort()).toEqual([[false, '2'], [true, '1']])
  expect(rows.some((row) => row.id === onlyA.id)).toBe(false)
  // References are read under the one that stays, by either id.
  for (const view of [town.store.lookup(), town.store.facts()]) {
    expect(view.where('suggestion', 'lead', mb.id).map((rec) => rec.id)).toEqual([road.id])
    expect(view.where('suggestion', 'lead', ma.id).map((rec) => rec.id)).toEqual([road.id])
    expect(view.get(a.id)?.id).toBe(b.id)
  }
  const listed = town.store.list('suggestion', { where: { lead: mb.id } })
  expect(listed.ok && listed.value.total).toBe(1)
  expect(town.store.counts()).toMatchObject({ person: 1, mandate: 1, participation: 2 })
  expect(town.store.doctor().findings.filter((finding) => !finding.ok)).toEqual([])
})

test('what a person of three records did is found under the last name, after the first was merged into the second and the second into the third', () => {
  const town = office()
  const [first, second, third] = [town.put('person', { name: '张有田' }), town.put('person', { name: '张有田' }), town.put('person', { name: '何秀兰' })]
  const mandate = town.put('mandate', { person: first.id, level: '5', term: town.put('term', { no: 19 }).id, nth: 1 })
  town.put('debrief', { mandate: mandate.id })
  const of = (text: string): readonly string[] => town.store.search(text, 20).map((hit) => hit.type).sort()
  town.commit({ op: 'merge', from: first.id, into: second.id, reason: '同一人' })
  expect(of('张有田')).toEqual(['debrief', 'mandate', 'person'])
  town.commit({ op: 'merge', from: second.id, into: third.id, reason: '同一人' })
  expect([of('张有田'), of('何秀兰')]).toEqual([[], ['debrief', 'mandate', 'person']])
  expect(town.store.doctor().findings.filter((finding) => !finding.ok)).toEqual([])
})

test('a merge is undone as a whole', () => {
  const { town, a, b, ma, mb, road } = twice()
  const before = [...town.store.dump()]
  const done = town.commit({ op: 'merge', from: a.id, into: b.id, reason: '同一人' })
  town.commit(...[...done.versions].reverse().map((version) => ({ op: 'revert' as const, uid: version.uid, to: version.before })))
  const living = (lines: readonly string[]) => lines.filter((line) => !line.includes('"deleted":true'))
  expect(living([...town.store.dump()])).toEqual(before)
  expect([a.id, ma.id].map((id) => town.store.resolve(id))).toEqual([a.id, ma.id])
  expect(town.store.lookup().where('suggestion', 'lead', ma.id).map((rec) => rec.id)).toEqual([road.id])
  expect(town.store.lookup().where('suggestion', 'lead', mb.id)).toEqual([])
})

test('both histories stay, with the reason and into whom', () => {
  const { town, a, b } = twice()
  town.commit({ op: 'merge', from: a.id, into: b.id, reason: '同一人' })
  expect(town.store.history(a.id)[0]).toMatchObject({ op: 'merge', reason: '同一人', into: b.id, data: { name: '张有田', post: '会计' } })
  expect(town.store.history(b.id).map((entry) => entry.changed)).toEqual([['birth'], ['name', 'post']])
  // A merged duplicate is no deleted record: it is not offered in the bin.
  expect(town.store.deletedList()).toEqual([])
})

test('only living records of one type are merged, never one with itself, and with a reason', () => {
  const { town, a, b, term } = twice()
  const merge = (from: string, into: string, reason = '同一人') => {
    const result = town.store.commit(actor, [{ op: 'merge', from, into, reason }])
    return result.ok ? 'merged' : result.code
  }
  expect([merge(a.id, a.id), merge(a.id, term.id), merge(a.id, 'x'), merge(a.id, b.id, ''), merge(a.id, b.id), merge(a.id, b.id)])
    .toEqual(['same-record', 'bad-input', 'not-found', 'reason-needed', 'merged', 'already-deleted'])
})

test('a new row for a duplicate meets the row of the one that stayed', () => {
  const { town, a, b, ma, mb, walk } = twice()
  town.commit({ op: 'merge', from: a.id, into: b.id, reason: '同一人' })
  expect(town.store.uidOf('participation', { event: walk.id, mandate: ma.id })).toBe(town.store.uidOf('participation', { event: walk.id, mandate: mb.id }))
})

test('two computers that merged two records into each other leave the one with the smaller id', () => {
  expect([...withoutCycles(new Map([['a', 'b'], ['b', 'a'], ['c', 'a']]))]).toEqual([['b', 'a'], ['c', 'a']])
  expect([...withoutCycles(new Map([['d', 'b'], ['b', 'c'], ['c', 'd'], ['e', 'c']]))]).toEqual([['d', 'b'], ['c', 'd'], ['e', 'c']])
})
