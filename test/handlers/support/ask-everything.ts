/**
 * Asks commands of the contract with random inputs, mostly sensible ones, at a real town full of private people and at its county. The long run puts
 * both back as they were after every few hundred inputs: by copying their files, so that what one input wrote does not make the next one slow.
 */
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path, { join } from 'node:path'
import { handlers } from '../../../electron/handlers'
import { setUpExchange } from '../../../electron/handlers/exchange-setup'
import { route } from '../../../electron/ipc/route'
import { connect } from '../../../electron/store/connection'
import { databasePath } from '../../../electron/store/files-of-store'
import { unlockKeyfile } from '../../../electron/store/keyfile'
import { contract, type StoreCommandName } from '../../../shared/contract'
import type { Result } from '../../../shared/result'
import { readZip } from '../../documents/support/read-zip'
import { nonsense, pick, valueOf, type Random, type Words } from '../../support/random-inputs'
import { tried } from '../../support/tried'
import { officeWithSecrets, secrets, type Secretive } from './office-with-secrets'
import { password, type Office } from './offices'

/** What a person asked to see in clear, and the asking is written down; drafts are what the window itself typed a moment before. */
const inClear: ReadonlySet<string> = new Set<StoreCommandName>(['record.reveal', 'draft.list'])
/** Take versions away because they are asked to, or put another file into the place of this one. */
const takesAway: ReadonlySet<string> = new Set<StoreCommandName>(['record.erase', 'backup.restore', 'office.init', 'office.practice'])

/** Commands that only read, so that the private people are all still there. */
const reads = /\.(get|list|page|history|state|preview|pairs|all|drill|why|board|conflicts|unsent|plan|html|draft|frozen|compare|charts|course|last|duty|picture|file|look|rehearse)$/u

const found = (text: string): readonly string[] => secrets.filter((secret) => text.includes(secret))

/** Attachments go into an archive as they are: what a person attached is shown. */
const isAttachment = (file: string): boolean => path.basename(path.dirname(file)) === 'files'

/** Whatever a command wrote, unpacked where it is an archive. */
function textOfFiles(dir: string): string {
  if (!existsSync(dir)) return ''
  const files = statSync(dir).isFile() ? [dir] : readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => join(dir, name))
  return files.filter((file) => statSync(file).isFile() && !isAttachment(file)).map((file) => {
    const bytes = readFileSync(file)
    return /\.(docx|xlsx)$/u.test(file) ? [...readZip(bytes).values()].map((entry) => entry.text).join('\n') : bytes.toString('utf8')
  }).join('\n')
}

/** Answers may say back what was given, and a number of any length is among that; the window takes it, JSON has no word for it. */
const json = (value: unknown): string => String(JSON.stringify(value ?? null, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one)))

/** A new password is always the old one, so that the office can be opened after every command. */
function sameDoor(input: unknown): unknown {
  return typeof input === 'object' && input !== null && typeof (input as { fresh?: unknown }).fresh === 'string' ? { ...input, fresh: password } : input
}

/** An input that is taken, mostly with one of its keys as in another. */
function withOneKeyOf(whole: unknown, other: unknown, random: Random): unknown {
  const keys = typeof other === 'object' && other !== null ? Object.entries(other) : []
  if (keys.length === 0 || random() < 0.3) return whole
  const [key, value] = pick(random, keys)
  return { ...(whole as object), [key]: value as unknown }
}

/** Milliseconds of a processor that an input may take on average. */
const dear = 3
const cpuMs = (since: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since)
  return (user + system) / 1000
}

/** An input with nonsense in one of its keys, or instead of it. */
function withNonsense(input: unknown, random: Random): unknown {
  const keys = typeof input === 'object' && input !== null ? Object.keys(input) : []
  return keys.length === 0 || random() < 0.1 ? nonsense(random) : { ...(input as object), [pick(random, keys)]: nonsense(random) }
}

