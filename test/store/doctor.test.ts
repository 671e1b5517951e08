import { join } from 'node:path'
import { expect, test } from 'vitest'
import { connect } from '../../electron/store/connection'
import { checks } from '../../electron/store/doctor/examine'
import { unlockKeyfile } from '../../electron/store/keyfile'
import { doctorWords } from '../../shared/text/doctor'
import { office, password, type Office } from './support/office'
import { tables } from './support/tables'

/** A town with something of everything, whose file is then changed behind the store's back. */
function damaged(...statements: readonly string[]): { readonly town: Office; readonly before: ReturnType<typeof tables> } {
  const town = office()
  const [a, b] = ['甲有田', '乙有田'].map((name) => town.put('person', { name }))
  const gone = town.put('organisation', { name: '旧单位' })
  town.put('suggestion', { no: '19-闭-001', title: '关于修路的建议', cohosts: [gone.id] })
  town.commit({ op: 'merge', from: a?.id ?? '', into: b?.id ?? '', reason: '同一人' })
  const erased = town.put('person', { name: '已抹去的人' })
  town.commit({ op: 'erase', uid: erased.id })
  const before = tables(town.dir)
  town.store.close()
  const key = unlockKeyfile(town.dir, password)
  if (!key.ok) throw new Error(key.code)
  for (const statement of statements) {
    // Each in a connection of its own: a changed schema is read anew.
    const raw = connect(join(town.dir, 'data.db'), key.value)
    raw.unsafeMode(true)
    raw.exec(statement)
    raw.close()
  }
  town.reopen()
  return { town, before }
}

const found = (town: Office, fix = false) => Object.fromEntries(town.store.doctor({ fix }).findings.filter((finding) => finding.count > 0).map((finding) => [finding.check, [finding.ok, finding.count, finding.fixed]]))

const suggestion = `(SELECT n FROM head WHERE type = 'suggestion')`
const redefined = (sql: string): string => `PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = ${sql} WHERE name = 't_organisation__main'; PRAGMA writable_schema = RESET`

/** What was done to the file, the one check that must find it, and how many records it names. */
const harms: readonly (readonly [check: string, count: number, ...statements: readonly string[]])[] = [
  ['indexes', 1, redefined(`replace(sql, 'deleted = 0', 'deleted = 7')`), 'REINDEX t_organisation__main', redefined(`replace(sql, 'deleted = 7', 'deleted = 0')`)],
  ['erased', 1, `UPDATE version SET data = '{"name":"已抹去的人"}' WHERE uid = (SELECT uid FROM head WHERE op = 'erase') AND op = 'put'`],
  ['heads', 5, 'UPDATE head SET conflict = 1'],
  ['heads', 1, `UPDATE head SET deleted = 1 WHERE type = 'suggestion'`],
  ['heads', 1, `UPDATE version SET head = 0 WHERE type = 'suggestion'`],
  ['heads', 1, `DELETE FROM head WHERE type = 'suggestion'`],
  ['redirects', 1, 'DELETE FROM redirect'],
  ['redirects', 1, `INSERT INTO redirect SELECT uid, 'nobody' FROM head WHERE type = 'organisation'`],
  ['clock', 1, `UPDATE setting SET value = '1' WHERE key = 'clock'`],
  ['towns', 1, `DELETE FROM town WHERE org <> ''`],
  ['rows', 1, `UPDATE t_person SET name = '别人' WHERE name = '乙有田'`],
  ['rows', 1, 'DELETE FROM t_suggestion'],
  ['rows', 1, `INSERT INTO t_person (n, uid, org, version, deleted, conflict) VALUES (9999, 'aaaaaaaaaaaaaaaaaaaaaaaaaa', '511321101', x'00', 0, 0)`],
  ['links', 1, 'DELETE FROM link'],
  ['links', 1, `INSERT INTO link SELECT (SELECT uid FROM head WHERE type = 'organisation'), 'suggestion', 'lead', n FROM head WHERE type = 'suggestion'`],
  ['search', 1, `DELETE FROM search WHERE rowid = ${suggestion}`],
  ['search', 1, `DELETE FROM search WHERE rowid = ${suggestion}; INSERT INTO search (rowid, kind, title, body, initials) VALUES (${suggestion}, 'suggestion', '修 桥', '', '')`],
  ['search', 1, `INSERT INTO search (rowid, kind, title, body, initials) VALUES (9999, 'person', '无 人', '', '')`],
  ['search', 1, `UPDATE search_data SET block = x'00' WHERE id > 100`],
]

test('a healthy store has no findings', () => {
  const { town } = damaged()
  expect(town.store.doctor()).toMatchObject({ ok: true })
  expect(found(town)).toEqual({})
})

