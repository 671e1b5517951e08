/** An old computer's clock jumps: back a year, ten years ahead, between two starts and in the middle of the work. Orders, deadlines, backups and names come through. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, expect, test, vi } from 'vitest'
import { copyToSecondPlace } from '../../electron/handlers/backups'
import { purgeVisitors } from '../../electron/handlers/purge'
import { superfluous } from '../../electron/store/rotation'
import { Clock, folder, makeOffice, paired, password, qingshi, trip, type Office } from './support/offices'

const year = 365
let office: Office
let clock: Clock

beforeEach(async () => {
  clock = new Clock()
  office = await makeOffice('town', qingshi, '青石镇', clock)
})

const unlock = async () => (await office.get('office.unlock', { password })).office.clock_doubt

test('a strange date is said at every start, and believed once work has gone on under it for five days', async () => {
  expect(await unlock()).toBeUndefined()
  clock.forward(120)
  expect(await unlock()).toBeUndefined()
  clock.forward(10 * year)
  const said: (string | undefined)[] = []
  for (let day = 0; day < 5; day++) {
    said.push(await unlock(), await unlock())
    clock.forward(1)
  }
  expect(said).toEqual([...Array.from({ length: 8 }, () => '2026-06-30'), undefined, undefined])
})

test('a clock that was put right again is believed at once, and nothing of the strange days stays', async () => {
  expect(await unlock()).toBeUndefined()
  for (const jump of [10 * year, -year]) {
    clock.forward(jump)
    expect(await unlock()).toBe('2026-03-02')
    clock.forward(-jump)
    expect(await unlock()).toBeUndefined()
  }
})

test('the versions of a record stay in the order in which they were written, here and at the county', async () => {
  const world = await paired()
  const { town, county } = world
  const person = await town.add('person', { name: '何秀兰' })
  const jumps = [10 * year, -11 * year, year, 0, -year, 3 * year]
  for (const [at, jump] of jumps.entries()) {
    world.clock.forward(jump)
    await town.set(person, { work_unit: `第${String(at)}家` })
    if (at % 2 === 1) await trip(world, town)
  }
  world.clock.ms = Date.parse('2026-03-05T09:00:00+08:00')
  await trip(world, town)
  const order = (one: Office) => one.store.history(person).map((version) => version.data?.['work_unit'])
  expect(order(town)).toEqual([...[...jumps.keys()].reverse().map((at) => `第${String(at)}家`), undefined])
  // A package brings the newest of each record, not what lay between two trips.
  expect([order(county), county.rec(person)?.fields['work_unit'], county.store.conflicts()]).toEqual([['第5家', '第3家', '第1家'], '第5家', []])
  for (const one of [town, county]) expect((await one.get('doctor.run', {})).findings.filter((finding) => finding.count > 0)).toEqual([])
}, 60_000)

test('the audit lists what was done in the order in which it was done, whatever the clock said', async () => {
  const names: string[] = []
  for (const [at, jump] of [0, 10 * year, -10 * year, -year, year].entries()) {
    clock.forward(jump)
    names.push(await office.add('village', { name: `第${String(at)}村` }))
  }
  const rows = (await office.get('audit.list', { group: 'change', limit: 500 })).rows
  expect(rows.map((row) => row.record?.id).filter((id) => names.includes(id ?? ''))).toEqual([...names].reverse())
})

test('what is due is the same as before once the date is right again', async () => {
  await office.add('suggestion', { title: '关于修路的建议', raised_on: '2026-02-20' })
  const due = async () => (await office.get('todo.list', {})).items.map(({ id, due_on }) => [id, due_on])
  const before = await due()
  expect(before.length).toBeGreaterThan(0)
  for (const jump of [10 * year, -year]) {
    clock.forward(jump)
    await unlock()
    await due()
    clock.forward(-jump)
    await unlock()
    expect(await due()).toEqual(before)
  }
})

test('no visitor loses a name to a date that nobody believes', async () => {
  const matter = await office.add('voter_matter', { received_on: '2026-02-10', content: '三组路灯不亮' })
  const visitor = await office.add('visitor', { about: matter, role: '1', name: '赵文清' })
  clock.forward(10 * year)
  for (let start = 0; start < 3; start++) {
    await unlock()
    expect(purgeVisitors(office.desk)).toBe(0)
  }
  clock.forward(-10 * year)
  await unlock()
  expect([purgeVisitors(office.desk), office.rec(visitor)?.fields['name']]).toEqual([0, '赵文清'])
})

test('the backups of a year are still there after a day in the wrong decade, the rotation goes on, and the second place gets each new day', async () => {
  const second = join(folder(), '第二')
  await office.get('backup.place', { folder: second })
  const days = (dir: string): readonly string[] => readdirSync(dir).filter((name) => name.endsWith('.zrb')).map((name) => name.slice(0, 8)).sort()
  const start = async (): Promise<void> => {
    await office.get('office.unlock', { password })
    await office.store.backups.today()
    await copyToSecondPlace(office.desk)
  }
  for (let day = 0; day < 4; day++) {
    await start()
    clock.forward(1)
  }
  const before = days(join(office.dir, 'backups'))
  clock.forward(10 * year)
  await start()
  expect(days(join(office.dir, 'backups')).slice(0, before.length)).toEqual(before)
  clock.forward(-10 * year)
  await start()
  expect(days(join(office.dir, 'backups'))).toEqual([...before, '20260306', '20360303'])
  expect(days(second)).toContain('20260306')
})

test('each side of a long gap is rotated by itself, and a stretch in the future is left alone', () => {
  const of = (...list: readonly string[]) => list.map((day) => ({ file: day, day }))
  const old = Array.from({ length: 12 }, (_, at) => `2026-03-${String(12 - at).padStart(2, '0')}`)
  expect(superfluous(of('2036-03-02', ...old), '2036-03-02')).toEqual(superfluous(of(...old), '2026-03-12'))
  expect(superfluous(of('2036-03-02', ...old), '2026-03-12')).toEqual(superfluous(of(...old), '2026-03-12'))
  // Four times wrong: the oldest stretch goes.
  expect(superfluous(of('2036-01-01', '2034-01-01', '2032-01-01', '2030-01-01'), '2036-01-01')).toEqual(['2030-01-01'])
})

test('an office that is left open over night has its daily backup all the same; under a date that nobody believes it erases nothing', async () => {
  await unlock()
  const matter = await office.add('voter_matter', { received_on: '2026-03-01', content: '三组路灯不亮' })
  const visitor = await office.add('visitor', { about: matter, name: '赵文清' })
  const days = (): readonly string[] => readdirSync(join(office.dir, 'backups')).filter((name) => name.endsWith('-daily.zrb')).map((name) => name.slice(0, 8)).sort()
  const madeOn = (day: string): Promise<void> => vi.waitFor(() => { expect(days()).toContain(day) }, 15_000)
  office.desk.close()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] })
  try {
    await unlock()
    vi.advanceTimersByTime(6000)
    await madeOn('20260302')
    for (const [jump, day] of [[1, '20260303'], [3650, '20360229']] as const) {
      clock.forward(jump)
      vi.advanceTimersByTime(620_000)
      await madeOn(day)
    }
  } finally {
    vi.useRealTimers()
  }
  expect(office.rec(visitor)?.fields['name']).toBe('赵文清')
  expect(purgeVisitors(office.desk)).toBe(0)
}, 60_000)

test('an office that was just set up has its first backup ten minutes later, roster and all, without being opened anew', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'] })
  try {
    const fresh = await makeOffice('town', qingshi, '青石镇', new Clock())
    await fresh.add('person', { name: '何秀兰' })
    vi.advanceTimersByTime(590_000)
    expect((await fresh.get('backup.list', {})).backups).toEqual([])
    vi.advanceTimersByTime(11_000)
    await vi.waitFor(async () => { expect((await fresh.get('backup.list', {})).backups).toHaveLength(1) }, 15_000)
    const [backup] = (await fresh.get('backup.list', {})).backups
    expect(backup?.records).toBe(fresh.dump().length)
  } finally {
    vi.useRealTimers()
  }
}, 60_000)
