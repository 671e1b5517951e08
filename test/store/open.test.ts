import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { storeFailure } from '../../electron/store/failure'
import { calibrate, roundsFor } from '../../electron/store/key-slots'
import { connect } from '../../electron/store/connection'
import { Db } from '../../electron/store/db'
import { unlockKeyfile } from '../../electron/store/keyfile'
import { liveStore } from '../../electron/store/live-store'
import { takeLock } from '../../electron/store/lock'
import { createStore, openStore, startFailure, storeExists } from '../../electron/store/open'
import { restoreBackup } from '../../electron/store/restore'
import { checkPlace } from '../../electron/store/place'
import { actor, folder, office, password } from './support/office'
import { startWriter } from './support/run-writer'

const now = () => new Date('2026-03-02T01:00:00Z')
const code = (result: { readonly ok: boolean; readonly code?: string }): string => (result.ok ? 'ok' : (result.code ?? ''))

test('a store opens with its password only, and says so otherwise', () => {
  const town = office()
  town.put('person', { name: '张有田' })
  town.store.close()
  expect(openStore(town.dir, { password: '猜的', now })).toEqual({ ok: false, code: 'wrong-password' })
  const opened = town.reopen()
  expect(opened.counts()).toEqual({ person: 1 })
  expect(opened.office).toEqual({ role: 'town', code: '511321101', name: '青石镇' })
})

test('a database that is empty, or has only its beginning, is damage and never an office to set up anew; it is left as it is', () => {
  for (const bytes of [0, 1, 700, 4095, 4096, 20_480]) {
    const town = office()
    town.put('person', { name: '张有田' })
    town.store.close()
    truncateSync(join(town.dir, 'data.db'), bytes)
    const before = readFileSync(join(town.dir, 'data.db'))
    expect([bytes, code(openStore(town.dir, { password, now }))]).toEqual([bytes, 'damaged'])
    expect(readFileSync(join(town.dir, 'data.db')).equals(before)).toBe(true)
    expect(readdirSync(town.dir)).not.toContain('backups')
    if (bytes < 4096) expect(startFailure(town.dir)).toMatchObject({ code: 'damaged', detail: { part: 'database', what: 'empty' } })
  }
})

test('a lock that a power cut left as zeros is no damage of the records: it is put aside, and the new one holds', () => {
  const town = office()
  town.store.close()
  for (const left of [Buffer.alloc(8192), Buffer.from('half a page')]) {
    writeFileSync(join(town.dir, 'store.lock'), left)
    expect(startFailure(town.dir)).toBeNull()
    town.reopen()
    expect(code(openStore(town.dir, { password, now }))).toBe('in-use')
    town.store.close()
  }
})

test('no word of the content and no name stands readable in any file of the folder', () => {
  const town = office()
  town.put('person', { name: '欧阳独特' })
  town.store.settings.set('names', ['独特操作员'])
  town.store.drafts.put({ id: 'd', type: 'person', data: { name: '草稿独特' } })
  const files = readdirSync(town.dir).map((name) => readFileSync(join(town.dir, name)))
  expect(files.length).toBeGreaterThan(2)
  for (const file of files) expect(file.includes('独特')).toBe(false)
})

test('a new password opens the same data without rewriting it; the old one does not', () => {
  const town = office()
  town.put('person', { name: '张有田' })
  town.store.close()
  const before = readFileSync(join(town.dir, 'data.db'))
  town.reopen()
  expect(town.store.backups.changePassword('猜的', '新密码')).toEqual({ ok: false, code: 'wrong-password' })
  expect(town.store.backups.changePassword(password, '新密码2026')).toEqual({ ok: true, value: true })
  town.store.close()
  expect(readFileSync(join(town.dir, 'data.db')).equals(before)).toBe(true)
  expect(openStore(town.dir, { password, now })).toEqual({ ok: false, code: 'wrong-password' })
  const opened = openStore(town.dir, { password: '新密码2026', now })
  if (opened.ok) town.store = opened.value
  expect(town.store.counts()).toEqual({ person: 1 })
})

test('the recovery code opens the store however it is typed, also after the password changed', () => {
  const town = office()
  const made = town.store.backups.makeRecoveryCode(password)
  if (!made.ok) throw new Error(made.code)
  expect(made.value).toMatch(/^([A-HJ-NP-Z2-9]{4}-){6}[A-HJ-NP-Z2-9]{4}$/)
  town.store.backups.changePassword(password, '忘了')
  town.store.close()
  const opened = openStore(town.dir, { password: made.value.toLowerCase().replaceAll('-', ' '), now })
  expect(code(opened)).toBe('ok')
  if (opened.ok) opened.value.close()
})

