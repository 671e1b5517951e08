import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { restoreBackup } from '../../electron/store/backup'
import { openStore } from '../../electron/store/open'
import { superfluous } from '../../electron/store/rotation'
import { finishRestore } from '../../electron/store/restore'
import { folder, movingClock, office, password, type Office } from './support/office'

const now = () => new Date('2026-03-02T01:00:00Z')

function openAt(dir: string, secret = password) {
  const opened = openStore(dir, { password: secret, now })
  if (!opened.ok) throw new Error(JSON.stringify(opened))
  return opened.value
}

function backedUp(): { readonly town: Office; readonly file: string; readonly dump: readonly string[] } {
  const town = office()
  for (let i = 0; i < 40; i++) town.put('person', { name: `张${i}`, resume: '简历'.repeat(200) })
  const file = join(folder(), '备份.zrb')
  const made = town.store.backups.to(file)
  if (!made.ok) throw new Error(JSON.stringify(made))
  return { town, file, dump: [...town.store.dump()] }
}

test('one file brings everything back on a computer that has nothing but the password', () => {
  const { file, dump } = backedUp()
  const dir = join(folder(), 'new')
  expect(restoreBackup(file, dir, { password, now })).toEqual({ ok: true, value: { records: 40, madeAt: expect.any(String) as string, aside: null } })
  const store = openAt(dir)
  expect([...store.dump()]).toEqual(dump)
  expect(store.doctor().ok).toBe(true)
  store.close()
})

test('a backup is readable by nobody without the password, and leaves no half file behind', () => {
  const { town, file } = backedUp()
  expect(readFileSync(file).includes('简历')).toBe(false)
  expect(restoreBackup(file, join(folder(), 'x'), { password: '猜的', now })).toMatchObject({ ok: false, code: 'wrong-password' })
  expect(readdirSync(town.dir).filter((name) => name.includes('partial'))).toEqual([])
})

test('restoring puts the present store aside whole; asked without a password it trusts the check sum', () => {
  const { town, file, dump } = backedUp()
  town.put('person', { name: '后来的人' })
  const later = [...town.store.dump()]
  expect(restoreBackup(file, town.dir, { now })).toMatchObject({ ok: false, code: 'in-use' })
  town.store.close()
  const restored = restoreBackup(file, town.dir, { now })
  if (!restored.ok || restored.value.aside === null) throw new Error(JSON.stringify(restored))
  expect([...town.reopen().dump()]).toEqual(dump)
  town.store.close()
  const old = openAt(restored.value.aside)
  expect([...old.dump()]).toEqual(later)
  old.close()
})

test('an old backup keeps the password of its day', () => {
  const { town, file } = backedUp()
  town.store.backups.changePassword(password, '新密码')
  town.store.close()
  expect(restoreBackup(file, town.dir, { password: '新密码', now })).toMatchObject({ ok: false, code: 'wrong-password' })
  expect(restoreBackup(file, town.dir, { password, now })).toMatchObject({ ok: true })
  openAt(town.dir, password).close()
})

test('a cut, altered or foreign file is refused and the present store stays', () => {
  const { town, file } = backedUp()
  const dump = [...town.store.dump()]
  town.store.close()
  const bytes = readFileSync(file)
  const variant = (name: string, content: Buffer) => {
    const path = join(folder(), name)
    writeFileSync(path, content)
    const result = restoreBackup(path, town.dir, { now })
    return result.ok ? 'restored' : result.code
  }
  const flipped = Buffer.from(bytes)
  flipped.writeUInt8(flipped.readUInt8(bytes.length >> 1) ^ 1, bytes.length >> 1)
  const header = Buffer.from(bytes)
  header.write('{{', 24)
  expect([
    variant('cut', bytes.subarray(0, bytes.length - 1)), variant('short', bytes.subarray(0, 60)), variant('longer', Buffer.concat([bytes, Buffer.from('x')])),
    variant('flipped', flipped), variant('header', header), variant('foreign', Buffer.from('PK\u0003\u0004 something else')), variant('empty', Buffer.alloc(0)),
  ]).toEqual(['truncated', 'truncated', 'damaged', 'damaged', 'damaged', 'not-a-backup', 'not-a-backup'])
  expect(restoreBackup(join(town.dir, 'none.zrb'), town.dir, { now })).toMatchObject({ ok: false, code: 'file-not-found' })
  expect(readdirSync(town.dir).filter((name) => name.includes('restor'))).toEqual([])
  expect([...town.reopen().dump()]).toEqual(dump)
})

test('a power cut at any moment of the swap is finished at the next start', () => {
  const { town, file, dump } = backedUp()
  const other = office()
  other.put('person', { name: '原来的人' })
  other.store.close()
  // The three files of the swap as they lie after each of its renames.
  const moments: readonly (readonly [string, string])[] = [['data.db', 'aside/data.db'], ['key.json', 'aside/key.json'], ['data.db.restoring', 'data.db'], ['key.json.restoring', 'key.json']]
  const source = town.dir
  town.store.close()
  for (let done = 0; done <= moments.length; done++) {
    const dir = folder()
    for (const name of ['data.db', 'key.json']) writeFileSync(join(dir, name), readFileSync(join(other.dir, name)))
    for (const name of ['data.db', 'key.json']) writeFileSync(join(dir, `${name}.restoring`), readFileSync(join(source, name)))
    mkdirSync(join(dir, 'aside'))
    writeFileSync(join(dir, 'restore.json'), JSON.stringify({ aside: 'aside' }))
    for (const [from, to] of moments.slice(0, done)) renameSync(join(dir, from), join(dir, to))
    const store = openAt(dir)
    expect([...store.dump()]).toEqual(dump)
    store.close()
    expect(existsSync(join(dir, 'restore.json'))).toBe(false)
    expect(readdirSync(join(dir, 'aside')).sort()).toEqual(['data.db', 'key.json'])
    finishRestore(dir)
  }
  expect(file).not.toBe('')
})

