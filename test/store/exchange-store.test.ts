import { expect, test } from 'vitest'
import { checkHave, haveCount, haveIds, missing } from '../../shared/exchange/have'
import { versionLine } from '../../shared/exchange/version'
import { parseVersion } from '../../shared/exchange/parse-version'
import { sha256 } from '../../electron/store/version-codec'
import type { HeadQuery } from '../../electron/store/exchange-store'
import { office, type Office } from './support/office'

/** Sends through the lines of a package into the staging of the other side. */
function stage(from: Office, to: Office, packageId: string, query: HeadQuery = {}, peerHave: Uint8Array = new Uint8Array()): number {
  to.store.exchange.staging.begin(packageId)
  const lines = [...from.store.exchange.headsLacking(peerHave, query)].map(({ meta, text }, i) => {
    const read = parseVersion(versionLine(meta, text), sha256)
    if (!read.ok) throw new Error(JSON.stringify(read))
    return { line: i + 1, ...read.value }
  })
  to.store.exchange.staging.add(packageId, lines)
  return lines.length
}

test('what is private to the town does not travel, nor the attachments of such a record', () => {
  const town = office()
  const zhang = town.put('person', { name: '张有田' })
  const secret = town.put('person_private', { person: zhang.id, phone: '13800000001' })
  const file = (owner: string, sha: string) => town.put('file', { owner, sha256: sha.repeat(64), size: 1, mime: 'image/png', name: 'a.png' })
  const photo = file(zhang.id, 'a')
  const card = file(secret.id, 'b')
  const uids = (query: HeadQuery) => [...town.store.exchange.headsLacking(new Uint8Array(), query)].map(({ meta }) => meta.uid).sort()
  expect(uids({ scope: 'county' })).toEqual([zhang.id, photo.id].sort())
  expect(uids({ scope: 'town' })).toEqual([secret.id, card.id].sort())
  expect(town.store.exchange.headCount()).toBe(4)
  expect(haveCount(town.store.exchange.have({ scope: 'county', org: '511321101' }))).toBe(2)
  expect(uids({ org: '511321999' })).toEqual([])
})

test('a package carries what the peer lacks, the have list is sorted, and complete is only said when it is true', () => {
  const town = office()
  const county = office({ role: 'county', code: '511321' })
  const [a, b] = ['甲', '乙'].map((name) => town.put('person', { name }))
  stage(town, county, 'p1')
  county.store.exchange.staging.commit('p1')
  const has = county.store.exchange.have({ org: '511321101' })
  // Sorted by their bytes, which is not the order of their letters.
  expect(checkHave(has).ok).toBe(true)
  expect([...haveIds(has)].sort()).toEqual([a?.version, b?.version].sort())
  expect([...town.store.exchange.headsLacking(has)]).toEqual([])
  const edited = town.set(a?.id ?? '', { post: '会计' })
  expect([...town.store.exchange.headsLacking(has)].map(({ meta }) => meta.id)).toEqual([edited.version])
  const townHas = town.store.exchange.have()
  expect(missing(townHas, county.store.exchange.knower('511321101'))).toEqual([edited.version])
  // An id that only stands in the history of a head counts as known: the county has seen past it.
  const again = town.set(a?.id ?? '', { post: '支书' })
  stage(town, county, 'p2', {}, has)
  county.store.exchange.staging.commit('p2')
  expect(missing(townHas, county.store.exchange.knower('511321101'))).toEqual([])
  expect(county.store.versionOf(a?.id ?? '')).toBe(again.version)
})

test('a record that two computers changed apart counts and travels with both of its states, also where both wrote the same', () => {
  const [a, b] = [office(), office()]
  const send = (from: Office, to: Office, id: string): void => {
    stage(from, to, id)
    to.store.exchange.staging.commit(id)
  }
  const [apart, alike, quiet] = ['甲', '乙', '丙'].map((name) => a.put('person', { name }).id)
  send(a, b, 'p1')
  a.set(apart ?? '', { post: '会计' })
  b.set(apart ?? '', { post: '支书' })
  for (const one of [a, b]) one.set(alike ?? '', { post: '主任' })
  send(b, a, 'p2')
  const heads = [...a.store.exchange.headsLacking(new Uint8Array())]
  expect(heads.map(({ meta }) => meta.uid).sort()).toEqual([apart, apart, alike, alike, quiet].sort())
  expect(a.store.exchange.headCount()).toBe(5)
  expect(a.store.exchange.lackingIds(new Uint8Array())).toEqual(heads.map(({ meta }) => ({ id: meta.id, type: 'person' })))
  expect([...haveIds(a.store.exchange.have())].sort()).toEqual(heads.map(({ meta }) => meta.id).sort())
  expect(a.store.exchange.headCount({}, b.store.exchange.have())).toBe(2)
})

