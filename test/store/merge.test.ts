import fc from 'fast-check'
import { expect, test } from 'vitest'
import { blanked, type Version } from '../../shared/exchange/version'
import type { Change } from '../../electron/store/change'
import { dataOf } from '../../electron/store/change'
import { parseData } from '../../electron/store/version-codec'
import type { Store } from '../../electron/store/store'
import { actor, office, type Office } from './support/office'
import { tables } from './support/tables'

/** Everything that a store would send to one that has nothing. */
const headsOf = (store: Store): readonly Version[] => [...store.exchange.headsLacking(new Uint8Array())].map(({ meta, text }) => ({ ...meta, data: text === null ? null : parseData(text) }))

/** Every version that a store holds, history too. */
const allOf = (store: Store): readonly Version[] => [...store.dump()].flatMap((line) => {
  const { uid } = JSON.parse(line) as { uid: string }
  return store.history(uid).flatMap((entry) => {
    const stored = store.exchange.version(entry.id)
    return stored ? [{ ...stored.meta, data: stored.text === null ? null : parseData(stored.text) }] : []
  })
})

const take = (store: Store, versions: readonly Version[]) => store.putVersions(versions, { receivedIn: 'p' })

test('what one computer saved another shows, with deletions and the reasons for them', () => {
  const a = office()
  const b = office()
  const zhang = a.put('person', { name: '张有田' })
  const li = a.put('person', { name: '李秀英' })
  a.commit({ op: 'del', uid: li.id, reason: '重复录入' })
  expect(take(b.store, headsOf(a.store))).toEqual({ added: 2, known: 0, foreign: [], records: { new: 2, changed: 0, same: 0, deleted: 0, conflict: 0 }, held: 0, ids: [zhang.id, li.id].sort() })
  expect([...b.store.dump()]).toEqual([...a.store.dump()])
  expect(b.store.deletedList().map((entry) => [entry.title, entry.reason])).toEqual([['李秀英', '重复录入']])
  expect(take(b.store, headsOf(a.store))).toMatchObject({ added: 0, known: 2, records: { new: 0, changed: 0, same: 2, deleted: 0, conflict: 0 }, ids: [] })
})

test('edits in turn are never a conflict, also when an old package arrives late', () => {
  const a = office()
  const b = office()
  const rec = a.put('person', { name: '张有田' })
  const old = headsOf(a.store)
  a.set(rec.id, { post: '会计' })
  a.set(rec.id, { post: '支书' })
  take(b.store, headsOf(a.store))
  expect(take(b.store, old)).toMatchObject({ added: 1, records: { same: 1, changed: 0, conflict: 0 } })
  expect(b.store.conflicts()).toEqual([])
  expect(b.store.get(rec.id)?.fields).toEqual({ name: '张有田', post: '支书' })
})

test('edits at the same time are a conflict on both sides until one decides; nobody has to be asked twice', () => {
  const a = office()
  const b = office({ now: () => new Date('2030-01-01T00:00:00Z') })
  const rec = a.put('person', { name: '张有田' })
  take(b.store, headsOf(a.store))
  a.set(rec.id, { post: '会计' })
  b.set(rec.id, { post: '支书' })
  expect(take(a.store, headsOf(b.store)).records).toEqual({ new: 0, changed: 0, same: 0, deleted: 0, conflict: 1 })
  take(b.store, headsOf(a.store))
  expect([...a.store.dump()]).toEqual([...b.store.dump()])
  expect(a.store.conflicts()).toEqual([rec.id])
  expect(a.store.heads(rec.id).map((head) => head.data?.['post'])).toEqual(['支书', '会计'])
  const decided = a.set(rec.id, { post: '会计' })
  expect(decided.conflict).toBeUndefined()
  take(b.store, headsOf(a.store))
  expect(b.store.get(rec.id)).toEqual(decided)
  expect(b.store.conflicts()).toEqual([])
})

