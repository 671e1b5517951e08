/**
 * Every command of the contract with random inputs, mostly sensible ones, at a real office full of private people: nothing is a fault of the
 * program, nothing private leaves unasked, no version is lost.
 */
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import path, { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { handlers } from '../../electron/handlers'
import { setUpExchange } from '../../electron/handlers/exchange-setup'
import { route } from '../../electron/ipc/route'
import { contract, type StoreCommandName } from '../../shared/contract'
import type { Result } from '../../shared/result'
import { readZip } from '../documents/support/read-zip'
import { randomFrom, valueOf, type Random } from '../support/random-inputs'
import { long, seedOf, times, tried } from '../support/tried'
import { officeWithSecrets, secrets, type Secretive } from './support/office-with-secrets'
import { password } from './support/offices'

const seed = seedOf(20260302)
const most = times(4, 10_000)
/** A command that reads the whole year may not take the time of all others; the short run asks the same things on every machine. */
const budget = long ? Number(process.env['ZHEN_BUDGET'] ?? 20_000) : Infinity

/** What a person asked to see in clear, and the asking is written down; drafts are what the window itself typed a moment before. */
const inClear: ReadonlySet<string> = new Set<StoreCommandName>(['record.reveal', 'draft.list'])
/** Would end the office that is asked, or make another one. */
const notAsked: ReadonlySet<string> = new Set<StoreCommandName>(['seed.run'])

let office: Secretive
const told: string[] = []

afterAll(() => {
  const asked = new Map<string, number>()
  for (const name of told) asked.set(name, (asked.get(name) ?? 0) + 1)
  const counts = names.map((name) => asked.get(name) ?? 0)
  tried('random inputs of commands', told.length, { commands: names.length, [`commands with ${String(most)}`]: counts.filter((n) => n >= most).length, 'least of a command': Math.min(...counts), seed })
})

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

async function ask(name: StoreCommandName, input: unknown): Promise<Result<unknown>> {
  const { desk } = office.town
  if (!desk.isOpen) {
    const opened = desk.unlock(password, undefined)
    if (!opened.ok) throw new Error(`after ${told.at(-1) ?? ''}: ${JSON.stringify(opened)}`)
    await setUpExchange(desk)
  }
  // An office that was told to move stays, so that the others are asked too.
  if (desk.isMoved) await route(handlers, desk, 'office.stay', {})
  told.push(name)
  return route(handlers, desk, name, input)
}

/** Answers may say back what was given, and a number of any length is among that; the window takes it, JSON has no word for it. */
const json = (value: unknown): string => String(JSON.stringify(value ?? null, (_key, one: unknown) => (typeof one === 'bigint' ? String(one) : one)))

/** What is wrong with an answer; null = nothing. */
function wrong(name: StoreCommandName, input: unknown, answer: Result<unknown>): string | null {
  const shown = (): string => `${name} ${json(input)}`.slice(0, 600)
  if (!answer.ok && answer.code === 'internal') return `${shown()}: ${json(answer.detail).slice(0, 600)}`
  const asked = json(input)
  // What was asked for by its own words may be said back in a refusal.
  const leaked = inClear.has(name) ? [] : found(json(structuredClone(answer))).filter((secret) => answer.ok || !asked.includes(secret))
  return leaked.length > 0 ? `${shown()}: ${leaked.join(' ')}` : null
}

/** A new password is always the old one, so that the office can be opened after every command. */
function sameDoor(input: unknown): unknown {
  return typeof input === 'object' && input !== null && typeof (input as { fresh?: unknown }).fresh === 'string' ? { ...input, fresh: password } : input
}

/** Runs a command with inputs of its own shape until the number or the time is reached. */
async function many(name: StoreCommandName, random: Random): Promise<readonly string[]> {
  const faults: string[] = []
  const made = join(office.out, 'made')
  const until = performance.now() + budget
  for (let n = 0; n < most && (n < 3 || performance.now() < until) && faults.length < 3; n++) {
    const input = sameDoor(valueOf(contract[name].input.shape, '', office.words, random, n % 3 === 2 ? 0.25 : 0.02))
    const answer = await ask(name, input)
    const fault = wrong(name, input, answer)
    if (fault !== null) faults.push(fault)
    const plain = (input as { private?: unknown } | null)?.private === 'plain'
    const inFiles = plain || n % 5 > 0 ? [] : found(textOfFiles(made))
    if (inFiles.length > 0) faults.push(`${name} wrote ${inFiles.join(' ')}`)
    if (plain || inFiles.length > 0 || n % 25 === 24) rmSync(made, { recursive: true, force: true })
  }
  rmSync(made, { recursive: true, force: true })
  return faults
}

const names = (Object.keys(contract) as StoreCommandName[]).filter((name) => !notAsked.has(name))
/** First those that only read, so that the private people are all still there. */
const reads = /\.(get|list|page|history|state|preview|pairs|all|drill|why|board|conflicts|unsent|plan|html|draft|frozen|compare|charts|course|last|duty|picture|file|look|rehearse)$/u
const inOrder = [...names.filter((name) => reads.test(name)), ...names.filter((name) => !reads.test(name))]

test('no command faults, shows what is private or loses a version, whatever it is asked', async () => {
  office = await officeWithSecrets()
  // Half a path is a path below the working folder.
  process.chdir(office.out)
  const random = randomFrom(seed)
  const faults: string[] = []
  for (const name of inOrder) faults.push(...await many(name, random))
  expect(faults).toEqual([])
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
  if (!office.town.desk.isOpen) await office.town.open()
  expect((await office.town.get('doctor.run', {})).findings.filter((finding) => !finding.ok)).toEqual([])
}, long ? 14_400_000 : 120_000)
