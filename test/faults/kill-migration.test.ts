/** The first start of a newer program, cut off at every step and by `kill -9`: the file is the old one or the new one, with every record, and the next start goes on. */
import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { build, type Plugin } from 'vite'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { lookAtBackup } from '../../electron/store/backup'
import { connect } from '../../electron/store/connection'
import { Db } from '../../electron/store/db'
import { backupFolder, databasePath } from '../../electron/store/files-of-store'
import { unlockKeyfile } from '../../electron/store/keyfile'
import type * as migrationsModule from '../../electron/store/migrations'
import { latest, schemaOf } from '../../electron/store/migrations'
import { openStore } from '../../electron/store/open'
import { folder, password } from '../store/support/office'
import { long, times, tried } from '../support/tried'
import { second } from './second-migration'

type Migrations = typeof migrationsModule

// The newer program: the same one, with one more migration.
vi.mock('../../electron/store/migrations', async (original: () => Promise<Migrations>) => {
  const old = await original()
  const { second } = await import('./second-migration')
  const migrations = [...old.migrations, { ...second, version: old.latest + 1 }]
  return { ...old, migrations, latest: migrations.length, migrate: (raw: Database.Database, to = migrations.length) => old.migrate(raw, to, migrations) }
})

const old = join(import.meta.dirname, '../fixtures/stores/0.1.0')
const want = readFileSync(join(old, 'dump.jsonl'), 'utf8')
const now = (): Date => new Date('2026-06-01T01:00:00Z')
const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'zhen-migrate-'))
const program = join(import.meta.dirname, '../../.cache', `migrate-${String(process.pid)}`)
afterAll(() => { for (const dir of [base, program]) rmSync(dir, { recursive: true, force: true }) })
afterEach(() => { vi.restoreAllMocks() })

function firstRelease(dir = folder()): string {
  for (const name of ['data.db', 'key.json']) copyFileSync(join(old, name), join(dir, name))
  return dir
}

function schemaIn(dir: string): number {
  const key = unlockKeyfile(dir, password)
  if (!key.ok) throw new Error(key.code)
  const raw = connect(databasePath(dir), key.value)
  try {
    return schemaOf(raw)
  } finally {
    raw.close()
  }
}

/** Opens it with the newer program, which brings it up to date, and looks whether everything is there. */
function whole(dir: string): void {
  const opened = openStore(dir, { password, now })
  if (!opened.ok) throw new Error(JSON.stringify(opened))
  const store = opened.value
  expect([...store.dump()].map((line) => `${line}\n`).join('')).toBe(want)
  expect(store.doctor().findings.filter((finding) => !finding.ok)).toEqual([])
  expect([store.search('修缮', 5).length, store.drafts.list().length]).toEqual([1, 1])
  store.close()
}

/** Copies the folder before every statement that writes, as a kill at that moment would leave it. */
function pictures(dir: string): readonly string[] {
  const made: string[] = []
  const take = (): void => {
    const at = join(base, `step${String(made.length)}`)
    mkdirSync(at)
    for (const name of readdirSync(dir)) if (/^(data\.db(-wal)?|key\.json)$/u.test(name)) copyFileSync(join(dir, name), join(at, name))
    made.push(at)
  }
  const exec = Database.prototype.exec
  const sql = Db.prototype.sql
  vi.spyOn(Database.prototype, 'exec').mockImplementation(function (this: Database.Database, text: string) {
    take()
    return exec.call(this, text)
  })
  vi.spyOn(Db.prototype, 'sql').mockImplementation(function (this: Db, text: string) {
    if (/^\s*(INSERT|UPDATE|DELETE)/iu.test(text)) take()
    return sql.call(this, text)
  })
  whole(dir)
  vi.restoreAllMocks()
  return made
}