test('setting up twice, opening nothing and opening half a store each have their own code', () => {
  const town = office()
  expect(code(createStore(town.dir, { password, office: town.store.office, now }))).toBe('store-exists')
  town.store.close()
  const empty = folder()
  expect(code(openStore(empty, { password, now }))).toBe('no-store')
  expect(code(openStore(join(empty, 'nowhere'), { password, now }))).toBe('no-store')
  renameSync(join(town.dir, 'key.json'), join(town.dir, 'key.away'))
  expect(openStore(town.dir, { password, now })).toEqual({ ok: false, code: 'damaged', detail: { part: 'key' } })
  renameSync(join(town.dir, 'key.away'), join(town.dir, 'key.json'))
  rmSync(join(town.dir, 'data.db'))
  expect(openStore(town.dir, { password, now })).toEqual({ ok: false, code: 'damaged', detail: { part: 'database', what: 'missing' } })
})

test('an office whose key file was taken away is told so instead of being set up anew, and its backup brings the key back', () => {
  const town = office()
  town.put('person', { name: '张有田' })
  const made = town.store.backups.daily()
  if (!made.ok || made.value === null) throw new Error('no backup')
  town.store.close()
  rmSync(join(town.dir, 'key.json'))
  expect(storeExists(town.dir)).toBe(true)
  expect(startFailure(town.dir)).toMatchObject({ code: 'damaged', detail: { part: 'key' } })
  expect(code(createStore(town.dir, { password, office: town.store.office, now }))).toBe('store-exists')
  expect(restoreBackup(made.value.file, town.dir, { password, now })).toMatchObject({ ok: true, value: { records: 1 } })
  expect(town.reopen().counts()).toEqual({ person: 1 })
})

test('a damaged database is called damaged and left as it lies', () => {
  const town = office()
  town.put('person', { name: '张有田' })
  town.store.close()
  const file = join(town.dir, 'data.db')
  const bytes = readFileSync(file)
  bytes.fill(7, 0, 4096)
  writeFileSync(file, bytes)
  expect(code(openStore(town.dir, { password, now }))).toBe('damaged')
  truncateSync(file, 1000)
  expect(code(openStore(town.dir, { password, now }))).toBe('damaged')
  expect(readFileSync(file).equals(bytes.subarray(0, 1000))).toBe(true)
})

test('a file of a newer app is refused and not touched', () => {
  const town = office()
  town.store.close()
  const key = unlockKeyfile(town.dir, password)
  if (!key.ok) throw new Error(key.code)
  const raw = connect(join(town.dir, 'data.db'), key.value)
  raw.pragma('user_version = 99')
  raw.close()
  expect(openStore(town.dir, { password, now })).toMatchObject({ ok: false, code: 'newer-version', detail: { schema: 99 } })
  // Refusing let go of the lock.
  expect(code(openStore(town.dir, { password, now }))).toBe('newer-version')
})

test('a set-up that was cut off before its key was written can be done again; nothing of it is deleted', () => {
  const dir = folder()
  writeFileSync(join(dir, 'data.db'), 'half a database')
  expect(storeExists(dir)).toBe(false)
  const made = createStore(dir, { password, office: { role: 'town', code: '511321101', name: '青石镇' }, now })
  expect(code(made)).toBe('ok')
  if (made.ok) made.value.close()
  const aside = readdirSync(dir).filter((name) => name.includes('unfinished'))
  expect(aside.map((name) => readFileSync(join(dir, name), 'utf8'))).toEqual(['half a database'])
})

test('a second opener is told who has the store; one that was killed does not block it', async () => {
  const town = office()
  expect(openStore(town.dir, { password, now })).toMatchObject({ ok: false, code: 'in-use', detail: { pid: process.pid } })
  expect(startFailure(town.dir)?.code).toBe('in-use')
  town.store.close()
  expect(startFailure(town.dir)).toBeNull()

  const script = `const D = require(${JSON.stringify(join(process.cwd(), 'node_modules/better-sqlite3'))});
    const f = new D(${JSON.stringify(join(town.dir, 'store.lock'))}); f.exec("BEGIN IMMEDIATE; DELETE FROM holder; INSERT INTO holder VALUES (" + process.pid + ", 'x'); COMMIT; BEGIN IMMEDIATE");
    process.stdout.write('held'); setInterval(() => {}, 1000)`
  const other = spawn(process.execPath, ['-e', script])
  await new Promise((held) => { other.stdout.once('data', held) })
  expect(openStore(town.dir, { password, now })).toMatchObject({ ok: false, code: 'in-use', detail: { pid: other.pid } })
  const gone = new Promise((exited) => { other.once('exit', exited) })
  other.kill('SIGKILL')
  await gone
  expect(town.reopen().counts()).toEqual({})
})

test('what was saved before a kill is there afterwards, in whole commits', async () => {
  const town = office()
  town.store.close()
  const writer = await startWriter(town.dir, password)
  let said = ''
  await new Promise<void>((enough) => {
    writer.stdout.on('data', (data: Buffer) => {
      said += data.toString()
      if (said.split('\n').length > 12) enough()
    })
  })
  const gone = new Promise((exited) => { writer.once('exit', exited) })
  writer.kill('SIGKILL')
  await gone
  const acknowledged = said.split('\n').filter((line) => /^\d+$/.test(line)).length
  const store = town.reopen()
  const { person = 0, organisation = 0 } = store.counts()
  expect(acknowledged).toBeGreaterThan(10)
  expect(person).toBeGreaterThanOrEqual(acknowledged)
  // Each commit holds one of both.
  expect(organisation).toBe(person)
  expect(store.doctor().ok).toBe(true)
}, 60_000)