test('a folder that is not there is named, and a backup there is none', () => {
  const { town } = backedUp()
  const missing = join(folder(), 'U盘', 'x.zrb')
  expect(town.store.backups.to(missing)).toMatchObject({ ok: false, code: 'file-not-found' })
})

test('the first start of a day makes a backup, the second does not; the newest is rehearsed once a month', () => {
  const town = office({ now: movingClock('2026-03-02T23:59:00+08:00') })
  town.put('person', { name: '张有田' })
  const made = town.store.backups.daily()
  expect(made).toMatchObject({ ok: true, value: { records: 1 } })
  expect(town.store.backups.daily()).toEqual({ ok: true, value: null })
  expect(town.store.backups.list().map((one) => one.file)).toEqual([expect.stringMatching(/backups.20260302-2359\d\d-daily\.zrb$/)])
  expect(town.store.backups.rehearse()).toMatchObject({ ok: true, value: { records: 1 } })
  expect(town.store.backups.rehearse()).toEqual({ ok: true, value: null })
  writeFileSync(join(town.dir, 'backups', '我的文件.zrb'), '')
  expect(town.store.backups.list()).toHaveLength(1)
})

test('three of today, one a day for a week, one a week, one a month are kept, and the newest always', () => {
  const days = Array.from({ length: 400 }, (_, i) => new Date(Date.parse('2026-03-02T00:00:00Z') - i * 86_400_000).toISOString().slice(0, 10))
  const backups = [...['e', 'd', 'c', 'b', 'a'].map((letter) => ({ file: `2026-03-02${letter}`, day: '2026-03-02' })), ...days.slice(1).map((day) => ({ file: day, day }))]
  const gone = new Set(superfluous(backups, '2026-03-02'))
  const kept = backups.map((one) => one.file).filter((file) => !gone.has(file))
  expect(kept).toEqual([
    '2026-03-02e', '2026-03-02d', '2026-03-02c', '2026-03-01', '2026-02-28', '2026-02-27', '2026-02-26', '2026-02-25', '2026-02-24', '2026-02-23',
    '2026-02-22', '2026-02-15', '2026-02-08', '2026-01-31', '2025-12-31', '2025-11-30', '2025-10-31', '2025-09-30', '2025-08-31', '2025-07-31', '2025-06-30', '2025-05-31', '2025-04-30',
  ])
  expect(superfluous([{ file: 'future', day: '2027-01-01' }, { file: 'old', day: '2020-01-01' }], '2026-03-02')).toEqual([])
})

test('the backup of the day is made beside the work, tried once a month, and sweeps up what a broken off one left', async () => {
  const town = office()
  town.put('person', { name: '张有田' })
  writeFileSync(join(town.dir, 'copy-999999999-3.partial'), 'half a copy')
  const first = await town.store.backups.today()
  expect(first).toMatchObject({ daily: { ok: true, value: { records: 1 } }, rehearsal: { ok: true, value: { records: 1 } } })
  expect(await town.store.backups.today()).toEqual({ daily: { ok: true, value: null }, rehearsal: { ok: true, value: null } })
  expect(readdirSync(town.dir).filter((name) => name.endsWith('.partial'))).toEqual([])
  expect(town.store.settings.get('rehearsed', '')).toBe('2026-03')
})

test('a stick that keeps another byte than it was given is found out before the backup has its name, and nothing of it stays', () => {
  const { town } = backedUp()
  const dir = folder()
  const file = join(dir, '备份.zrb')
  const steps = town.store.backups.inSteps(file)
  const flipped: boolean[] = []
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done === true) {
      expect(step.value).toMatchObject({ ok: false, code: 'io-error' })
      break
    }
    // Written, and not yet read again: the medium loses a byte.
    if (flipped.length === 0 && step.value.done >= Math.floor(step.value.total / 2)) {
      const bytes = readFileSync(`${file}.partial`)
      bytes[bytes.length >> 1]! ^= 1
      writeFileSync(`${file}.partial`, bytes)
      flipped.push(true)
    }
  }
  expect([flipped, readdirSync(dir)]).toEqual([[true], []])
  expect(town.store.backups.to(file)).toMatchObject({ ok: true })
})

test('a backup that is left while it is being read again leaves nothing', () => {
  const { town } = backedUp()
  const dir = folder()
  const steps = town.store.backups.inSteps(join(dir, '备份.zrb'))
  for (let step = steps.next(); step.done !== true && step.value.done < Math.floor(step.value.total / 2); step = steps.next());
  expect(readdirSync(dir)).toEqual(['备份.zrb.partial'])
  steps.return({ ok: false, code: 'cancelled' })
  expect(readdirSync(dir)).toEqual([])
})
