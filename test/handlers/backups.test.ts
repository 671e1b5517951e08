import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { copyToSecondPlace } from '../../electron/handlers/backups'
import { backUpToday } from '../../electron/handlers/office'
import { Clock, folder, makeOffice, officeIn, password, qingshi, type Office } from './support/offices'

let office: Office
let clock: Clock
let owner = ''

const photo = (text: string): string => {
  const file = join(folder(), '照片.png')
  writeFileSync(file, Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from(text.repeat(1000))]))
  return file
}
const attach = async (text: string): Promise<string> => (await office.get('file.add', { owner, path: photo(text), original: true })).file.id
const blobsOf = (dir: string): readonly string[] => readdirSync(join(dir, 'blobs'))

beforeEach(async () => {
  clock = new Clock()
  office = await makeOffice('town', qingshi, '青石镇', clock)
  owner = await office.add('person', { name: '何秀兰' })
})

describe('A backup on a stick', () => {
  test('takes one press, carries the attachments, and brings records and attachments back on another computer', async () => {
    const file = await attach('石桥村的路')
    const stick = folder()
    const made = await office.get('backup.stick', { drive: stick })
    expect(made).toMatchObject({ file: join(stick, '镇人大备份', '511321101_青石镇', '青石镇备份20260302.zrb'), attachments: 1 })
    for (const name of readdirSync(stick, { recursive: true, encoding: 'utf8' }).filter((one) => /\.zrb$|[0-9a-f]{48}$/u.test(one))) expect(readFileSync(join(stick, name)).includes('石桥村')).toBe(false)
    const other = officeIn(folder(), clock)
    expect(await other.get('backup.look', { file: made.file })).toMatchObject({ office: { code: qingshi, name: '青石镇' }, records: made.records, attachments: 1, newer: false, present: null })
    await other.get('backup.restore', { file: made.file, password })
    await other.get('office.unlock', { password })
    expect(other.dump()).toEqual(office.dump())
    expect((await other.get('file.picture', { id: file })).url).toContain('data:image/png')
    expect((await other.get('doctor.run', {})).findings.filter((finding) => finding.count > 0)).toEqual([])
    expect((await other.get('audit.list', { group: 'in' })).rows.map((row) => [row.what, row.about])).toEqual([['restore', '青石镇备份20260302.zrb']])
  })

  test('writes only attachments that are not there yet, and a stick that is not in is told', async () => {
    await attach('一')
    const stick = folder()
    const beside = join(stick, '镇人大备份', '511321101_青石镇', '备份附件')
    await office.get('backup.stick', { drive: stick })
    const [first = ''] = readdirSync(beside)
    writeFileSync(join(beside, first), Buffer.alloc(10))
    await attach('二')
    expect((await office.get('backup.stick', { drive: stick })).attachments).toBe(2)
    expect(readdirSync(beside).map((name) => readFileSync(join(beside, name)).equals(readFileSync(join(office.dir, 'blobs', name))))).toEqual([true, true])
    rmSync(stick, { recursive: true })
    expect(await office.ask('backup.stick', { drive: stick })).toMatchObject({ ok: false, code: 'stick-removed' })
  })
})

/** Asks for a backup and calls it off as soon as it says that it has come to `phase`. */
async function calledOff(stick: string, phase: string): Promise<unknown> {
  office.events.length = 0
  const asked = office.ask('backup.stick', { drive: stick, job: 'one' })
  while (!office.events.some((event) => event.kind === 'progress' && event.phase === phase)) await new Promise((next) => { setImmediate(next) })
  await office.get('job.cancel', { job: 'one' })
  return asked
}

const filesIn = (dir: string): readonly string[] => readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(?:zrb|part|partial)\b/u.test(name))

describe('A backup that is called off', () => {
  test('leaves no half file, neither among the records nor among the attachments, and the next one is whole', async () => {
    for (const text of ['一', '二', '三']) await attach(text)
    const stick = folder()
    for (const phase of ['记录（MB）', '附件']) {
      expect(await calledOff(stick, phase)).toMatchObject({ ok: false, code: 'cancelled' })
      expect([filesIn(stick), filesIn(office.dir), office.store.settings.get('last_backup', null)]).toEqual([[], [], null])
    }
    const made = await office.get('backup.stick', { drive: stick, job: 'two' })
    expect([made.attachments, filesIn(stick).length]).toEqual([3, 1])
    const other = officeIn(folder(), clock)
    await other.get('backup.restore', { file: made.file, password })
    await other.get('office.unlock', { password })
    expect(other.dump()).toEqual(office.dump())
    expect((await other.get('doctor.run', {})).findings.filter((finding) => finding.count > 0)).toEqual([])
  })

  test('leaves the one of before as it was', async () => {
    const stick = folder()
    const { file } = await office.get('backup.stick', { drive: stick })
    const before = readFileSync(file)
    await office.add('person', { name: '后来的人' })
    await attach('后来的照片')
    for (const phase of ['记录（MB）', '附件']) {
      expect(await calledOff(stick, phase)).toMatchObject({ ok: false, code: 'cancelled' })
      expect(readFileSync(file).equals(before)).toBe(true)
    }
  })

  test('is alone while it lasts: a second one of that name and a restore are refused, and saving goes on', async () => {
    const stick = folder()
    const { file } = await office.get('backup.stick', { drive: stick })
    const going = office.ask('backup.stick', { drive: stick })
    expect(await office.ask('backup.stick', { drive: stick })).toMatchObject({ ok: false, code: 'in-use', detail: { what: 'backup' } })
    expect(await office.ask('backup.restore', { file, password })).toMatchObject({ ok: false, code: 'in-use' })
    await office.add('person', { name: '同时记的人' })
    expect(await going).toMatchObject({ ok: true, value: { file } })
    expect((await office.get('record.list', { type: 'person' })).total).toBe(2)
  })
})

