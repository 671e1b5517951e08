/** Real disks that are too small: an office whose own disk is full, and a stick without room, write-protected or pulled out. */
import { execFileSync } from 'node:child_process'
import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { randomBytes } from 'node:crypto'
import { expect, onTestFinished, test } from 'vitest'
import type { Result } from '../../shared/result'
import { say } from '../../shared/text'
import { Clock, folder, makeOffice, officeIn, paired, password, qingshi, type Office } from '../handlers/support/offices'
import { smallDisk, whyNoSmallDisk } from './small-disk'

/** The checks of every change run where disks can be mounted; elsewhere the reason stands in the list of tests. */
const why = process.platform === 'linux' ? whyNoSmallDisk() : 'mounts a disk as Linux does'
if (why !== null) console.log(`disks are not tried: ${why}`)

const halves = (dir: string): readonly string[] => readdirSync(dir, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(part|partial|restoring)$/u.test(name))
/** What a person reads where it is write-protected; otherwise the code. */
function code(answer: Result<unknown>): string {
  if (answer.ok) return 'ok'
  return /read-?only/u.test(answer.code) ? say(answer.code, answer.detail ?? {}).say : answer.code
}

async function photographed(town: Office): Promise<void> {
  const owner = await town.add('activity', { title: '走访选民', kind: '3', start_on: '2026-02-10' })
  const photo = join(folder(), '照片.png')
  writeFileSync(photo, Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(3_000_000)]))
  await town.get('file.add', { owner, path: photo, original: true })
}

test.skipIf(why !== null)('an office on a full disk refuses saves, an old ledger and its own backup with the same word, keeps all it had, and goes on when there is room', async () => {
  const disk = smallDisk(48, onTestFinished)
  const clock = new Clock()
  const first = await makeOffice('town', qingshi, '青石镇', clock)
  await first.add('village', { name: '石桥村' })
  first.desk.close()
  cpSync(first.dir, join(disk.dir, 'office'), { recursive: true })
  const town = await officeIn(join(disk.dir, 'office'), clock).open()
  disk.fillUpTo(8_000_000)
  const saved: string[] = []
  let said = 'ok'
  for (let n = 0; n < 2000 && said === 'ok'; n++) {
    const done = await town.ask('record.quick', { type: 'person', fields: { name: `后${String(n)}`, resume: randomBytes(6000).toString('base64') } })
    said = code(done)
    if (done.ok) saved.push(done.value.record.id)
  }
  const ledger = join(folder(), '旧台账.csv')
  writeFileSync(ledger, ['标题,提出日期,内容', ...Array.from({ length: 3000 }, (_, n) => `关于第${String(n)}件事的建议,2025-03-01,${'路灯不亮。'.repeat(40)}`)].join('\n'))
  const tried = [said, code(await town.ask('history.import', { file: ledger, type: 'suggestion', as: 'new' })), code(await town.ask('backup.make', { to: join(disk.dir, 'a.zrb') }))]
  expect([tried, saved.length > 9]).toEqual([['disk-full', 'disk-full', 'disk-full'], true])
  expect([saved.filter((id) => town.rec(id) === null), town.store.counts()['suggestion'] ?? 0, halves(disk.dir)]).toEqual([[], 0, []])
  disk.resize(200)
  expect(town.store.doctor().findings.filter((one) => !one.ok)).toEqual([])
  expect(await town.get('history.import', { file: ledger, type: 'suggestion', as: 'new' })).toMatchObject({ new: 3000, errors: [] })
  await town.restart()
  expect([saved.filter((id) => town.rec(id) === null), town.store.counts()['suggestion']]).toEqual([[], 3000])
}, 120_000)

test.skipIf(why !== null)('a stick without room, write-protected or pulled out is told as what it is, nothing half stays on it, and this computer is as it was', async () => {
  const { town } = await paired()
  await photographed(town)
  const stick = smallDisk(2, onTestFinished)
  const onto = async (): Promise<readonly string[]> => [code(await town.ask('backup.stick', { drive: stick.dir })), code(await town.ask('exchange.export', { to: stick.dir, always: true })), code(await town.ask('list.file', { type: 'activity', out: stick.dir }))]
  const before = town.dump()
  expect((await onto()).slice(0, 2)).toEqual(['disk-full', 'disk-full'])
  expect(halves(stick.dir)).toEqual([])
  stick.resize(80)
  expect(await onto()).toEqual(['ok', 'ok', 'ok'])
  const kept = readdirSync(stick.dir, { recursive: true })
  stick.protect()
  expect(await onto()).toEqual(['U 盘写不进去，可能开了写保护。', 'U 盘写不进去，可能开了写保护。', '那个文件夹不让写。'])
  expect(readdirSync(stick.dir, { recursive: true })).toEqual(kept)
  stick.pullOut()
  expect((await onto())[0]).toBe('stick-removed')
  expect(town.dump()).toEqual(before)
}, 60_000)

test.skipIf(why !== null)('an office on a full disk is neither set up, nor handed over, nor moved: one sentence, nothing half, and with room again it is', async () => {
  const disk = smallDisk(64, onTestFinished)
  const clock = new Clock()
  const dir = join(disk.dir, 'office')
  const order = { role: 'town', code: qingshi, name: '青石镇', password, term: 19, term_start: '2021-12-20' } as const
  disk.fillUpTo(60_000)
  const town = officeIn(dir, clock)
  expect(code(await town.ask('office.init', order))).toBe('disk-full')
  expect((await town.get('office.state', {})).phase).toBe('new')
  disk.empty()
  await town.get('office.init', order)
  await town.add('village', { name: '石桥村' })
  const before = [town.dump(), readFileSync(join(dir, 'key.json'), 'utf8')]
  disk.fillUpTo(60_000)
  const stick = folder()
  expect([code(await town.ask('office.hand-over', { password, fresh: '新主席的密码2026', by: '李建国', chair: true })), code(await town.ask('office.move', { drive: stick }))]).toEqual(['disk-full', 'disk-full'])
  expect([town.dump(), readFileSync(join(dir, 'key.json'), 'utf8')]).toEqual(before)
  expect([halves(dir), readdirSync(stick, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.zrb'))]).toEqual([[], []])
  disk.empty()
  await town.get('office.hand-over', { password, fresh: '新主席的密码2026', by: '李建国', chair: true })
  await town.get('office.move', { drive: stick })
}, 60_000)

test.skipIf(why !== null)('an ordinary account that may not write on the stick is told the same as everybody', async () => {
  const { town, stick } = await paired()
  const was = process.geteuid?.() ?? 0
  execFileSync('chown', ['-R', '65534', dirname(town.dir)])
  // What this process has open stays open; what it makes from here on, it makes as nobody.
  process.seteuid?.(65_534)
  try {
    expect(code(await town.ask('backup.stick', { drive: stick }))).toBe('U 盘写不进去，可能开了写保护。')
    expect(code(await town.ask('exchange.export', { to: stick, always: true }))).toBe('U 盘写不进去，可能开了写保护。')
  } finally {
    process.seteuid?.(was)
  }
  expect(code(await town.ask('backup.stick', { drive: stick }))).toBe('ok')
}, 60_000)
