/** The process of an office is killed in the middle of an exchange, with `kill -9`, at moments of no one's choosing; or the computer sleeps through eight hours of it. */
import { execFileSync, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { Clock, join2, nanbu, Office, officeIn, password, qingshi, trip } from '../handlers/support/offices'
import { times, tried } from '../support/tried'

const root = join(import.meta.dirname, '../..')
const runs = times(2, 67)
const sleeps = times(2, 20)
const records = times(300, 1500)
const base = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'zhen-kill-'))
const program = join(root, '.cache', `kill-${String(process.pid)}`)
afterAll(() => { for (const dir of [base, program]) rmSync(dir, { recursive: true, force: true }) })

const clock = new Clock()
const stick = join(base, 'stick')
let up: string
let down: string
/** The offices before the package, and the town before the receipt. */
const place = { county: join(base, 'county'), town: join(base, 'town'), waiting: join(base, 'waiting') }

beforeAll(async () => {
  await build({
    root, configFile: false, logLevel: 'error', ssr: { noExternal: true, external: ['better-sqlite3'] },
    // With the threads that make backups, bring the log into the file and encrypt attachments, as in the real program.
    build: {
      ssr: true, outDir: program, target: 'node20',
      rollupOptions: {
        input: {
          run: join(import.meta.dirname, 'office-process.ts'), 'backup-worker': join(root, 'electron/backup-worker.ts'), 'age-worker': join(root, 'electron/exchange/age-worker.ts'),
        },
        output: { entryFileNames: ({ name }) => (name === 'run' ? 'run.mjs' : '[name].js'), chunkFileNames: '[name]-[hash].js' },
      },
    },
  })
  const county = new Office(place.county, clock)
  const town = new Office(place.town, clock)
  await county.get('office.init', { role: 'county', code: nanbu, name: '南部县', password })
  await town.get('office.init', { role: 'town', code: qingshi, name: '青石镇', password, term: 19, term_start: '2021-12-20' })
  await join2({ county, stick }, town)
  await trip({ county, stick }, town, { approve: true })
  const added = await town.get('record.add', { type: 'person', records: Array.from({ length: records }, (_, n) => ({ name: `代表${String(n)}`, resume: '勤走访，多记录。'.repeat(20) })) })
  if (added.added !== records) throw new Error(JSON.stringify(added.errors[0]))
  const owner = await town.add('person', { name: '有照片的' })
  const photo = join(base, '照片.png')
  writeFileSync(photo, Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), randomBytes(records * 1000)]))
  await town.get('file.add', { owner, path: photo, original: true })
  town.desk.close()
  county.desk.close()
  cpSync(place.town, place.waiting, { recursive: true })
  cpSync(place.county, join(base, 'answering'), { recursive: true })
  const sender = await new Office(place.waiting, clock).open()
  const answerer = await new Office(join(base, 'answering'), clock).open()
  up = (await sender.send(stick)) ?? ''
  await answerer.take(up)
  const first = answerer.store.lookup().all('person')[0]
  await answerer.set(first?.id ?? '', { post: '县里改' })
  down = (await answerer.send(stick, { town: qingshi })) ?? ''
  sender.desk.close()
  answerer.desk.close()
}, 120_000)

interface Killed {
  readonly ended: boolean
  readonly took: number
}

/** Runs the work in a process that dies after so many milliseconds of it; Infinity = it may end. */
function run(dir: string, what: 'import' | 'export', at: string, after: number): Promise<Killed> {
  const child = spawn(process.execPath, [join(program, 'run.mjs'), dir, password, what, at, String(clock.ms)], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ZHEN_SCRYPT_N: '1024' } })
  let began = 0
  let ended = false
  let took = 0
  child.stdout.on('data', (said: Buffer) => {
    if (said.includes('begin')) {
      began = performance.now()
      if (Number.isFinite(after)) setTimeout(() => { child.kill('SIGKILL') }, after)
    }
    if (said.includes('end ')) {
      ended = said.includes('end ok')
      took = performance.now() - began
    }
  })
  return new Promise((resolve) => { child.once('close', () => { resolve({ ended, took }) }) })
}

let copies = 0
function copyOf(dir: string): string {
  const copy = join(base, `copy${String(++copies)}`)
  cpSync(dir, copy, { recursive: true })
  return copy
}

