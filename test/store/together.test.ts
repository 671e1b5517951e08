import { expect, test } from 'vitest'
import { actor, office } from './support/office'
import { tables } from './support/tables'

const name = (store: ReturnType<typeof office>['store'], id: string) => store.get(id)?.fields['name']

test('of several saves in one transaction the refused one leaves nothing and the others stay', () => {
  const town = office()
  town.put('term', { no: 19 })
  const codes: string[] = []
  town.store.together(() => {
    for (const changes of [
      [{ op: 'put', type: 'person', data: { name: '张有田' } }],
      // The first half would be fine; the second says a number that a record has already.
      [{ op: 'put', type: 'person', data: { name: '半个人' } }, { op: 'put', type: 'term', data: { no: 19 } }],
      [{ op: 'put', type: 'person', data: { name: '李秀英' } }],
    ] as const) {
      const done = town.store.commit(actor, changes)
      codes.push(done.ok ? 'saved' : done.code)
    }
  })
  expect(codes).toEqual(['saved', 'already-exists', 'saved'])
  const names = town.store.list('person')
  expect(names.ok && names.value.rows.map((rec) => rec.fields['name']).sort()).toEqual(['张有田', '李秀英'].sort())
  expect(town.store.doctor().findings.filter((finding) => !finding.ok)).toEqual([])
})

test('what is thrown in the middle takes back every save of the transaction', () => {
  const town = office()
  const before = tables(town.dir)
  expect(() => town.store.together(() => {
    town.put('person', { name: '张有田' })
    throw new Error('power cut')
  })).toThrow('power cut')
  expect(tables(town.dir)).toEqual(before)
  expect(town.put('person', { name: '李秀英' }).fields).toEqual({ name: '李秀英' })
})

test('a lookup inside sees every save, change and deletion before it, however often it is asked', () => {
  const town = office()
  const people = Array.from({ length: 30 }, (_, index) => town.put('person', { name: `人${String(index)}`, post: '会计' }))
  const [first, second, third] = people
  if (!first || !second || !third) throw new Error('nobody')
  town.store.together(() => {
    const lookup = town.store.lookup()
    // More questions than are answered one by one: from here on the whole type is kept at hand.
    for (const rec of people) expect(lookup.where('person', 'name', String(rec.fields['name']))).toEqual([rec])
    expect(lookup.all('person').length).toBe(30)
    const renamed = town.set(first.id, { name: '改名' })
    town.commit({ op: 'del', uid: second.id, reason: '录错' })
    const added = town.put('person', { name: '人2', post: '会计' })
    expect(lookup.get(first.id)).toEqual(renamed)
    expect(lookup.get(second.id)).toBeNull()
    expect(lookup.where('person', 'name', '改名')).toEqual([renamed])
    expect(lookup.where('person', 'name', '人0')).toEqual([])
    expect(lookup.where('person', 'name', '人1')).toEqual([])
    expect(lookup.where('person', 'name', '人2')).toEqual([third, added])
    expect(lookup.all('person').length).toBe(30)
    expect(lookup.all('person').map((rec) => rec.fields['name'])).not.toContain('人1')
  })
  expect(name(town.store, first.id)).toBe('改名')
})

test('a refused save is not seen by the lookup either', () => {
  const town = office()
  const term = town.put('term', { no: 19 })
  town.store.together(() => {
    const lookup = town.store.lookup()
    expect(lookup.all('term')).toEqual([term])
    for (let times = 0; times < 20; times++) lookup.where('person', 'name', '半个人')
    const done = town.store.commit(actor, [{ op: 'put', type: 'person', data: { name: '半个人' } }, { op: 'put', type: 'term', data: { no: 19 } }])
    expect(done.ok).toBe(false)
    expect(lookup.where('person', 'name', '半个人')).toEqual([])
    expect(lookup.all('person')).toEqual([])
  })
})

test('people merged in the middle of a batch are one person for the saves after it', () => {
  const town = office()
  const [kept, twin] = [town.put('person', { name: '张有田' }), town.put('person', { name: '张友田' })]
  const term = town.put('term', { no: 19 })
  town.store.together(() => {
    const lookup = town.store.lookup()
    const mandate = town.put('mandate', { person: twin.id, level: '5', term: term.id, nth: 1 })
    town.commit({ op: 'merge', from: twin.id, into: kept.id, reason: '同一人' })
    expect(lookup.get(twin.id)?.id).toBe(kept.id)
    expect(lookup.where('mandate', 'person', kept.id).map((rec) => rec.id)).toEqual([town.store.resolve(mandate.id)])
  })
  expect(town.store.resolve(twin.id)).toBe(kept.id)
})

test('listeners hear of a batch once, when it is on the disk', () => {
  const town = office()
  const heard: number[] = []
  town.store.subscribe((changed) => { heard.push(changed.ids.length) })
  town.store.together(() => {
    for (const who of ['甲', '乙', '丙']) town.put('person', { name: who })
    expect(heard).toEqual([])
  })
  expect(heard).toEqual([3])
  expect(town.store.search('乙', 5).map((hit) => hit.title)).toEqual(['乙'])
})
