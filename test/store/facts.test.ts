import { expect, test } from 'vitest'
import { connect } from '../../electron/store/connection'
import { databasePath } from '../../electron/store/files-of-store'
import { unlockKeyfile } from '../../electron/store/keyfile'
import { office, password } from './support/office'

test('facts of a town follow every save, deletion and restoration', () => {
  const town = office()
  expect(town.store.facts().all('person')).toEqual([])
  const zhang = town.put('person', { name: '张有田' })
  expect(town.store.facts().all('person')).toEqual([zhang])
  // Unchanged data is not built again.
  expect(town.store.facts()).toBe(town.store.facts())
  const edited = town.set(zhang.id, { post: '会计' })
  expect(town.store.facts().get(zhang.id)).toEqual(edited)
  town.commit({ op: 'del', uid: zhang.id, reason: '录错' })
  expect(town.store.facts().all('person')).toEqual([])
  town.commit({ op: 'revert', uid: zhang.id, to: edited.version })
  expect(town.store.facts().get(zhang.id)?.fields).toEqual(edited.fields)
})

test('a county reads one town or several, each for itself', () => {
  const county = office({ role: 'county', code: '511321' })
  const [a, b] = ['511321101', '511321102'].map((org, i) => county.put('person', { name: `张${i}` }, { org }))
  const order = county.put('county_order', { title: '报送名册' })
  expect(county.store.facts(['511321101']).all('person')).toEqual([a])
  expect(county.store.facts(['511321101', '511321102']).all('person')).toEqual([a, b])
  expect(county.store.facts().all('county_order')).toEqual([order])
  const kept = county.store.facts(['511321101'])
  county.put('person', { name: '李秀英' }, { org: '511321102' })
  expect(county.store.facts(['511321101'])).toBe(kept)
  expect(county.store.facts(['511321102']).all('person')).toHaveLength(2)
  expect(county.store.towns()).toEqual([{ org: '511321', records: 1 }, { org: '511321101', records: 1 }, { org: '511321102', records: 2 }])
})

test('lookups over the file and facts in memory say the same', () => {
  const town = office()
  const term = town.put('term', { no: 19 })
  const people = ['甲', '乙', '丙'].map((name) => town.put('person', { name: `${name}有田` }))
  const mandates = people.map((person) => town.put('mandate', { person: person.id, level: '5', term: term.id, nth: 1 }))
  town.put('suggestion', { title: '关于修路的建议', lead: mandates[0]?.id ?? '', cosign: mandates.slice(1, 2).map((rec) => rec.id) })
  town.commit({ op: 'del', uid: mandates[2]?.id ?? '', reason: '录错' })
  const lookup = town.store.lookup()
  const facts = town.store.facts()
  const byId = (a: { readonly id: string }, b: { readonly id: string }) => (a.id < b.id ? -1 : 1)
  for (const [type, key, value] of [['mandate', 'term', term.id], ['mandate', 'level', '5'], ['suggestion', 'cosign', mandates[1]?.id ?? ''], ['suggestion', 'lead', 'nobody'], ['person', 'name', '甲有田']] as const) {
    expect(lookup.where(type, key, value), `${type}.${key}`).toEqual([...facts.where(type, key, value)].sort(byId))
  }
  expect(lookup.all('mandate')).toEqual([...facts.all('mandate')].sort(byId))
  expect([lookup.get(mandates[2]?.id), lookup.get(''), lookup.get(null), lookup.get('nobody')]).toEqual([null, null, null, null])
})

test('figures are kept until a record of their town changes', () => {
  const county = office({ role: 'county', code: '511321' })
  county.put('person', { name: '甲' }, { org: '511321101' })
  const stamp = county.store.changes('511321101')
  county.store.figures.put('511321101', 'stats 2026', stamp, { B1: 1 })
  county.put('person', { name: '乙' }, { org: '511321102' })
  expect(county.store.figures.get('511321101', 'stats 2026')).toEqual({ B1: 1 })
  county.reopen()
  expect(county.store.figures.get('511321101', 'stats 2026')).toEqual({ B1: 1 })
  county.put('person', { name: '丙' }, { org: '511321101' })
  expect(county.store.figures.get('511321101', 'stats 2026')).toBeNull()
})

test('figures of an earlier state leave the file when new ones are kept: a year of daily starts does not fill it', () => {
  const county = office({ role: 'county', code: '511321' })
  county.store.figures.put('511321102', 'day 0', county.store.changes('511321102'), { B1: 0 })
  for (const [day, name] of ['甲', '乙', '丙'].entries()) {
    county.put('person', { name }, { org: '511321101' })
    for (const key of ['this year', 'last year']) county.store.figures.put('511321101', `${key}, day ${String(day)}`, county.store.changes('511321101'), { B1: day })
  }
  const key = unlockKeyfile(county.store.dir, password)
  if (!key.ok) throw new Error(key.code)
  const raw = connect(databasePath(county.store.dir), key.value, { readonly: true })
  expect(raw.prepare('SELECT org, key FROM figure ORDER BY org, key').raw().all()).toEqual([['511321101', 'last year, day 2'], ['511321101', 'this year, day 2'], ['511321102', 'day 0']])
  raw.close()
})

test('drafts survive a crash of the window and belong to no version', () => {
  const town = office()
  const saved = town.store.drafts.put({ id: 'new-suggestion', type: 'suggestion', data: { title: '关于', n: 1.5 } })
  town.store.drafts.put({ id: 'edit', type: 'person', record: 'r1', data: {} })
  town.reopen()
  expect(town.store.drafts.get('new-suggestion')).toEqual({ id: 'new-suggestion', type: 'suggestion', record: null, data: { title: '关于', n: 1.5 }, updated_at: saved })
  expect(town.store.drafts.list().map((draft) => draft.id)).toEqual(['edit', 'new-suggestion'])
  expect(town.store.drafts.list('person').map((draft) => draft.id)).toEqual(['edit'])
  expect([town.store.drafts.drop('edit'), town.store.drafts.drop('edit'), town.store.drafts.get('edit')]).toEqual([true, false, null])
  expect(town.store.counts()).toEqual({})
})

test('views, prints and unlocks are noted with who and when', () => {
  const town = office({ now: () => new Date('2026-03-02T01:00:00Z') })
  town.store.events.note({ kind: 'unlock', by: '主席' })
  town.store.events.note({ kind: 'view', by: '秘书', about: 'r1', detail: { key: 'phone' } })
  expect(town.store.events.list()).toEqual([
    { n: 2, at: '2026-03-02T01:00:00.000Z', kind: 'view', by: '秘书', about: 'r1', detail: { key: 'phone' } },
    { n: 1, at: '2026-03-02T01:00:00.000Z', kind: 'unlock', by: '主席', about: null, detail: {} },
  ])
  expect(town.store.events.list({ kind: 'unlock' }).map((event) => event.n)).toEqual([1])
  expect(town.store.events.list({ before: 2 }).map((event) => event.n)).toEqual([1])
})

test('settings are values by key', () => {
  const town = office()
  town.store.settings.set('ui', { font_size: '大' })
  town.reopen()
  expect(town.store.settings.get('ui', {})).toEqual({ font_size: '大' })
  expect(town.store.settings.all('u')).toEqual({ ui: { font_size: '大' } })
  town.store.settings.remove('ui')
  expect(town.store.settings.get('ui', null)).toBeNull()
})