test.each(harms.map(([check, count, ...statements]) => [check, count, statements] as const))('%s: the fault is found under its own name (%i), mended alone, and everything is as before', (check, count, statements) => {
  const { town, before } = damaged(...statements)
  expect(found(town)).toEqual({ [check]: [false, count, 0] })
  expect(town.store.doctor().ok).toBe(false)
  expect(found(town, true)).toEqual({ [check]: [true, count, count] })
  expect(found(town)).toEqual({})
  expect(tables(town.dir)).toEqual(before)
  expect(town.store.search('修路', 5)).toHaveLength(1)
  expect(town.reopen().doctor().ok).toBe(true)
  const put = town.put('person', { name: '后来的人' })
  expect(town.store.get(put.id)?.fields['name']).toBe('后来的人')
})

test('several faults at once are each mended by their own repair', () => {
  const { town, before } = damaged('DELETE FROM link', 'DELETE FROM redirect', `DELETE FROM search WHERE rowid = ${suggestion}`, `UPDATE version SET head = 0 WHERE type = 'organisation'`)
  expect(found(town, true)).toEqual({ heads: [true, 1, 1], redirects: [true, 1, 1], links: [true, 1, 1], search: [true, 1, 1] })
  expect(found(town)).toEqual({})
  expect(tables(town.dir)).toEqual(before)
})

test('one repair that fails takes back only itself: what was mended before it stays mended', () => {
  const { town } = damaged('DELETE FROM redirect', 'DELETE FROM link', `CREATE TRIGGER no_link BEFORE INSERT ON link WHEN new.type = 'suggestion' BEGIN SELECT raise(ABORT, 'no'); END`)
  expect(() => town.store.doctor({ fix: true })).toThrow('no')
  expect(found(town)).toEqual({ links: [false, 1, 0] })
})

test('a copy of the records that says otherwise than the versions is taken away', () => {
  const town = office()
  town.commit(...Array.from({ length: 1100 }, (_, at) => ({ op: 'put' as const, type: 'person', data: { name: `人${String(at)}` } })))
  expect(town.store.facts().all('person')).toHaveLength(1100)
  town.store.keep()
  town.store.close()
  const key = unlockKeyfile(town.dir, password)
  if (!key.ok) throw new Error(key.code)
  const raw = connect(join(town.dir, 'data.db'), key.value)
  // One of its records is changed without a version, as if the copy were of another day.
  raw.exec(`UPDATE version SET data = '{"name":"改了"}', dh = x'${'6c'.repeat(32)}' WHERE v = (SELECT min(v) FROM version)`)
  raw.close()
  town.reopen()
  expect(found(town, true)).toMatchObject({ copies: [true, 1, 1] })
  expect(found(town)['copies']).toBeUndefined()
})

test('a version whose content does not fit its digest, and one that is not there any more, are reported, not repaired', () => {
  const changed = damaged(`UPDATE version SET data = replace(data, '修路', '修桥')`).town.store.doctor({ fix: true })
  expect(changed.findings.find((finding) => finding.check === 'digests')).toMatchObject({ ok: false, count: 1, fixed: 0 })
  const { town } = damaged(`DELETE FROM version WHERE type = 'suggestion'`)
  for (const fix of [false, true]) expect(found(town, fix)).toEqual({ 'lost-versions': [false, 1, 0] })
  // The row that still shows the record is not thrown away for it.
  expect(tables(town.dir).typed['suggestion']).toHaveLength(1)
})

test('content that contradicts itself is counted for people and is no damage', () => {
  const { town } = damaged()
  town.put('suggestion', { no: '19-闭-001', title: '同号的另一件', lead: 'a'.repeat(26) })
  town.put('person', { name: '' })
  town.put('person', { name: '某人', sex: '男的' })
  expect(found(town)).toEqual({ orphans: [true, 1, 0], 'double-numbers': [true, 2, 0], 'against-rules': [true, 2, 0] })
  expect(town.store.doctor().ok).toBe(true)
})

test('every check says in words what it found and who can put it right', () => {
  for (const { name, mend } of checks) {
    const { what, next } = doctorWords(name)
    expect([name, what === name, next.includes('修好能修的')]).toEqual([name, false, mend !== undefined])
  }
})

test('a new record can be saved in a file that lost the last row of the heads, and the doctor brings the lost one back', () => {
  const { town } = damaged(`DELETE FROM search WHERE rowid = (SELECT max(n) FROM head)`, 'DELETE FROM head WHERE n = (SELECT max(n) FROM head)')
  expect(town.put('person', { name: '新来的人' }).fields['name']).toBe('新来的人')
  town.store.doctor({ fix: true })
  expect(found(town)).toEqual({})
})
