/** Real offices in temporary folders, asked through the same router as the window and the command line. */
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { InputOf, OutputOf, StoreCommandName, StoreEvent } from '../../../shared/contract'
import type { ImportedFile } from '../../../shared/contract/exchange'
import type { Data } from '../../../shared/fields'
import type { Rec } from '../../../shared/record'
import type { Result } from '../../../shared/result'
import { handlers } from '../../../electron/handlers'
import { createDesk, type Desk } from '../../../electron/handlers/desk'
import { setUpExchange } from '../../../electron/handlers/exchange-setup'
import { route } from '../../../electron/ipc/route'

// Guessing passwords and paper codes is not what these tests are about.
process.env['ZHEN_SCRYPT_N'] ??= '1024'
process.env['ZHEN_INVITE_WORK'] ??= '4'

export const password = '青石镇人大2026'
export const [qingshi, liuxi, nanbu] = ['511321101', '511321102', '511321'] as const

/** A folder that is gone when the test is over. */
export function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'zhen-trip-'))
  onTestFinished(() => { rmSync(dir, { recursive: true, force: true }) })
  return dir
}

/** A clock that all offices of a test share: it moves a second at every look, and by hand. */
export class Clock {
  ms = Date.parse('2026-03-02T09:00:00+08:00')
  readonly now = (): Date => new Date((this.ms += 1000))
  forward(days: number): void { this.ms += days * 86_400_000 }
}

export class Office {
  desk: Desk
  readonly dir: string
  readonly events: StoreEvent[] = []
  readonly clock: Clock
  constructor(dir: string, clock: Clock) {
    this.dir = dir
    this.clock = clock
    this.desk = this.#desk()
  }

  #desk(): Desk {
    return createDesk({ dir: this.dir, now: this.clock.now, tell: (event) => { this.events.push(event) } })
  }

  async ask<N extends StoreCommandName>(name: N, input: InputOf<N>): Promise<Result<OutputOf<N>>> {
    return (await route(handlers, this.desk, name, input)) as Result<OutputOf<N>>
  }

  /** The answer, where a refusal would be a fault of the test. */
  async get<N extends StoreCommandName>(name: N, input: InputOf<N>): Promise<OutputOf<N>> {
    const answer = await this.ask(name, input)
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
    return answer.value
  }

  /** Opens the store of this folder, as after a start. */
  async open(): Promise<this> {
    const opened = this.desk.unlock(password, undefined)
    if (!opened.ok) throw new Error(JSON.stringify(opened))
    await setUpExchange(this.desk)
    return this
  }

  async restart(): Promise<this> {
    this.desk.close()
    this.desk = this.#desk()
    return this.open()
  }

  get store(): Desk['store'] {
    return this.desk.store
  }

  async add(type: string, fields: Data): Promise<string> {
    const added = await this.get('record.add', { type, records: [fields] })
    if (added.ids[0] === undefined) throw new Error(JSON.stringify(added.errors))
    return added.ids[0]
  }

  async set(id: string, fields: Data): Promise<Rec> {
    return (await this.get('record.set', { id, fields })).record
  }

  rec(id: string): Rec | null {
    return this.store.get(id)
  }

  /** Makes a package (or the receipt for a town) and gives its path; null = there was nothing to say. */
  async send(to: string, more: Partial<InputOf<'exchange.export'>> = {}): Promise<string | null> {
    return (await this.get('exchange.export', { to, ...more })).file
  }

  /** Takes files in and gives what became of the first. */
  async take(file: string | null, more: Partial<InputOf<'exchange.import'>> = {}): Promise<ImportedFile> {
    if (file === null) throw new Error('nothing to take')
    const { files } = await this.get('exchange.import', { files: [file], ...more })
    if (!files[0]) throw new Error('no answer')
    return files[0]
  }

  dump(org?: string): readonly string[] {
    return [...this.store.dump()].filter((line) => org === undefined || line.includes(`"org":"${org}"`))
  }
}

const opened: Office[] = []

/** An office in its own folder, closed when the test ends. */
export function officeIn(dir: string, clock: Clock): Office {
  const office = new Office(dir, clock)
  opened.push(office)
  onTestFinished(() => { office.desk.close() })
  return office
}

export async function makeOffice(role: 'town' | 'county', code: string, name: string, clock: Clock, dir = folder()): Promise<Office> {
  const office = officeIn(dir, clock)
  await office.get('office.init', { role, code, name, password, ...(role === 'town' ? { term: 19, term_start: '2021-12-20' } : {}) })
  return office
}

export interface World {
  readonly clock: Clock
  readonly stick: string
  readonly county: Office
  readonly town: Office
}

/** County 南部县 and 青石镇, strangers to each other. */
export async function strangers(): Promise<World> {
  const clock = new Clock()
  return { clock, stick: folder(), county: await makeOffice('county', nanbu, '南部县', clock), town: await makeOffice('town', qingshi, '青石镇', clock) }
}

/** The county invites and the town joins; nothing has travelled yet. */
export async function join2({ county, stick }: Pick<World, 'county' | 'stick'>, town: Office): Promise<void> {
  const { code, name } = town.store.office
  const invite = await county.get('exchange.invite', { code, name, out: stick })
  await town.get('exchange.join', { file: invite.file, code: invite.code })
}

/** The town's package up and the county's receipt down. */
export async function trip({ county, stick }: Pick<World, 'county' | 'stick'>, town: Office, more: Partial<InputOf<'exchange.import'>> = {}): Promise<void> {
  const up = await town.send(stick, { always: true })
  await county.take(up, more)
  const down = await county.send(stick, { town: town.store.office.code, always: true })
  await town.take(down)
}

let template: Promise<string> | null = null

/** 南部县 and 青石镇 after their first trip, copied from one that is made once a file. */
export async function paired(): Promise<World> {
  template ??= makeTemplate()
  const from = await template
  const dir = folder()
  cpSync(from, dir, { recursive: true })
  const clock = new Clock()
  clock.forward(1)
  const county = await officeIn(join(dir, 'county'), clock).open()
  const town = await officeIn(join(dir, 'town'), clock).open()
  return { clock, stick: folder(), county, town }
}

async function makeTemplate(): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'zhen-template-'))
  process.once('exit', () => { rmSync(dir, { recursive: true, force: true }) })
  const clock = new Clock()
  const county = new Office(join(dir, 'county'), clock)
  const town = new Office(join(dir, 'town'), clock)
  await county.get('office.init', { role: 'county', code: nanbu, name: '南部县', password })
  await town.get('office.init', { role: 'town', code: qingshi, name: '青石镇', term: 19, term_start: '2021-12-20', password })
  const world = { county, stick: join(dir, 'stick') }
  await join2(world, town)
  await trip(world, town, { approve: true })
  county.desk.close()
  town.desk.close()
  return dir
}
