/** The process of an office is killed, with `kill -9`, while it saves, reads a roster, makes backups and reports, and restores. Upgrades: kill-migration.test.ts. */
import { spawn } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readRecovery } from '../../electron/exchange/keys'
import { lookAtBackup, restoreBackup } from '../../electron/store/backup'
import { times, tried } from '../support/tried'
import { Clock, Office, officeIn, password, qingshi } from '../handlers/support/offices'
import { readZip } from '../documents/support/read-zip'

const root = join(import.meta.dirname, '../..')
const runs = times(1, 40)
const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'zhen-kill-office-'))
const program = join(root, '.cache', `kill-office-${String(process.pid)}`)
afterAll(() => { for (const dir of [base, program]) rmSync(dir, { recursive: true, force: true }) })

const clock = new Clock()
const from = join(base, 'from')
const rosterFile = join(base, '名册.csv')
const backup = join(base, '旧.zrb')
let old: readonly string[] = []
let present: readonly string[] = []
let oldSheet = ''

beforeAll(async () => {
  await build({
    root, configFile: false, logLevel: 'error', ssr: { noExternal: true, external: ['better-sqlite3'] },
    build: { ssr: join(import.meta.dirname, 'office-work.ts'), outDir: program, target: 'node20', rollupOptions: { output: { entryFileNames: 'run.mjs' } } },
  })
  const town = new Office(from, clock)
  await town.get('office.init', { role: 'town', code: qingshi, name: '青石镇', password, term: 19, term_start: '2021-12-20' })
  await town.get('record.add', { type: 'person', records: Array.from({ length: times(200, 1500) }, (_, n) => ({ name: `代表${String(n)}`, resume: '勤走访，多记录。'.repeat(20) })) })
  await town.get('backup.make', { to: backup })
  old = town.dump()
  oldSheet = town.store.settings.get('town_recovery', '')
  await town.add('organisation', { name: '后来的单位' })
  present = town.dump()
  town.desk.close()
  writeFileSync(rosterFile, ['姓名,性别,手机', ...Array.from({ length: times(100, 400) }, (_, n) => `名册${String(n)},男,1380000${String(1000 + n)}`)].join('\n'))
}, 240_000)

interface Killed {
  readonly said: string
  readonly took: number
}

/** Runs the work in a process that dies after so many milliseconds of it; Infinity = it may end. */
function run(dir: string, what: string, place: string, after: number): Promise<Killed> {
  const child = spawn(process.execPath, [join(program, 'run.mjs'), dir, password, what, place, String(clock.ms)], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ZHEN_SCRYPT_N: '1024' } })
  let [began, took, said] = [0, 0, '']
  child.stdout.on('data', (data: Buffer) => {
    said += data.toString()
    if (began === 0 && said.includes('begin')) {
      began = performance.now()
      if (Number.isFinite(after)) setTimeout(() => { child.kill('SIGKILL') }, after)
    }
    if (said.includes('end ')) took = performance.now() - began
  })
  return new Promise((resolve) => { child.once('close', () => { resolve({ said, took }) }) })
}

let copies = 0
const fresh = (): string => {
  const dir = join(base, `office${String(++copies)}`)
  cpSync(from, dir, { recursive: true })
  return dir
}

/** The computer goes to sleep in the middle of the work and wakes up again. */
function asleep(dir: string, what: string, place: string, after: number, forMs: number): Promise<string> {
  const child = spawn(process.execPath, [join(program, 'run.mjs'), dir, password, what, place, String(clock.ms)], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ZHEN_SCRYPT_N: '1024' } })
  let said = ''
  child.stdout.on('data', (data: Buffer) => {
    if (said === '' && data.includes('begin')) {
      setTimeout(() => { child.kill('SIGSTOP') }, after)
      setTimeout(() => { child.kill('SIGCONT') }, after + forMs)
    }
    said += data.toString()
  })
  return new Promise((resolve) => { child.once('close', () => { resolve(said) }) })
}

/** Kills the work at moments spread over its length; opens the office again each time and asks what it is like. */
async function killed(what: string, place: (n: number) => string, look: (office: Office, said: string, place: string) => Promise<string> | string): Promise<void> {
  const whole = await run(fresh(), what, place(-1), Number.POSITIVE_INFINITY)
  expect(whole.said).toContain('end ok')
  const found: Record<string, number> = {}
  for (let n = 0; n < runs; n++) {
    const dir = fresh()
    const at = place(n)
    const { said } = await run(dir, what, at, ((n + Math.random()) / runs) * whole.took * 1.1)
    const office = await officeIn(dir, clock).open()
    expect((await office.get('doctor.run', {})).findings.filter((finding) => !finding.ok)).toEqual([])
    const state = await look(office, said, at)
    found[state] = (found[state] ?? 0) + 1
    await office.add('organisation', { name: '又能存了' })
    expect(readdirSync(dir).filter((name) => /\.(part|partial|restoring)$/u.test(name))).toEqual([])
    office.desk.close()
    rmSync(dir, { recursive: true })
  }
  tried(`kill -9 while the office: ${what}`, runs, found)
}