test('a restore that is called off before the swap leaves the office open as it was; after the swap everything comes back', async () => {
  const photo = await attach('一')
  const { file } = await office.get('backup.stick', { drive: folder() })
  await office.add('person', { name: '后来的人' })
  const before = office.dump()
  const asked = office.ask('backup.restore', { file, password, job: 'back' })
  await office.get('job.cancel', { job: 'back' })
  expect(await asked).toMatchObject({ ok: false, code: 'cancelled' })
  expect([office.dump(), readdirSync(office.dir).filter((name) => name.includes('restor'))]).toEqual([before, []])
  const other = officeIn(folder(), clock)
  const going = other.ask('backup.restore', { file, password, job: 'back' })
  while (!other.events.some((event) => event.kind === 'progress' && event.phase === '附件')) await new Promise((next) => { setImmediate(next) })
  await other.get('job.cancel', { job: 'back' })
  expect(await going).toMatchObject({ ok: true })
  await other.get('office.unlock', { password })
  expect((await other.get('file.picture', { id: photo })).url).toContain('data:image/png')
})

describe('Leaving an office', () => {
  const kept = (): readonly string[] => (existsSync(join(office.dir, 'backups')) ? readdirSync(join(office.dir, 'backups')) : [])

  test('that was set up minutes ago makes the backup of the day, which opens and holds what was entered', async () => {
    expect(kept()).toEqual([])
    await office.get('office.lock', {})
    expect(kept().map((name) => name.replace(/-\d{6}-/u, ' '))).toEqual(['20260302 daily.zrb'])
    await office.open()
    expect(office.store.settings.get('last_backup', '')).toContain('2026-03-02')
    const other = officeIn(folder(), clock)
    await other.get('backup.restore', { file: join(office.dir, 'backups', kept()[0] ?? ''), password })
    await other.get('office.unlock', { password })
    expect(other.rec(owner)?.fields['name']).toBe('何秀兰')
  })

  test('makes none where nothing was entered, and none where the day has one', async () => {
    await office.restart()
    await office.get('office.lock', {})
    expect(kept()).toEqual([])
    await office.open()
    await office.add('person', { name: '周维安' })
    await office.get('office.lock', {})
    await office.open()
    await office.add('person', { name: '罗永寿' })
    await office.get('office.lock', {})
    expect(kept()).toHaveLength(1)
  })
})

