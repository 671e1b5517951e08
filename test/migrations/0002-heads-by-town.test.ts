import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate } from '../../electron/store/migrations'

test('records of the schema before are found by their town and type, deleted ones too, and nothing of them changes', () => {
  const raw = new Database(':memory:')
  migrate(raw, 1)
  const put = raw.prepare(`INSERT INTO head (uid, type, org, version_id, v, op, conflict, deleted, hlc) VALUES (?, ?, ?, x'00', ?, 'put', 0, ?, 1)`)
  for (const [uid, type, org, deleted] of [['a', 'person', '511321101', 0], ['b', 'file', '511321101', 1], ['c', 'person', '511321102', 0]] as const) put.run(uid, type, org, uid.charCodeAt(0), deleted)
  const before = raw.prepare('SELECT * FROM head ORDER BY n').all()
  migrate(raw)
  expect(raw.prepare('SELECT * FROM head ORDER BY n').all()).toEqual(before)
  const plan = (text: string) => (raw.prepare(`EXPLAIN QUERY PLAN ${text}`).get() as { readonly detail: string }).detail
  expect(plan(`SELECT v FROM head WHERE org >= '511321101' AND org <= '511321101'`)).toContain('head__org')
  expect(plan(`SELECT count(*) FROM head WHERE org = '511321101' AND deleted = 0`)).toContain('COVERING INDEX head__org')
})