/** Ids of all versions in the file of the office. */
function versionsIn(dir: string): ReadonlySet<string> {
  const key = unlockKeyfile(dir, password)
  if (!key.ok) throw new Error(key.code)
  const raw = connect(databasePath(dir), key.value, { readonly: true })
  try {
    return new Set(raw.prepare('SELECT hex(id) FROM version').pluck().all() as string[])
  } finally {
    raw.close()
  }
}

/** Keys that say which record a command is about. */
const pointing = /^(id|uid|owner|record|from|into|mandate|type)$/u

/** What came of the inputs of one command. */
export interface Asked {
  readonly name: StoreCommandName
  readonly inputs: number
  readonly answered: number
  readonly refused: number
  readonly ms: number
}

export class Inquiry {
  readonly faults: string[] = []
  readonly #world: Secretive
  readonly #folders: readonly string[]
  readonly #kept: string
  readonly #versions: ReadonlyMap<Office, ReadonlySet<string>>
  #last = ''

  private constructor(world: Secretive) {
    this.#world = world
    const { town, county, stick, out } = world
    this.#versions = new Map([town, county].map((office) => [office, versionsIn(office.dir)] as const))
    this.#folders = [town.dir, county.dir, stick, out]
    this.#kept = mkdtempSync(join(tmpdir(), 'zhen-kept-'))
    process.once('exit', () => { rmSync(this.#kept, { recursive: true, force: true }) })
    this.#close()
    for (const [at, dir] of this.#folders.entries()) cpSync(dir, join(this.#kept, String(at)), { recursive: true })
    // Half a path is a path below the working folder.
    process.chdir(out)
  }

  static async begin(): Promise<Inquiry> {
    return new Inquiry(await officeWithSecrets())
  }

  /** The commands of the contract, first those that only read. */
  static readonly commands: readonly StoreCommandName[] = (Object.keys(contract) as StoreCommandName[]).filter((name) => name !== 'seed.run').toSorted((a, b) => Number(reads.test(b)) - Number(reads.test(a)))

  #close(): void {
    this.#world.town.desk.close()
    this.#world.county.desk.close()
  }

  /** Town, county, stick and files as they were at the beginning. */
  #putBack(): void {
    this.#close()
    process.chdir(this.#kept)
    for (const [at, dir] of this.#folders.entries()) {
      rmSync(dir, { recursive: true, force: true })
      cpSync(join(this.#kept, String(at)), dir, { recursive: true })
    }
    process.chdir(this.#world.out)
  }

  /** Opens an office that a command closed, and keeps one that was told to move. */
  async #open(office: Office): Promise<void> {
    if (!office.desk.isOpen) {
      const opened = office.desk.unlock(password, undefined)
      if (!opened.ok) throw new Error(`after ${this.#last}: ${JSON.stringify(opened)}`)
      await setUpExchange(office.desk)
    }
    if (office.desk.isMoved) await office.ask('office.stay', {})
  }

  /** Said at once in the long run too: one that is cut short loses nothing of what it has seen. */
  #note(fault: string): void {
    this.faults.push(fault)
    tried(`FAULT ${fault}`, 1)
  }

  #wrong(name: StoreCommandName, input: unknown, answer: Result<unknown>): string | null {
    const shown = (): string => `${name} ${json(input)}`.slice(0, 600)
    if (!answer.ok && answer.code === 'internal') return `${shown()}: ${json(answer.detail).slice(0, 600)}`
    const leaked = inClear.has(name) ? [] : found(json(structuredClone(answer)))
    // What was asked for by its own words may be said back in a refusal.
    const asked = leaked.length > 0 && !answer.ok ? json(input) : ''
    const unasked = leaked.filter((secret) => !asked.includes(secret))
    return unasked.length > 0 ? `${shown()}: ${unasked.join(' ')}` : null
  }

  /** Nothing that was in the files is gone, and the doctor has nothing to say. */
  async #examine(name: StoreCommandName): Promise<void> {
    for (const [office, before] of this.#versions) {
      await this.#open(office)
      const now = takesAway.has(name) ? null : versionsIn(office.dir)
      const lost = now === null ? 0 : [...before].filter((id) => !now.has(id)).length
      if (lost > 0) this.#note(`${name}: ${String(lost)} versions lost`)
      const ill = (await office.get('doctor.run', {})).findings.filter((finding) => !finding.ok)
      if (ill.length > 0) this.#note(`${name}: ${json(ill).slice(0, 600)}`)
    }
  }

  /** Asks one command so often, the town twice for every time that the county is asked; `together` = inputs after which both are put back. */
  async ask(name: StoreCommandName, often: number, random: Random, together: number): Promise<Asked> {
    const { town, county, out } = this.#world
    const made = join(out, 'made')
    const words = this.#world.words(name)
    const whole = this.#world.whole(name)
    const [started, begun] = [performance.now(), process.cpuUsage()]
    const before = this.faults.length
    let [inputs, answered] = [0, 0]
    for (; inputs < often && this.faults.length < before + 3; inputs++) {
      // What takes long when it is taken is, after its first five hundred, taken once in ten inputs.
      const isDear = inputs > 500 && cpuMs(begun) / inputs > dear && inputs % 10 !== 0
      const anything = valueOf(contract[name].input.shape, '', words, random, isDear || inputs % 3 === 2 ? 0.25 : 0.02)
      const sensible = whole.length > 0 && inputs % 2 === 0 ? withOneKeyOf(pick(random, whole), anything, random) : anything
      const input = sameDoor(isDear ? withNonsense(sensible, random) : sensible)
      const office = inputs % 4 === 1 || inputs % 12 === 3 ? county : town
      await this.#open(office)
      this.#last = name
      const answer = await route(handlers, office.desk, name, input)
      answered += Number(answer.ok)
      const fault = this.#wrong(name, input, answer)
      if (fault !== null) this.#note(fault)
      // Ticked by whoever asks: then private people are in it.
      const plain = ['plain', true].includes((input as { private?: string | boolean } | null)?.private ?? '')
      const inFiles = plain || inputs % 5 > 0 ? [] : found(textOfFiles(made))
      if (inFiles.length > 0) this.#note(`${name} wrote ${inFiles.join(' ')}`)
      if (plain || inFiles.length > 0 || inputs % 25 === 24) rmSync(made, { recursive: true, force: true })
      if (!reads.test(name) && inputs % together === together - 1) await this.#renew(name)
    }
    if (together < Infinity) await this.#renew(name)
    return { name, inputs, answered, refused: inputs - answered, ms: performance.now() - started }
  }

  /** Asks every command that reads about every private person by id and by type, in all that it takes beside; how many had an answer. */
  async askAboutPrivatePeople(random: Random): Promise<number> {
    const { town, about } = this.#world
    await this.#open(town)
    let answered = 0
    for (const name of Inquiry.commands.filter((one) => reads.test(one) && !inClear.has(one))) {
      const { shape } = contract[name].input
      const words = this.#world.words(name)
      const points = shape.kind === 'object' && Object.keys(shape.keys).some((key) => pointing.test(key))
      for (const [at, id] of (points ? about : about.slice(0, 1)).entries()) {
        const pointed: Words = (key, more) => (key === 'type' ? (at % 2 === 0 ? 'visitor' : 'person_private') : pointing.test(key) ? id : words(key, more))
        const input = valueOf(shape, '', pointed, random, 0)
        const answer = await route(handlers, town.desk, name, input)
        const fault = this.#wrong(name, input, answer)
        if (fault !== null) this.#note(fault)
        answered += Number(answer.ok)
      }
    }
    return answered
  }

  async #renew(name: StoreCommandName): Promise<void> {
    await this.#examine(name)
    this.#putBack()
  }

  /** At the end of a run that put nothing back. */
  async examineAtTheEnd(): Promise<void> {
    await this.#examine('record.erase')
  }
}