/** Kills the work `runs` times at moments spread over its length and asks `look` each time; gives how often it had got how far. */
async function killed(from: string, what: 'import' | 'export', at: (n: number) => string, look: (office: Office, n: number) => Promise<string>): Promise<Readonly<Record<string, number>>> {
  const whole = await run(copyOf(from), what, at(-1), Number.POSITIVE_INFINITY)
  expect(whole.ended).toBe(true)
  const found: Record<string, number> = {}
  for (let n = 0; n < runs; n++) {
    const dir = copyOf(from)
    await run(dir, what, at(n), ((n + Math.random()) / runs) * whole.took * 1.25)
    const office = await officeIn(dir, clock).open()
    expect((await office.get('doctor.run', {})).findings.filter((finding) => !finding.ok)).toEqual([])
    const state = await look(office, n)
    found[state] = (found[state] ?? 0) + 1
    office.desk.close()
    rmSync(dir, { recursive: true })
  }
  return found
}

const openAt = async (dir: string): Promise<Office> => officeIn(copyOf(dir), clock).open()
const rubbish = (office: Office): readonly string[] => [...readdirSync(office.dir), ...(existsSync(join(office.dir, 'inbox')) ? readdirSync(join(office.dir, 'inbox')) : [])].filter((name) => name.endsWith('.part') || name.endsWith('.zpk'))

const eightHours = 8 * 3_600_000

/** The computer goes to sleep in the middle of an import; when it wakes up its clock is eight hours on. Gives what the process said, before and after. */
function asleep(dir: string, file: string, after: number, forMs: number): Promise<{ readonly before: string; readonly said: string }> {
  const moved = join(dir, '..', `moved${String(copies)}`)
  const child = spawn(process.execPath, [join(program, 'run.mjs'), dir, password, 'import', file, String(clock.ms), moved], { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, ZHEN_SCRYPT_N: '1024' } })
  let [before, said] = ['', '']
  let sleeping: NodeJS.Timeout | undefined
  const wake = (): void => {
    before = said
    writeFileSync(`${moved}.new`, String(eightHours))
    renameSync(`${moved}.new`, moved)
    child.kill('SIGCONT')
  }
  child.stdout.on('data', (data: Buffer) => {
    if (said === '' && data.includes('begin')) sleeping = setTimeout(() => { child.kill('SIGSTOP'); sleeping = setTimeout(wake, forMs) }, after)
    said += data.toString()
  })
  return new Promise((resolve) => {
    child.once('close', () => {
      // It was through before it was to sleep.
      clearTimeout(sleeping)
      resolve({ before: before === '' ? said : before, said })
    })
  })
}

/** An import that was slept through has ended whole, once, or not at all; taking the file again brings the rest and nothing twice. */
async function sleptThrough(from: string, file: string): Promise<Readonly<Record<string, number>>> {
  const fresh = await openAt(from)
  const before = fresh.dump()
  await fresh.take(file)
  const after = fresh.dump()
  fresh.desk.close()
  const { took } = await run(copyOf(from), 'import', file, Number.POSITIVE_INFINITY)
  const found: Record<string, number> = {}
  for (let n = 0; n < sleeps; n++) {
    const dir = copyOf(from)
    const heard = await asleep(dir, file, ((n + Math.random()) / sleeps) * took * 0.8, times(700, 3000))
    const awake = new Clock()
    awake.ms = clock.ms + eightHours + 60_000
    const office = await officeIn(dir, awake).open()
    expect((await office.get('doctor.run', {})).findings.filter((finding) => !finding.ok)).toEqual([])
    const now = office.dump()
    const whole = now.length === after.length && now.every((line, i) => line === after[i])
    // What the process told is what there is.
    expect([whole, heard.said.includes('end ')]).toEqual([heard.said.includes('end ok'), true])
    if (!whole) expect(now).toEqual(before)
    expect(rubbish(office)).toEqual([])
    expect((await office.take(file)).state).toBe(whole ? 'DUPLICATE' : 'COMMITTED')
    expect(office.dump()).toEqual(after)
    expect((await office.get('exchange.import', { files: [file] })).files[0]?.state).toBe('DUPLICATE')
    await office.add('organisation', { name: '醒来以后又能存了' })
    office.desk.close()
    rmSync(dir, { recursive: true })
    const state = `${whole ? 'all' : 'nothing'}${heard.before.includes('end ') ? ', slept after its end' : ''}`
    found[state] = (found[state] ?? 0) + 1
  }
  return found
}

