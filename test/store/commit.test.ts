import { expect, test } from 'vitest'
import { actor, office } from './support/office'
import { dataOf } from '../../electron/store/change'

const term = { no: 19, name: '第十九届', first_meeting_on: '2021-12-20' }

test('a saved record reads back whole, with its version and its history', () => {
  const town = office()
  const zhang = town.put('person', { name: '张有田', sex: '1', former_names: [{ name: '张友田' }] })
  const read = town.store.get(zhang.id)
  expect(read).toEqual({ id: zhang.id, type: 'person', org: '511321101', version: zhang.version, fields: { name: '张有田', sex: '1', former_names: [{ name: '张友田' }] }, deleted: false })
  const after = town.set(zhang.id, { sex: '2', birth: '1978-03' })
  expect(town.store.history(zhang.id).map((entry) => ({ op: entry.op, by: entry.by, changed: entry.changed, head: entry.head }))).toEqual([
    { op: 'put', by: '主席', changed: ['birth', 'sex'], head: true },
    { op: 'put', by: '主席', changed: ['former_names', 'name', 'sex'], head: false },
  ])
  expect(town.store.versionOf(zhang.id)).toBe(after.version)
})

test('status and its log are content; the status stands beside the fields', () => {
  const town = office()
  const log = [{ step: 'add', from: '', to: '草稿', event_on: '2026-03-01', entered_at: '2026-03-02T09:00:00+08:00', by: '主席' }]
  const rec = town.put('suggestion', { title: '关于修路的建议', status: '草稿', status_log: log })
  expect(rec.status).toBe('草稿')
  expect(rec.fields).toEqual({ title: '关于修路的建议', status_log: log })
  expect(dataOf(rec)).toEqual({ title: '关于修路的建议', status: '草稿', status_log: log })
})

test('an edit made from an old version is refused and shows the record as it is now', () => {
  const town = office()
  const rec = town.put('person', { name: '李秀英' })
  const now = town.set(rec.id, { post: '村支书' })
  const stale = town.store.commit(actor, [{ op: 'put', type: 'person', uid: rec.id, data: { name: '李秀英', post: '会计' }, base: rec.version }])
  expect(stale).toEqual({ ok: false, code: 'changed-elsewhere', detail: { id: rec.id, current: now, index: 0 } })
  expect(town.store.get(rec.id)).toEqual(now)
})

test('saving without a change writes no version', () => {
  const town = office()
  const rec = town.put('person', { name: '李秀英', post: '村支书' })
  const done = town.commit({ op: 'put', type: 'person', uid: rec.id, data: { post: '村支书', name: '李秀英', birth: null } })
  expect(done.versions).toEqual([])
  expect(done.recs).toEqual([rec])
})

test('of several changes in one commit all are saved or none', () => {
  const town = office()
  const refused = town.store.commit(actor, [
    { op: 'put', type: 'person', data: { name: '王建国' } },
    { op: 'put', type: 'no-such-type', data: { name: '王建国' } },
  ])
  expect(refused).toEqual({ ok: false, code: 'unknown-type', detail: { type: 'no-such-type', index: 1 } })
  expect(town.store.counts()).toEqual({})
  expect(town.store.search('王建国', 10)).toEqual([])
})

test('two lines with one key are one record: the second is refused with the id of the first', () => {
  const town = office()
  const first = town.put('term', term)
  expect(town.store.uidOf('term', { no: 19 })).toBe(first.id)
  expect(town.store.commit(actor, [{ op: 'put', type: 'term', data: term }])).toEqual({ ok: false, code: 'already-exists', detail: { id: first.id, index: 0 } })
})

test('a key is fixed once saved, but a name that is a key stays editable', () => {
  const town = office()
  const first = town.put('term', term)
  const moved = town.store.commit(actor, [{ op: 'put', type: 'term', uid: first.id, data: { ...term, no: 20 } }])
  expect(moved).toEqual({ ok: false, code: 'key-fixed', field: 'no', detail: { id: first.id, label: '届数', index: 0 } })
  const village = town.put('village', { name: '石桥村' })
  expect(town.set(village.id, { name: '石桥社区' }).id).toBe(village.id)
})

test('a deleted line is taken up again under its id when it is filled once more', () => {
  const town = office()
  const first = town.put('term', term)
  town.commit({ op: 'del', uid: first.id, reason: '录错' })
  expect(town.store.get(first.id)?.deleted).toBe(true)
  const again = town.put('term', { ...term, quota: 60 })
  expect(again).toMatchObject({ id: first.id, deleted: false, fields: { quota: 60 } })
  expect(town.store.history(first.id).map((entry) => entry.op)).toEqual(['put', 'del', 'put'])
})

test('floats, lone surrogates and overlong text are refused under their codes; text is stored composed', () => {
  const town = office()
  const refused = (data: Record<string, string | number>) => {
    const result = town.store.commit(actor, [{ op: 'put', type: 'person', data: { name: '甲', ...data } }])
    return result.ok ? 'saved' : [result.code, result.field]
  }
  expect(refused({ remark: 1.5 })).toEqual(['bad-number', 'remark'])
  expect(refused({ remark: 'a\ud800b' })).toEqual(['bad-text', 'remark'])
  expect(refused({ remark: 'x'.repeat(100_001) })).toEqual(['too-long', 'remark'])
  expect(town.put('person', { name: 'Cafe\u0301' }).fields['name']).toBe('Caf\u00e9')
})

test('values that are computed at read are never stored', () => {
  const town = office()
  const rec = town.put('activity', { kind: '01', title: '走访', matters: ['x'] })
  expect(rec.fields).toEqual({ kind: '01', title: '走访' })
})

test('listeners hear once of a commit, after it is on disk', () => {
  const town = office()
  const heard: unknown[] = []
  const stop = town.store.subscribe((changed) => { heard.push(changed) })
  const [a, b] = town.commit({ op: 'put', type: 'person', data: { name: '甲乙' } }, { op: 'put', type: 'organisation', data: { name: '水利站' } }).recs
  town.store.commit(actor, [{ op: 'del', uid: 'nobody', reason: 'x' }])
  stop()
  town.put('person', { name: '丙丁' })
  expect(heard).toEqual([{ types: ['organisation', 'person'], ids: [a?.id, b?.id], orgs: ['511321101'] }])
})

test('a correction of the county stays a record of its town', () => {
  const county = office({ role: 'county', code: '511321' })
  const rec = county.put('person', { name: '赵大海' }, { org: '511321101' })
  expect(county.set(rec.id, { post: '主任' }).org).toBe('511321101')
  expect(county.store.towns()).toEqual([{ org: '511321101', records: 1 }])
})