describe('the first start of a newer program', () => {
  test('backs up the file as it was, which the older program can take back', () => {
    const dir = firstRelease()
    const before = schemaIn(dir)
    whole(dir)
    expect([before, schemaIn(dir)]).toEqual([1, latest])
    const [file = ''] = readdirSync(backupFolder(dir))
    expect(file).toMatch(/-migration\.zrb$/u)
    expect(lookAtBackup(join(backupFolder(dir), file), { password })).toMatchObject({ ok: true, value: { newer: false } })
    // Its head says the schema that it holds, not the one of the program that made it.
    expect(readFileSync(join(backupFolder(dir), file)).subarray(0, 4096).toString('latin1')).toContain(`"schema":${String(before)}`)
  })

  test('that is cut off at any step leaves the old file or the new one, whole, and the next start ends the work', () => {
    const steps = pictures(firstRelease())
    expect(steps.length).toBeGreaterThan(40)
    const found: Record<string, number> = {}
    const looked = steps.filter((_, at) => long || at % 9 === 0 || at === steps.length - 1)
    for (const dir of looked) {
      const schema = schemaIn(dir)
      found[`schema ${String(schema)}`] = (found[`schema ${String(schema)}`] ?? 0) + 1
      whole(dir)
    }
    expect(Object.keys(found)).toEqual(expect.arrayContaining(['schema 1']))
    tried('an upgrade cut off at a step', looked.length, found)
  }, 600_000)

  test('that fails in the middle leaves the file to the older program as it was', () => {
    const dir = firstRelease()
    const exec = Database.prototype.exec
    vi.spyOn(Database.prototype, 'exec').mockImplementation(function (this: Database.Database, text: string) {
      if (text === 'CREATE TABLE later (x)') throw new Database.SqliteError('made up', 'SQLITE_FULL')
      return exec.call(this, text)
    })
    expect(openStore(dir, { password, now })).toMatchObject({ ok: false, code: 'disk-full' })
    vi.restoreAllMocks()
    expect(schemaIn(dir)).toBe(1)
    whole(dir)
  })
})

describe('kill -9', () => {
  const migration = (): Plugin => ({
    name: 'second-migration', enforce: 'pre',
    transform: (code, id) => (id.endsWith('store/migrations/index.ts') ? code.replace(/\n\]\n\n\/\*\* The schema that this app writes/u, `\n  ${JSON.stringify({ ...second, version: latest })},$&`) : null),
  })
  beforeAll(async () => {
    await build({
      root: join(import.meta.dirname, '../..'), configFile: false, logLevel: 'error', plugins: [migration()], ssr: { noExternal: true, external: ['better-sqlite3'] },
      build: { ssr: join(import.meta.dirname, 'migrate-process.ts'), outDir: program, target: 'node20', rollupOptions: { output: { entryFileNames: 'run.mjs' } } },
    })
  }, 240_000)

  /** Starts the newer program on the folder; Infinity = it may end. */
  const start = (dir: string, after: number): Promise<number> => {
    const child = spawn(process.execPath, [join(program, 'run.mjs'), dir, password], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ZHEN_SCRYPT_N: '1024' } })
    // The program says itself how long it took: a test that is kept waiting would see both words at once.
    let said = ''
    child.stdout.on('data', (data: Buffer) => {
      if (said === '' && Number.isFinite(after)) setTimeout(() => { child.kill('SIGKILL') }, after)
      said += data.toString()
    })
    return new Promise((resolve) => { child.once('close', () => { resolve(Number(/end ([\d.]+)/u.exec(said)?.[1] ?? 0)) }) })
  }

  test('at moments spread over the upgrade leaves the old file or the new one, whole', async () => {
    const office = firstRelease()
    const took = await start(office, Number.POSITIVE_INFINITY)
    expect([took > 0, schemaIn(office)]).toEqual([true, latest])
    const runs = times(2, 40)
    const found: Record<string, number> = {}
    for (let n = 0; n < runs; n++) {
      const dir = firstRelease(mkdtempSync(join(base, 'office-')))
      await start(dir, ((n + Math.random()) / runs) * took * 1.1)
      const schema = schemaIn(dir)
      found[`schema ${String(schema)}`] = (found[`schema ${String(schema)}`] ?? 0) + 1
      whole(dir)
      expect(readdirSync(dir).filter((name) => /\.(part|partial|restoring)$/u.test(name))).toEqual([])
      rmSync(dir, { recursive: true })
    }
    tried('kill -9 while the office: upgrade', runs, found)
  }, 600_000)
})