describe('A second place', () => {
  test('that is called off, or cannot be written, keeps no half backup, and the one of before stays', async () => {
    for (const text of ['一', '二', '三']) await attach(text)
    const place = folder()
    const calledOff = async () => {
      office.events.length = 0
      const asked = office.ask('backup.place', { folder: place, job: 'one' })
      while (!office.events.some((event) => event.kind === 'progress' && event.phase === '附件')) await new Promise((next) => { setImmediate(next) })
      await office.get('job.cancel', { job: 'one' })
      expect(await asked).toMatchObject({ ok: false, code: 'cancelled' })
      return [filesIn(place), (await office.get('backup.list', {})).second?.folder]
    }
    expect(await calledOff()).toEqual([[], undefined])
    const first = folder()
    await office.get('backup.place', { folder: first })
    expect(await calledOff()).toEqual([[], first])
    expect(await office.get('backup.place', { folder: place })).toMatchObject({ second: { folder: place } })
    expect([filesIn(place).length, readdirSync(join(place, '备份附件')).length]).toEqual([1, 3])
  })

  test('takes the newest backup and the attachments, says when it did not come there, and keeps ten', async () => {
    await attach('一')
    const place = join(folder(), '第二块硬盘')
    const set = await office.get('backup.place', { folder: place })
    expect([set.second?.code, readdirSync(place).filter((name) => name.endsWith('.zrb')).length, readdirSync(join(place, '备份附件')).length]).toEqual([undefined, 1, 1])
    rmSync(place, { recursive: true })
    clock.forward(1)
    office.store.backups.daily()
    await copyToSecondPlace(office.desk)
    expect((await office.get('backup.list', {})).second).toMatchObject({ folder: place, at: set.second?.at, code: 'file-not-found' })
    expect(existsSync(place)).toBe(false)
    mkdirSync(place)
    for (let day = 0; day < 12; day++) {
      clock.forward(1)
      office.store.backups.daily()
      await copyToSecondPlace(office.desk)
    }
    expect(readdirSync(place).filter((name) => name.endsWith('.zrb'))).toHaveLength(10)
    expect((await office.get('backup.list', {})).second?.code).toBeUndefined()
    expect(await office.ask('backup.place', { folder: join(office.dir, 'backups') })).toMatchObject({ ok: false, code: 'bad-input' })
    expect(await office.get('backup.place', {})).toEqual({ second: null })
  })

  test('gives back what the disk lost: the doctor finds missing and broken attachments and fixes both', async () => {
    await attach('一')
    await attach('二')
    await office.get('backup.place', { folder: join(folder(), '第二') })
    const [one = '', other = ''] = blobsOf(office.dir)
    rmSync(join(office.dir, 'blobs', one))
    const bytes = readFileSync(join(office.dir, 'blobs', other))
    bytes.writeUInt8(bytes.readUInt8(200) ^ 1, 200)
    writeFileSync(join(office.dir, 'blobs', other), bytes)
    const found = async (fix: boolean) => (await office.get('doctor.run', { fix })).findings.filter((finding) => finding.count > 0).map(({ check, ok, count, fixed, ids }) => ({ check, ok, count, fixed, ids }))
    expect(await found(false)).toEqual([{ check: 'attachments-missing', ok: false, count: 1, fixed: 0, ids: [owner] }, { check: 'attachments-broken', ok: false, count: 1, fixed: 0, ids: [owner] }])
    expect(await found(true)).toEqual([{ check: 'attachments-missing', ok: true, count: 1, fixed: 1, ids: [owner] }, { check: 'attachments-broken', ok: true, count: 1, fixed: 1, ids: [owner] }])
    expect(await found(false)).toEqual([])
    expect(blobsOf(office.dir).filter((name) => name.endsWith('.broken'))).toHaveLength(1)
  })
})

test('own backups are listed before anybody unlocks; a wrong password or a broken file leaves the office open', async () => {
  office.store.backups.make('asked')
  const { backups } = await office.get('backup.list', {})
  const file = backups[0]?.file ?? ''
  await office.add('person', { name: '后来的人' })
  expect(await office.get('backup.look', { file })).toMatchObject({ present: { code: qingshi, records: 4 }, records: 3 })
  expect(await office.ask('backup.restore', { file, password: '猜的' })).toMatchObject({ ok: false, code: 'wrong-password' })
  expect((await office.get('office.state', {})).phase).toBe('open')
  await office.get('office.lock', {})
  expect((await office.get('backup.list', {})).backups).toEqual(backups)
  await office.get('backup.restore', { file })
  await office.get('office.unlock', { password })
  expect((await office.get('record.list', { type: 'person' })).total).toBe(1)
})

test('an end without closing is said at the next start, after the file was looked over; a closed office says nothing', async () => {
  expect((await office.get('office.unlock', { password })).office.unclean_exit).toBeUndefined()
  await office.get('office.lock', {})
  expect((await office.get('office.unlock', { password })).office.unclean_exit).toBeUndefined()
  // As a power cut leaves it: a picture of the folder while the office is open.
  const dir = folder()
  cpSync(office.dir, dir, { recursive: true, filter: (file) => !file.endsWith('.lock') })
  const next = officeIn(dir, clock)
  expect((await next.get('office.unlock', { password })).office.unclean_exit).toEqual({ sound: true })
  expect((await next.get('audit.list', { group: 'office' })).rows.find((row) => row.what === 'unclean')?.detail).toEqual({ sound: true })
})

test('the first start with another version of the program says from which one, once; a new office has none before', async () => {
  await office.get('office.lock', {})
  expect((await office.get('office.unlock', { password })).office.updated_from).toBeUndefined()
  office.store.settings.set('program', '0.0.9')
  await office.get('office.lock', {})
  expect((await office.get('office.unlock', { password })).office.updated_from).toBe('0.0.9')
  await office.get('office.lock', {})
  expect((await office.get('office.unlock', { password })).office.updated_from).toBeUndefined()
})

test('the monthly rehearsal is kept for whoever looks at the backups: that it opened and what it held, or that it would not open, until the next try', async () => {
  await backUpToday(office.desk)
  expect((await office.get('backup.list', {})).rehearsed).toMatchObject({ at: expect.stringContaining('2026-03-02') as string, records: 3 })
  clock.forward(40)
  const damage = (): void => { for (const { file } of office.store.backups.list()) writeFileSync(file, Buffer.alloc(3000, 1), { flag: 'r+' }) }
  office.store.backups.daily()
  damage()
  await backUpToday(office.desk)
  const { rehearsed } = await office.get('backup.list', {})
  expect([rehearsed?.at.slice(0, 10), rehearsed?.code]).toEqual(['2026-04-11', 'not-a-backup'])
  clock.forward(1)
  await backUpToday(office.desk)
  expect((await office.get('backup.list', {})).rehearsed?.code).toBeUndefined()
})