const folderFor = (n: number): string => {
  const dir = join(base, `out${String(n)}`)
  mkdirSync(dir, { recursive: true })
  return dir
}

describe('an office that is killed', () => {
  test('while it saves has every record that it said was saved, and at most one more', async () => {
    await killed('save', () => '', (office, said) => {
      const told = said.split('\n').filter((line) => line.startsWith('saved ') && line.length === 32).map((line) => line.slice(6))
      expect(told.filter((id) => office.rec(id) === null)).toEqual([])
      const more = office.dump().length - present.length - told.length
      expect(more).toBeGreaterThanOrEqual(0)
      // The last line may not have come through the pipe.
      expect(more).toBeLessThanOrEqual(2)
      return told.length === 150 ? 'all' : 'some'
    })
  }, 1_800_000)

  test('while it reads a roster has all of it or nothing, and the next try brings the rest', async () => {
    await killed('roster', () => rosterFile, async (office) => {
      const state = JSON.stringify(office.dump()) === JSON.stringify(present) ? 'nothing' : 'all'
      const again = await office.get('roster.import', { file: rosterFile })
      expect([again.new, again.rows]).toEqual([state === 'all' ? 0 : again.rows, again.rows])
      return state
    })
  }, 1_800_000)

  test.each([['before the new key file', 'before'], ['between the new key file and the records', 'between'], ['before the papers came', 'after']] as const)('while it hands over, %s, has either not handed over or does so to the end, and says which', async (_where, step) => {
    const dir = fresh()
    expect((await run(dir, 'hand-over', step, Number.POSITIVE_INFINITY)).said).toBe('begin\n')
    const office = officeIn(dir, clock)
    const fresher = '新主席的密码2026'
    const secret = step === 'before' ? password : fresher
    expect(await office.ask('office.unlock', { password: step === 'before' ? fresher : password })).toMatchObject({ ok: false, code: 'wrong-password' })
    const { office: info } = await office.get('office.unlock', { password: secret })
    expect(info.handover).toEqual({ by: '李建国', done: step !== 'before' })
    expect([info.by, info.chair, info.has_recovery_code]).toEqual(step === 'before' ? ['主席', null, undefined] : ['李建国', '李建国', undefined])
    // The sheet for another computer waits to be printed, and it is the one that the next package is under.
    const { key } = await office.get('exchange.sheet', {})
    expect(await readRecovery(key ?? '')).toMatchObject({ ok: true, value: { recipient: office.store.settings.get('town_recovery', '') } })
    expect(office.store.settings.get('town_recovery', '') === oldSheet).toBe(step === 'before')
    const told = office.store.events.list({ kind: 'password' })
    expect(told.filter(({ detail }) => detail?.['what'] === 'handed over')).toHaveLength(step === 'before' ? 0 : 1)
    const { code } = await office.get('office.recovery-code', { password: secret })
    await office.get('office.lock', {})
    expect((await office.get('office.recover', { code, fresh: secret })).office.handover).toBeUndefined()
    expect((await office.get('doctor.run', {})).findings.filter((finding) => !finding.ok)).toEqual([])
    office.desk.close()
  }, 120_000)

  test('and one that sleeps in the middle of a roster and wakes up again goes on to the end', async () => {
    const dir = fresh()
    expect(await asleep(dir, 'roster', rosterFile, 30, 800)).toContain('end ok')
    const office = await officeIn(dir, clock).open()
    expect(await office.get('roster.import', { file: rosterFile })).toMatchObject({ new: 0, changed: 0 })
    expect((await office.get('doctor.run', {})).findings.filter((finding) => !finding.ok)).toEqual([])
    office.desk.close()
  }, 120_000)

  test('while it makes backups leaves whole ones or none', async () => {
    await killed('backup', folderFor, (office, _said, place) => {
      const made = readdirSync(place).filter((name) => name.endsWith('.zrb'))
      for (const name of made) {
        expect(lookAtBackup(join(place, name), { password })).toMatchObject({ ok: true })
        const there = join(base, 'restored')
        expect(restoreBackup(join(place, name), there, { password, now: clock.now })).toMatchObject({ ok: true })
        rmSync(there, { recursive: true })
      }
      expect(office.dump()).toEqual(present)
      rmSync(place, { recursive: true })
      return `${String(made.length)} of 3`
    })
  }, 1_800_000)

  test('while it makes a report leaves whole documents or none under their names', async () => {
    await killed('report', folderFor, (_office, _said, place) => {
      const made = readdirSync(place).filter((name) => /\.(docx|xlsx)$/u.test(name))
      for (const name of made) expect(readZip(readFileSync(join(place, name))).size).toBeGreaterThan(3)
      rmSync(place, { recursive: true })
      return `${String(made.length)} documents`
    })
  }, 1_800_000)

  test('while it restores a backup is wholly the old one or wholly the new one', async () => {
    await killed('restore', () => backup, (office) => {
      const now = office.dump()
      const state = JSON.stringify(now) === JSON.stringify(old) ? 'the backup' : 'as before'
      if (state === 'as before') expect(now).toEqual(present)
      return state
    })
  }, 1_800_000)
})