test('choosing the shown side of a conflict writes the decision, although nothing looks different', () => {
  const a = office()
  const b = office()
  const rec = a.put('person', { name: '张有田' })
  take(b.store, headsOf(a.store))
  a.set(rec.id, { post: '会计' })
  b.set(rec.id, { post: '支书' })
  take(a.store, headsOf(b.store))
  const shown = a.store.get(rec.id)
  if (!shown) throw new Error('gone')
  expect(a.commit({ op: 'put', type: 'person', uid: rec.id, data: dataOf(shown) }).versions).toHaveLength(1)
  expect(a.store.conflicts()).toEqual([])
})

test('a deletion that did not know of an edit does not hide it', () => {
  const a = office()
  const b = office()
  const rec = a.put('person', { name: '张有田' })
  take(b.store, headsOf(a.store))
  a.commit({ op: 'del', uid: rec.id, reason: '录错' })
  b.set(rec.id, { post: '支书' })
  take(a.store, headsOf(b.store))
  expect(a.store.get(rec.id)).toMatchObject({ deleted: false, conflict: true, fields: { post: '支书' } })
})

test('an erasure blanks every version here and, once it is known, everywhere; nothing brings the content back', () => {
  const a = office()
  const b = office()
  const rec = a.put('person', { name: '欧阳独特' })
  a.set(rec.id, { post: '会计' })
  take(b.store, allOf(a.store))
  const late = b.set(rec.id, { post: '支书' })
  const lateVersion = headsOf(b.store)
  a.commit({ op: 'erase', uid: rec.id, reason: '本人要求' })
  expect(a.store.history(rec.id).map((entry) => entry.data)).toEqual([{}, null, null])
  take(a.store, lateVersion)
  take(b.store, headsOf(a.store))
  for (const town of [a, b]) {
    expect(town.store.get(rec.id)).toMatchObject({ fields: {}, deleted: true })
    expect(town.store.search('欧阳独特', 5)).toEqual([])
    expect(JSON.stringify(town.store.history(rec.id))).not.toContain('支书')
    expect(town.store.doctor().findings.filter((finding) => !finding.ok)).toEqual([])
  }
  expect(a.store.commit(actor, [{ op: 'put', type: 'person', uid: rec.id, data: { name: '欧阳独特' } }])).toMatchObject({ ok: false, code: 'already-deleted' })
  expect(a.store.commit(actor, [{ op: 'revert', uid: rec.id, to: late.version }])).toMatchObject({ ok: false, code: 'already-deleted' })
})

test('a version that claims another town\'s record is not taken', () => {
  const county = office({ role: 'county', code: '511321' })
  const rec = county.put('person', { name: '张有田' }, { org: '511321101' })
  const [version] = headsOf(county.store)
  if (!version) throw new Error('nothing')
  const forged = { ...version, id: 'a'.repeat(26), org: '511321102', seen: [version.id] }
  expect(take(county.store, [forged])).toMatchObject({ added: 0, foreign: [{ id: forged.id, uid: rec.id, type: 'person', field: 'org' }] })
  expect(county.store.get(rec.id)).toEqual(rec)
})

test('records of a type that this app does not know are kept, sent on and shown as held', () => {
  const a = office()
  const [version] = (() => { a.put('person', { name: '张有田' }); return headsOf(a.store) })()
  if (!version) throw new Error('nothing')
  const later: Version = { ...version, id: 'b'.repeat(25) + 'a', uid: 'c'.repeat(26), type: 'hologram' }
  const b = office()
  expect(take(b.store, [later])).toMatchObject({ added: 1, held: 1 })
  expect(headsOf(b.store)).toEqual([later])
  expect(b.store.doctor().findings.find((finding) => finding.check === 'unknown-types')?.ids).toEqual([later.uid])
  expect(b.store.facts().get(later.uid)?.type).toBe('hologram')
})

// Histories: two computers of one town and the county edit, delete, merge and erase the same few records and hand heads around.
interface Play {
  readonly who: number
  readonly act: 'edit' | 'delete' | 'merge' | 'erase' | 'restore' | 'send'
  readonly rec: number
  readonly other: number
}