test('the preview says per type what the commit then does', () => {
  const town = office()
  const county = office({ role: 'county', code: '511321' })
  const people = ['甲', '乙', '丙', '丁'].map((name) => town.put('person', { name }))
  stage(town, county, 'p1')
  expect(county.store.exchange.staging.preview('p1')).toEqual({ person: { new: 4, changed: 0, same: 0, deleted: 0, conflict: 0, held: 0, error: 0 } })
  expect(county.store.counts()).toEqual({})
  county.store.exchange.staging.commit('p1')
  const [a, b, c] = people
  town.set(a?.id ?? '', { post: '会计' })
  town.commit({ op: 'del', uid: b?.id ?? '', reason: '录错' })
  town.set(c?.id ?? '', { post: '镇里改' })
  county.set(c?.id ?? '', { post: '县里改' })
  town.put('organisation', { name: '水利站' })
  stage(town, county, 'p2')
  county.store.exchange.staging.addError('p2', { line: 9, type: 'person', uid: 'x', code: 'bad-input', field: 'hlc' })
  expect(county.store.exchange.staging.preview('p2')).toEqual({
    organisation: { new: 1, changed: 0, same: 0, deleted: 0, conflict: 0, held: 0, error: 0 },
    person: { new: 0, changed: 1, same: 1, deleted: 1, conflict: 1, held: 0, error: 1 },
  })
  expect(county.store.exchange.staging.errors('p2')).toEqual([{ line: 9, type: 'person', uid: 'x', code: 'bad-input', field: 'hlc' }])
  expect(county.store.exchange.staging.commit('p2')).toMatchObject({ records: { new: 1, changed: 1, same: 1, deleted: 1, conflict: 1 } })
  expect(county.store.exchange.staging.errors('p2')).toEqual([])
  expect(county.store.history(a?.id ?? '')[0]?.received_in).toBe('p2')
})

test('an import and its ledgers happen together or not at all, and saves in between are not lost', () => {
  const town = office()
  const county = office({ role: 'county', code: '511321' })
  town.put('person', { name: '甲' })
  stage(town, county, 'p1')
  const heard: unknown[] = []
  county.store.subscribe((changed) => { heard.push(changed.types) })
  expect(() => county.store.exchange.atomically(() => {
    county.store.exchange.staging.commit('p1')
    county.store.exchange.putPeer({ device: 'd', org: '511321101', have: new Uint8Array(), haveBlobs: [], lastIn: 'now', lastOut: null })
    throw new Error('power cut')
  })).toThrow('power cut')
  expect([county.store.counts(), county.store.exchange.peer('d'), county.store.search('甲', 5), heard]).toEqual([{}, null, [], []])
  county.put('county_order', { title: '报送名册' })
  county.store.exchange.atomically(() => {
    county.store.exchange.staging.commit('p1')
    county.store.exchange.putPeer({ device: 'd', org: '511321101', have: town.store.exchange.have(), haveBlobs: ['ab'.repeat(32)], lastIn: '2026-03-02', lastOut: null })
  })
  expect(county.store.counts()).toEqual({ county_order: 1, person: 1 })
  expect(heard).toEqual([['county_order'], ['person']])
  expect(county.store.exchange.peers('511321101')).toEqual([{ device: 'd', org: '511321101', have: Buffer.from(town.store.exchange.have()), haveBlobs: ['ab'.repeat(32)], lastIn: '2026-03-02', lastOut: null }])
  expect([...county.store.dump()].filter((line) => !line.includes('county_order'))).toEqual([...town.store.dump()])
})

test('ledgers of packages, devices and attachments', () => {
  const { exchange } = office().store
  const row = { id: 'p1', direction: 'out', device: 'd1', org: '511321101', pseq: 1, sealSha256: 's1', state: 'MADE', code: null, counts: { person: 2 }, file: '/x.zpk', madeAt: '2026-03-02', doneAt: null } as const
  expect(exchange.nextPseq('d1')).toBe(1)
  exchange.putPackage(row)
  exchange.putPackage({ ...row, state: 'CONFIRMED', doneAt: '2026-03-09' })
  expect(exchange.package('p1')).toEqual({ ...row, state: 'CONFIRMED', doneAt: '2026-03-09' })
  expect([exchange.packageBySeal('s1')?.id, exchange.packageBySeal('s2'), exchange.nextPseq('d1'), exchange.nextPseq('d2')]).toEqual(['p1', null, 2, 1])
  expect(() => { exchange.putPackage({ ...row, id: 'p2' }) }).toThrow('UNIQUE')
  expect([exchange.packages({ direction: 'out', state: 'CONFIRMED' }).length, exchange.packages({ direction: 'in' }).length]).toEqual([1, 0])
  exchange.putDevice({ id: 'd1', org: '511321101', keys: { sign: 'k' }, cert: null, state: 'open' })
  expect(exchange.devices('511321101')).toEqual([exchange.device('d1')])
  exchange.putBlob({ sha256: 'aa', size: 3, mime: 'image/png', state: 'wanted' })
  expect([exchange.blobs('wanted'), exchange.blobs('here'), exchange.blob('aa')?.size]).toEqual([[{ sha256: 'aa', size: 3, mime: 'image/png', state: 'wanted' }], [], 3])
})

test('the newest package that was taken in is known of every town, by its time and then its number', () => {
  const county = office()
  const row = { direction: 'in', device: 'd', code: null, counts: {}, file: null, doneAt: null, state: 'COMMITTED' } as const
  const pack = (id: string, org: string, pseq: number, madeAt: string, state: string = row.state) => { county.store.exchange.putPackage({ ...row, id, org, pseq, madeAt, state, sealSha256: id }) }
  pack('a', '511321101', 1, '2026-01-01T00:00:00Z')
  pack('b', '511321101', 2, '2026-02-01T00:00:00Z', 'RECEIPTED')
  pack('c', '511321101', 3, '2026-03-01T00:00:00Z', 'HELD')
  pack('d', '511321102', 9, '2026-02-01T00:00:00Z')
  pack('e', '511321102', 10, '2026-02-01T00:00:00Z')
  expect([...county.store.exchange.newestTaken()].map(([org, { id }]) => [org, id])).toEqual([['511321101', 'b'], ['511321102', 'e']])
})