/** Taking in is all or nothing, and taking it again brings the rest. */
async function allOrNothing(from: string, file: string): Promise<Readonly<Record<string, number>>> {
  const fresh = await openAt(from)
  const before = fresh.dump()
  await fresh.take(file)
  const after = fresh.dump()
  expect(after).not.toEqual(before)
  fresh.desk.close()
  return killed(from, 'import', () => file, async (office) => {
    const found = office.dump()
    const state = found.length === after.length && found.every((line, i) => line === after[i]) ? 'all' : 'nothing'
    if (state === 'nothing') expect(found).toEqual(before)
    expect(rubbish(office)).toEqual([])
    expect((await office.take(file)).state).toBe(state === 'all' ? 'DUPLICATE' : 'COMMITTED')
    expect(office.dump()).toEqual(after)
    expect((await office.get('exchange.import', { files: [file] })).files[0]?.state).toBe('DUPLICATE')
    return state
  })
}

describe('a process that is killed', () => {
  test('while the county takes a package in has taken all of it or nothing', async () => {
    tried('kill -9 while the county imports', runs, await allOrNothing(place.county, up))
  }, 1_800_000)

  test('while a town takes its receipt has taken all of it or nothing', async () => {
    tried('kill -9 while a town takes its receipt', runs, await allOrNothing(place.waiting, down))
  }, 1_800_000)

  test('while a town makes its package leaves a whole one or none, and the next one brings everything', async () => {
    const sticks = (n: number): string => join(base, `stick${String(n)}`)
    const found = await killed(place.town, 'export', sticks, async (town, n) => {
      const folder = join(sticks(n), '镇县数据', '南部县', '上报')
      const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.zpk')) : []
      for (const name of names) expect((await town.get('exchange.verify', { file: join(folder, name) })).ok).toBe(true)
      const next = await town.send(sticks(n), { always: true })
      const county = await openAt(place.county)
      expect(await county.take(next)).toMatchObject({ state: 'COMMITTED', complete: true })
      expect(county.dump(qingshi)).toEqual(town.dump())
      expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
      county.desk.close()
      rmSync(county.dir, { recursive: true })
      rmSync(sticks(n), { recursive: true })
      return names.length === 0 ? 'nothing' : 'all'
    })
    tried('kill -9 while a town makes its package', runs, found)
  }, 1_800_000)
})

test('a restore that is asked for while the backup of the day runs in its thread waits for it, and both are whole', async () => {
  const dir = copyOf(place.town)
  const office = await officeIn(dir, clock).open()
  const { file } = await office.get('backup.stick', { drive: join(base, 'stick') })
  const before = office.dump()
  await office.add('person', { name: '后来的人' })
  office.desk.close()
  // So that the day has none yet.
  rmSync(join(dir, 'backups'), { recursive: true })
  const said = execFileSync(process.execPath, [join(program, 'run.mjs'), dir, password, 'restore', file, String(clock.ms)], { encoding: 'utf8', env: { ...process.env, ZHEN_SCRYPT_N: '1024' } })
  expect(said).toMatch(/looks true(?: true)*\nend ok\n/u)
  const daily = readdirSync(join(dir, 'backups')).filter((name) => name.endsWith('-daily.zrb'))
  expect(daily).toHaveLength(1)
  const back = await officeIn(dir, clock).open()
  expect(back.dump()).toEqual(before)
  back.desk.close()
  const other = officeIn(join(base, 'beside'), clock)
  await other.get('backup.restore', { file: join(dir, 'backups', daily[0] ?? ''), password })
  expect((await other.open()).dump()).toHaveLength(before.length + 1)
  other.desk.close()
}, 120_000)

describe('a computer that sleeps for eight hours in the middle of an import', () => {
  test('of a town’s package, at the county, ends it when it wakes up, once', async () => {
    tried('eight hours of sleep while the county imports', sleeps, await sleptThrough(place.county, up))
  }, 600_000)

  test('of the county’s receipt, in a town, ends it when it wakes up, once', async () => {
    tried('eight hours of sleep while a town takes its receipt', sleeps, await sleptThrough(place.waiting, down))
  }, 600_000)
})
