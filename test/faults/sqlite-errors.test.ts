/** Every error that SQLite knows, at every write of a save and of an import: the office says what happened, has what it had, and goes on. */
import Database from 'better-sqlite3'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { Db, type Statement } from '../../electron/store/db'
import { storeFailure } from '../../electron/store/failure'
import { parseData } from '../../electron/store/version-codec'
import type { ErrorCode } from '../../shared/result'
import { long, tried } from '../support/tried'
import { actor, office, type Office } from '../store/support/office'

/** What the computer can do to us, and the code a person is told. */
const faults: readonly (readonly [sqlite: string, told: ErrorCode])[] = [
  ['SQLITE_FULL', 'disk-full'], ['SQLITE_IOERR', 'io-error'], ['SQLITE_IOERR_READ', 'io-error'], ['SQLITE_IOERR_SHORT_READ', 'io-error'], ['SQLITE_IOERR_WRITE', 'io-error'], ['SQLITE_IOERR_FSYNC', 'io-error'],
  ['SQLITE_IOERR_DIR_FSYNC', 'io-error'], ['SQLITE_IOERR_TRUNCATE', 'io-error'], ['SQLITE_IOERR_FSTAT', 'io-error'], ['SQLITE_IOERR_UNLOCK', 'io-error'], ['SQLITE_IOERR_RDLOCK', 'io-error'],
  ['SQLITE_IOERR_DELETE', 'io-error'], ['SQLITE_IOERR_NOMEM', 'io-error'], ['SQLITE_IOERR_ACCESS', 'io-error'], ['SQLITE_IOERR_LOCK', 'io-error'], ['SQLITE_IOERR_CLOSE', 'io-error'], ['SQLITE_IOERR_SHMOPEN', 'io-error'],
  ['SQLITE_IOERR_SHMSIZE', 'io-error'], ['SQLITE_IOERR_SHMMAP', 'io-error'], ['SQLITE_IOERR_SEEK', 'io-error'], ['SQLITE_IOERR_MMAP', 'io-error'], ['SQLITE_IOERR_DATA', 'io-error'], ['SQLITE_IOERR_CORRUPTFS', 'io-error'],
  ['SQLITE_CANTOPEN', 'io-error'], ['SQLITE_CANTOPEN_ISDIR', 'io-error'], ['SQLITE_NOMEM', 'io-error'], ['SQLITE_INTERRUPT', 'io-error'], ['SQLITE_ABORT', 'io-error'], ['SQLITE_ABORT_ROLLBACK', 'io-error'],
  ['SQLITE_NOLFS', 'io-error'], ['SQLITE_SCHEMA', 'io-error'], ['SQLITE_READONLY', 'read-only'], ['SQLITE_READONLY_DBMOVED', 'read-only'], ['SQLITE_READONLY_DIRECTORY', 'read-only'], ['SQLITE_READONLY_CANTLOCK', 'read-only'],
  ['SQLITE_PERM', 'read-only'], ['SQLITE_AUTH', 'read-only'], ['SQLITE_BUSY', 'in-use'], ['SQLITE_BUSY_SNAPSHOT', 'in-use'], ['SQLITE_BUSY_RECOVERY', 'in-use'], ['SQLITE_LOCKED', 'in-use'], ['SQLITE_PROTOCOL', 'in-use'],
  ['SQLITE_CORRUPT', 'damaged'], ['SQLITE_CORRUPT_INDEX', 'damaged'], ['SQLITE_CORRUPT_VTAB', 'damaged'], ['SQLITE_NOTADB', 'damaged'], ['SQLITE_FORMAT', 'damaged'], ['SQLITE_TOOBIG', 'too-big'],
]
/** What only a fault of the program can bring: told as such, and nothing is lost either. */
const ours: readonly string[] = ['SQLITE_ERROR', 'SQLITE_INTERNAL', 'SQLITE_MISUSE', 'SQLITE_RANGE', 'SQLITE_MISMATCH', 'SQLITE_CONSTRAINT', 'SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_NOTFOUND', 'SQLITE_EMPTY']
const all: readonly (readonly [string, ErrorCode])[] = [...faults, ...ours.map((code) => [code, 'internal'] as const)]

afterEach(() => { vi.restoreAllMocks() })

