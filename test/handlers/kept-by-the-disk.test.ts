/** What is put on another disk is there when the program says so: read again where it is a copy, synced file by file where it is a folder for others. */
import { appendFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import * as files from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Clock, folder, makeOffice, qingshi, type Office } from './support/offices'

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof files>()
  return { ...real, copyFile: vi.fn(real.copyFile), open: vi.fn(real.open) }
})

let office: Office
let owner = ''
beforeEach(async () => {
  office = await makeOffice('town', qingshi, '青石镇', new Clock())
  owner = await office.add('person', { name: '何秀兰' })
  await office.get('file.add', { owner, content: Buffer.from('%PDF-1.4 收条').toString('base64'), name: '收条.pdf' })
})
afterEach(() => { vi.clearAllMocks() })

/** A disk that keeps another byte of one kind of file than it was given, or one byte more, and says nothing. */
async function keepsOther(ending: RegExp, spoil: (file: string) => void): Promise<void> {
  const real = await vi.importActual<typeof files>('node:fs/promises')
  vi.mocked(files.copyFile).mockImplementation(async (from, to) => {
    await real.copyFile(from, to)
    if (ending.test(String(to))) spoil(String(to))
  })
}

async function soundAgain(): Promise<void> {
  const real = await vi.importActual<typeof files>('node:fs/promises')
  vi.mocked(files.copyFile).mockImplementation(real.copyFile)
}

const flip = (file: string): void => {
  const bytes = readFileSync(file)
  bytes[bytes.length >> 1]! ^= 1
  writeFileSync(file, bytes)
}
const cut = (file: string): void => { writeFileSync(file, readFileSync(file).subarray(0, -1)) }

test.each([['the backup', /\.zrb\.part$/u, flip], ['an attachment', /[0-9a-f]{48}\.part$/u, flip], ['the end of the backup', /\.zrb\.part$/u, cut]])('a second place that keeps another byte of %s is not taken, and the next one is', async (what, ending, spoil) => {
  const place = folder()
  await keepsOther(ending, spoil)
  expect(await office.ask('backup.place', { folder: place })).toMatchObject({ ok: false, code: 'io-error', field: 'folder' })
  const left = readdirSync(place, { recursive: true, encoding: 'utf8' }).filter((name) => ending.test(`${name}.part`) || name.endsWith('.part'))
  expect([what, left, (await office.get('backup.list', {})).second]).toEqual([what, [], null])
  await soundAgain()
  expect(await office.get('backup.place', { folder: place })).toMatchObject({ second: { folder: place } })
})

/** Files that were opened to be synced, and their syncs. */
async function syncs(fault?: { readonly at: RegExp; readonly code: string }): Promise<Set<string>> {
  const real = await vi.importActual<typeof files>('node:fs/promises')
  const synced = new Set<string>()
  vi.mocked(files.open).mockImplementation(async (file, flags, mode) => {
    const handle = await real.open(file, flags, mode)
    const sync = handle.sync.bind(handle)
    handle.sync = async () => {
      if (fault?.at.test(String(file)) === true) throw Object.assign(new Error(fault.code), { code: fault.code })
      await sync()
      synced.add(String(file))
    }
    return handle
  })
  return synced
}

const all = (dir: string): readonly string[] => readdirSync(dir, { recursive: true, withFileTypes: true }).filter((one) => one.isFile()).map((one) => relative(dir, join(one.parentPath, one.name))).sort()

const makes = {
  'an archive': (out: string) => office.ask('archive.make', { term: office.store.lookup().all('term')[0]?.id ?? '', out }),
  'the folder for inspectors': (out: string) => office.ask('report.folder', { from: '2026-01-01', to: '2026-12-31', out }),
} as const

test.each(Object.keys(makes) as readonly (keyof typeof makes)[])('every file of %s is on the disk before it has its name', async (what) => {
  const synced = await syncs()
  const made = await makes[what](folder())
  if (!made.ok) throw new Error(made.code)
  expect(all(made.value.path).length).toBeGreaterThan(2)
  expect([...synced].map((file) => relative(`${made.value.path}.part`, file)).sort()).toEqual(all(made.value.path))
})

test.each(Object.keys(makes) as readonly (keyof typeof makes)[])('a disk that says only when it is asked to keep %s that it is full is told, and nothing half stays', async (what) => {
  await syncs({ at: /\.xlsx$/u, code: 'ENOSPC' })
  const out = folder()
  appendFileSync(join(out, '别人的.txt'), '在')
  expect(await makes[what](out)).toMatchObject({ ok: false, code: 'disk-full', field: 'out' })
  expect(readdirSync(out)).toEqual(['别人的.txt'])
})
