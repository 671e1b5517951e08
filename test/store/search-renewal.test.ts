import { expect, test } from 'vitest'
import { connect } from '../../electron/store/connection'
import { databasePath } from '../../electron/store/files-of-store'
import { unlockKeyfile } from '../../electron/store/keyfile'
import { office, password, type Office } from './support/office'

const people = 30

/** An office as an older program left it, which called every person otherwise in its search. */
function leftByOlder(): Office {
  const made = office()
  made.commit(...Array.from({ length: people }, (_, n) => ({ op: 'put' as const, type: 'person', data: { name: `周${String(n)}` } })))
  made.store.close()
  const key = unlockKeyfile(made.dir, password)
  if (!key.ok) throw new Error(key.code)
  const raw = connect(databasePath(made.dir), key.value)
  for (const { n } of raw.prepare('SELECT rowid AS n FROM search').all() as { n: number }[]) {
    raw.prepare('DELETE FROM search WHERE rowid = ?').run(n)
    raw.prepare('INSERT INTO search (rowid, kind, title, body, initials) VALUES (?, ?, ?, ?, ?)').run(n, 'person named', '旧 名', '', '')
  }
  raw.prepare(`UPDATE setting SET value = '{"program":"0.0.1","after":null}' WHERE key = 'search'`).run()
  raw.close()
  made.reopen()
  return made
}

const found = (of: Office, text: string): number => of.store.search(text, 100).length

test('after an update every record is found under what it is called now, some at a time', () => {
  const made = leftByOlder()
  expect([found(made, '旧名'), found(made, '周')]).toEqual([people, 0])
  expect(made.store.renewSearch(20)).toBe(true)
  expect([found(made, '旧名'), found(made, '周')]).toEqual([10, 20])
  // Closed in between: it goes on where it was.
  made.reopen()
  expect(made.store.renewSearch(20)).toBe(false)
  expect([found(made, '旧名'), found(made, '周')]).toEqual([0, people])
  expect(made.store.renewSearch(20)).toBe(false)
})

test('a new office has nothing to make anew, nor has one that was rebuilt', () => {
  const made = office()
  made.put('person', { name: '周维安' })
  expect(made.store.renewSearch(20)).toBe(false)
  made.store.rebuild()
  expect(made.store.renewSearch(20)).toBe(false)
  expect(found(made, '周维安')).toBe(1)
})