test('a store can be looked at while another process works in it, and nothing is written', () => {
  const town = office()
  const rec = town.put('person', { name: '张有田' })
  const looking = openStore(town.dir, { password, now, readonly: true })
  if (!looking.ok) throw new Error(looking.code)
  expect([looking.value.get(rec.id), looking.value.search('有田', 5).length, looking.value.facts().all('person').length]).toEqual([rec, 1, 1])
  expect(looking.value.commit(actor, [{ op: 'put', type: 'person', data: { name: '李秀英' } }])).toMatchObject({ ok: false, code: 'read-only' })
  looking.value.close()
  expect(town.set(rec.id, { post: '会计' }).fields['post']).toBe('会计')
})

test('a full disk is a full disk, a read-only folder a read-only folder, and neither is damage', () => {
  const named = (sqlite: string) => storeFailure(Object.assign(new Error('x'), { code: sqlite })).code
  expect(['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_READONLY_DIRECTORY', 'SQLITE_CANTOPEN', 'SQLITE_NOTADB', 'SQLITE_CORRUPT_VTAB', 'SQLITE_BUSY', 'ENOSPC', 'EROFS', 'EACCES'].map(named))
    .toEqual(['disk-full', 'io-error', 'read-only', 'io-error', 'damaged', 'damaged', 'in-use', 'disk-full', 'read-only', 'read-only'])
  expect(storeFailure(new TypeError('x')).code).toBe('internal')
})

test('when the file may not grow any more a save fails as disk-full and the records stay as they were', () => {
  const town = office()
  const rec = town.put('person', { name: '张有田' })
  town.store.close()
  const key = unlockKeyfile(town.dir, password)
  if (!key.ok) throw new Error(key.code)
  const db = new Db(connect(join(town.dir, 'data.db'), key.value))
  const store = liveStore({ dir: town.dir, db, key: key.value, lock: null, now })
  town.store = store
  const before = [...store.dump()]
  const text = '很长的内容'.repeat(9000)
  // SQLite's own limit of pages stands in for a quota.
  const most = db.raw.pragma('max_page_count', { simple: true }) as number
  db.raw.pragma(`max_page_count = ${db.raw.pragma('page_count', { simple: true }) as number}`)
  expect(store.commit(actor, [{ op: 'put', type: 'person', uid: rec.id, data: { name: '张有田', remark: text } }])).toMatchObject({ ok: false, code: 'disk-full' })
  expect([...store.dump()]).toEqual(before)
  db.raw.pragma(`max_page_count = ${most}`)
  expect(town.set(rec.id, { remark: text }).fields['remark']).toBe(text)
  expect(store.doctor().ok).toBe(true)
})

test.skipIf(process.getuid?.() === 0)('a folder that may not be written is read-only', () => {
  const town = office()
  town.store.close()
  chmodSync(join(town.dir, 'data.db'), 0o400)
  expect(code(openStore(town.dir, { password, now }))).toBe('read-only')
})

test('a store is not set up in a share or a synchronised folder', () => {
  const dir = join(folder(), 'OneDrive - 县人大', '镇人大')
  mkdirSync(dir, { recursive: true })
  expect(createStore(dir, { password, office: { role: 'town', code: '511321101', name: '青石镇' }, now })).toMatchObject({ ok: false, code: 'network-folder', detail: { why: 'cloud' } })
  expect(existsSync(join(dir, 'key.json'))).toBe(false)
  expect(checkPlace('\\\\server\\共享\\镇人大', 'existing')).toMatchObject({ ok: false, code: 'network-folder', detail: { why: 'share' } })
  expect(checkPlace(folder(), 'new')).toEqual({ ok: true, value: true })
})

test('the lock lets go by itself when it is released', () => {
  const dir = folder()
  const first = takeLock(dir, now())
  expect(code(takeLock(dir, now()))).toBe('in-use')
  if (first.ok) first.value.release()
  const second = takeLock(dir, now())
  expect(code(second)).toBe('ok')
  if (second.ok) second.value.release()
})

test('a fast computer stretches the password longer, a slow one never below the floor, and each waits about a second', () => {
  for (const [ms, n] of [[20, 2 ** 18], [100, 2 ** 18], [125, 2 ** 18], [200, 2 ** 17], [400, 2 ** 16], [900, 2 ** 15], [4000, 2 ** 15]] as const) expect([ms, roundsFor(ms)]).toEqual([ms, n])
  for (const ms of [125, 200, 333, 499, 700]) {
    const waits = ms * roundsFor(ms) / 2 ** 15
    expect([ms, waits > 500, waits <= 1000]).toEqual([ms, true, true])
  }
})

test('without the tests\' own setting the password is stretched by no less than the floor', () => {
  const set = process.env['ZHEN_SCRYPT_N']
  delete process.env['ZHEN_SCRYPT_N']
  try {
    expect(calibrate()).toBeGreaterThanOrEqual(2 ** 15)
  } finally {
    process.env['ZHEN_SCRYPT_N'] = set
  }
})
