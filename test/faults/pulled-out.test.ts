/** A stick that is pulled out while something is written on it: a real disk goes, its empty place stays. */
import { randomBytes } from 'node:crypto'
import { readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Result } from '../../shared/result'
import { folder, paired, type Office } from '../handlers/support/offices'
import { smallDisk, whyNoSmallDisk } from './small-disk'

const why = process.platform === 'linux' ? whyNoSmallDisk() : 'mounts a disk as Linux does'

const halves = (dir: string): readonly string[] => readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(part|partial|restoring)$/u.test(name))
const said = (answer: Result<unknown>): string => (answer.ok ? 'ok' : answer.code)

/** Does it as soon as the office says that a work has come to this phase; false where it never said. */
async function whenSaid(town: Office, phase: string, act: () => void): Promise<boolean> {
  town.events.length = 0
  for (const until = Date.now() + 10_000; Date.now() < until;) {
    if (town.events.some((event) => event.kind === 'progress' && event.phase === phase)) {
      act()
      return true
    }
    await new Promise((next) => { setImmediate(next) })
  }
  return false
}

async function photographed(town: Office): Promise<void> {
  const owner = await town.add('activity', { title: '走访选民', kind: '3', start_on: '2026-02-10' })
  const photo = join(folder(), '照片.png')
  writeFileSync(photo, Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(3_000_000)]))
  await town.get('file.add', { owner, path: photo, original: true })
}

test.skipIf(why !== null)('a stick that is pulled out in the middle is told as gone, whatever was being written on it; nothing lands in its empty place, and with the stick back it succeeds', async () => {
  const { town, stick: seen } = await paired()
  await photographed(town)
  const term = (await town.get('record.list', { type: 'term' })).rows[0]?.id ?? ''
  const days = { from: '2026-01-01', to: '2026-12-31' }
  const works: readonly (readonly [string, string, (to: string) => Promise<Result<unknown>>])[] = [
    ['backup', '记录（MB）', (to) => town.ask('backup.stick', { drive: to, job: 'one' })],
    ['second place', '附件', (to) => town.ask('backup.place', { folder: join(to, '备份'), job: 'one' })],
    ['package', 'write', (to) => town.ask('exchange.export', { to, there: true, always: true, job: 'one' })],
    ['folder', '存文件', (to) => town.ask('report.folder', { ...days, out: to, job: 'one' })],
    ['archive', '校验值', (to) => town.ask('archive.make', { term, out: to, job: 'one' })],
  ]
  const before = town.dump()
  for (const [what, phase, work] of works) {
    const stick = smallDisk(80, onTestFinished)
    // In the middle the stick goes, while its empty place stays, as where the system mounts it by a list of its own.
    const asked = work(stick.dir)
    const pulled = whenSaid(town, phase, () => stick.unmount())
    expect([what, said(await asked), await pulled]).toEqual([what, 'stick-removed', true])
    expect([what, readdirSync(stick.dir)]).toEqual([what, []])
    expect([what, said(await work(seen))]).toEqual([what, 'ok'])
    expect([what, halves(seen)]).toEqual([what, []])
  }
  expect(town.dump()).toEqual(before)
  rmSync(join(seen, '不在了'), { recursive: true, force: true })
  expect(said(await town.ask('exchange.export', { to: join(seen, '不在了'), there: true, always: true }))).toBe('stick-removed')
  expect(readdirSync(seen)).not.toContain('不在了')
}, 120_000)