/** Counts the writes of every transaction, its commit as the last one, and lets one of them fail. */
function failing(at: number, code: string): { readonly writes: () => number; readonly stop: () => void } {
  let count = 0
  const reach = (): void => {
    count += 1
    if (count === at) throw new Database.SqliteError(`made up: ${code}`, code)
  }
  const sql = Db.prototype.sql
  const transaction = Db.prototype.transaction
  const spies = [
    vi.spyOn(Db.prototype, 'sql').mockImplementation(function (this: Db, text: string): Statement {
      const statement = sql.call(this, text)
      if (!/^\s*(INSERT|UPDATE|DELETE|REPLACE)/iu.test(text)) return statement
      return { run: (...values) => { reach(); return statement.run(...values) }, get: statement.get.bind(statement), all: statement.all.bind(statement), iterate: statement.iterate.bind(statement) }
    }),
    vi.spyOn(Db.prototype, 'transaction').mockImplementation(function <T>(this: Db, work: () => T): T {
      if (this.raw.inTransaction) return transaction.call(this, work) as T
      return transaction.call(this, () => { const value = work(); reach(); return value }) as T
    }),
  ]
  return { writes: () => count, stop: () => { for (const spy of spies) spy.mockRestore() } }
}

/** The code under which `work` failed; null = it did not. */
function outcome(work: () => { readonly ok: boolean; readonly code?: string } | null): string | null {
  try {
    const done = work()
    return done === null || done.ok ? null : done.code ?? ''
  } catch (error) {
    return storeFailure(error).code
  }
}

interface Work {
  readonly name: string
  readonly make: () => { readonly town: Office; readonly run: () => { readonly ok: boolean; readonly code?: string } | null }
}

const works: readonly Work[] = [
  {
    name: 'save', make: () => {
      const town = office()
      const person = town.put('person', { name: '何秀兰' })
      const old = town.put('organisation', { name: '旧单位' })
      const suggestion = town.put('suggestion', { no: '19-闭-001', title: '关于修路的建议', lead: person.id })
      return { town, run: () => town.store.commit(actor, [{ op: 'put', type: 'suggestion', uid: suggestion.id, data: { no: '19-闭-001', title: '关于修桥的建议', lead: person.id } }, { op: 'put', type: 'organisation', data: { name: '交通办' } }, { op: 'del', uid: old.id, reason: '登记错误' }]) }
    },
  },
  {
    name: 'import', make: () => {
      const from = office()
      const people = ['甲', '乙', '丙'].map((name) => from.put('person', { name: `${name}有田` }))
      from.set(people[0]?.id ?? '', { name: '甲有地' })
      const versions = people.flatMap((one) => from.store.history(one.id)).flatMap((entry) => {
        const stored = from.store.exchange.version(entry.id)
        return stored ? [{ ...stored.meta, data: parseData(stored.text) }] : []
      })
      const town = office({ role: 'county', code: '511321' })
      return { town, run: () => { town.store.putVersions(versions, { receivedIn: 'package-1' }); return null } }
    },
  },
]

describe.each(works)('during $name', ({ name, make }) => {
  test('each fault at each write is told under its code, leaves everything as it was, and the next try succeeds', () => {
    const probe = make()
    const counting = failing(Number.POSITIVE_INFINITY, '')
    expect(outcome(probe.run)).toBe(null)
    counting.stop()
    const writes = counting.writes()
    expect(writes).toBeGreaterThan(8)
    const { town, run } = make()
    const before = [...town.store.dump()]
    const found: string[] = []
    let times = 0
    for (let at = 1; at <= writes; at++) {
      for (const [code, told] of long ? all : [all[at % all.length] ?? all[0], ...(at === writes ? all : [])] as typeof all) {
        const fault = failing(at, code)
        const got = outcome(run)
        fault.stop()
        times += 1
        if (got !== told) found.push(`${code} at ${String(at)}: ${String(got)}`)
        if (JSON.stringify([...town.store.dump()]) !== JSON.stringify(before)) found.push(`${code} at ${String(at)} left something`)
      }
    }
    expect(found).toEqual([])
    expect(town.store.doctor()).toMatchObject({ ok: true })
    expect(outcome(run)).toBe(null)
    expect(town.store.doctor()).toMatchObject({ ok: true })
    expect([...town.reopen().dump()]).not.toEqual(before)
    tried(`SQLite errors at the writes of ${name}`, times, { writes, codes: all.length })
  }, long ? 600_000 : 30_000)
})