const plays = fc.array(fc.record({
  who: fc.nat(2), rec: fc.nat(3), other: fc.nat(3),
  act: fc.oneof({ weight: 6, arbitrary: fc.constant('edit' as const) }, { weight: 2, arbitrary: fc.constantFrom('delete' as const, 'merge' as const, 'restore' as const) },
    { weight: 1, arbitrary: fc.constant('erase' as const) }, { weight: 5, arbitrary: fc.constant('send' as const) }),
}), { minLength: 10, maxLength: 40 })

function run(nodes: readonly Office[], ids: readonly string[], play: Play, step: number): void {
  const node = nodes[play.who]
  const uid = ids[play.rec] ?? ''
  const other = ids[play.other] ?? ''
  const target = nodes[(play.who + 1 + (play.other % 2)) % 3]
  if (!node || !target) return
  const rec = node.store.get(uid)
  const change: Change | null = play.act === 'edit' && rec ? { op: 'put', type: 'person', uid, data: { ...dataOf(rec), post: `职务${step}`, distinct_from: [other] } }
    : play.act === 'delete' ? { op: 'del', uid, reason: `因${step}` }
      : play.act === 'merge' ? { op: 'merge', from: uid, into: other, reason: '同一人' }
        : play.act === 'erase' ? { op: 'erase', uid }
          : play.act === 'restore' ? { op: 'revert', uid, to: node.store.history(uid).find((entry) => entry.op === 'put')?.id ?? null } : null
  // Many of these are refused, as they would be for a person.
  if (change) node.store.commit(actor, [change])
  if (play.act === 'send') take(target.store, headsOf(node.store))
}

test('whatever order versions arrive in, and however they are split, all computers show the same rows', () => {
  fc.assert(fc.property(plays, fc.integer(), (played, seed) => {
    const nodes = [office(), office(), office()]
    const [first] = nodes
    if (!first) return
    const ids = ['甲有田', '乙有田', '丙有田', '丁有田'].map((name) => first.put('person', { name, work_unit: `${name}单位` }).id)
    for (const node of nodes) take(node.store, headsOf(first.store))
    played.forEach((play, step) => { run(nodes, ids, play, step) })
    for (let trip = 0; trip < 2; trip++) for (const from of nodes) for (const to of nodes) if (from !== to) take(to.store, headsOf(from.store))
    const shown = nodes.map((node) => [...node.store.dump()])
    expect(shown[1]).toEqual(shown[0])
    expect(shown[2]).toEqual(shown[0])

    // Everything there ever was, shuffled, into a fresh store, in pieces.
    const everything = [...new Map(nodes.flatMap((node) => allOf(node.store)).map((version) => [version.id, version])).values()]
    let state = seed >>> 0
    const random = () => (state = (state * 1664525 + 1013904223) >>> 0)
    const shuffled = everything.map((version) => [random(), version] as const).sort((a, b) => a[0] - b[0]).map(([, version]) => version)
    const fresh = office()
    for (let at = 0; at < shuffled.length; at += 3) take(fresh.store, shuffled.slice(at, at + 3))
    expect([...fresh.store.dump()]).toEqual(shown[0])
    const made = tables(fresh.dir)
    expect(made).toEqual(tables(first.dir))
    expect(fresh.store.doctor().findings.filter((finding) => !finding.ok)).toEqual([])

    // Made again from the versions: the same rows.
    fresh.store.rebuild()
    expect(tables(fresh.dir)).toEqual(made)
    for (const node of [...nodes, fresh]) node.store.close()
  }), { numRuns: 8 })
}, 120_000)

test('blanked versions of an erased record may come first', () => {
  const a = office()
  const rec = a.put('person', { name: '张有田' })
  const before = headsOf(a.store).map(blanked)
  a.commit({ op: 'erase', uid: rec.id })
  const b = office()
  take(b.store, [...before, ...headsOf(a.store)])
  expect([...b.store.dump()]).toEqual([...a.store.dump()])
})
