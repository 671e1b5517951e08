/** Room is asked for before something large is written: without it nothing is begun, nothing half is left, and with room again the same work succeeds. */
import type * as fs from 'node:fs'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { folder, paired, password, trip, type World } from '../handlers/support/offices'

/** Folders whose disk has no room; what the system says of all others is true. */
const full = new Set<string>()

vi.mock('node:fs', async (original: () => Promise<typeof fs>) => {
  const real = await original()
  const statfsSync = (dir: string): unknown => {
    const found = real.statfsSync(dir)
    return [...full].some((one) => dir === one || dir.startsWith(`${one}/`)) ? Object.assign(Object.create(found), { bavail: 2000, bsize: 4096, blocks: 100_000 }) : found
  }
  return { ...real, default: { ...real, statfsSync }, statfsSync }
})

let world: World
beforeEach(async () => { world = await paired() })
afterEach(() => { full.clear() })

/** Everything below the folder, but for the database's own log. */
const names = (dir: string): readonly string[] => readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => !/data\.db-/u.test(name)).sort()

test('backup, restore, package, attachment, folder and archive', async () => {
  const { town } = world
  const owner = await town.add('activity', { title: '走访选民', kind: '走访选民', start_on: '2026-02-10' })
  const photo = join(folder(), '照片.png')
  writeFileSync(photo, Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(1_000_000)]))
  await town.get('file.add', { owner, path: photo, original: true })
  const backup = join(folder(), 'a.zrb')
  await town.get('backup.make', { to: backup })
  const term = (await town.get('record.list', { type: 'term' })).rows[0]?.id ?? ''
  const out = folder()
  const works: readonly (readonly [string, string, () => Promise<{ readonly ok: boolean; readonly code?: string }>])[] = [
    ['attachment', town.dir, () => town.ask('file.add', { owner, path: photo, name: '又一张.png', original: true })],
    ['backup', out, () => town.ask('backup.make', { to: join(out, 'b.zrb') })],
    ['package', town.dir, () => town.ask('exchange.export', { to: join(out, '盘'), always: true })],
    ['folder', out, () => town.ask('report.folder', { from: '2026-01-01', to: '2026-12-31', out: join(out, '查阅') })],
    ['archive', out, () => town.ask('archive.make', { term, out: join(out, '存档') })],
    ['restore', town.dir, () => town.ask('backup.restore', { file: backup, password })],
  ]
  for (const [what, place, work] of works) {
    const before = [names(town.dir), names(out)]
    full.add(place)
    expect([what, await work()]).toEqual([what, expect.objectContaining({ ok: false, code: 'disk-full' })])
    full.clear()
    const after = [names(town.dir), names(out)]
    const left = after.flat().filter((name) => !before.flat().includes(name) && /\.(part|partial|zpk|zrb|restoring|html|docx)$/u.test(name))
    expect([what, left]).toEqual([what, []])
    if (!town.desk.isOpen) await town.open()
    expect([what, await work()]).toEqual([what, expect.objectContaining({ ok: true })])
    if (!town.desk.isOpen) await town.open()
  }
  rmSync(out, { recursive: true })
}, 120_000)

test('a county that has no room for a package holds it and reads it when it has', async () => {
  const { county, town, stick } = world
  await town.add('activity', { title: '走访选民', kind: '走访选民', start_on: '2026-02-10' })
  const up = await town.send(stick, { always: true })
  full.add(county.dir)
  expect(await county.take(up)).toMatchObject({ state: 'HELD', code: 'disk-full' })
  full.clear()
  expect(await county.take(up)).toMatchObject({ state: 'COMMITTED' })
  await trip(world, town)
}, 60_000)
