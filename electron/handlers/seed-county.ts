/** A made-up county with its towns, paired, reported and answered: everything that a stick would have carried. */
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { InputOf, OutputOf } from '../../shared/contract'
import { fail, ok, type Failure, type Result } from '../../shared/result'
import type { Sample } from '../../shared/seed/office'
import { townNames } from '../../shared/seed/words'
import { newRealm } from '../exchange/pairing'
import { Refused } from '../store/failure'
import { createDesk, type Desk } from './desk'
import { exchangeHandlers } from './exchange'
import { ownRealm } from './exchange-setup'
import { officeHandlers } from './office'
import { seedTownOf } from './seed-writer'

export interface CountySample extends Sample {
  readonly towns: number
  readonly password: string
  /** Names of the first towns; the others have made-up ones. */
  readonly names: readonly string[]
}

const county = { code: '511321', name: '望川县', province: '四川' } as const

const must = <T>(result: Result<T>): T => {
  if (result.ok) return result.value
  throw new Refused(result)
}

const nameOf = (names: readonly string[], at: number): string => names[at] ?? `${townNames[at % townNames.length] ?? ''}${at < townNames.length ? '' : String(Math.floor(at / townNames.length) + 1)}`

async function openOffice(desk: Desk, dir: string, office: Omit<InputOf<'office.init'>, 'by'>): Promise<Desk> {
  const made = createDesk({ dir: path.join(desk.dir, dir), now: desk.now })
  must(await officeHandlers['office.init']({ ...office, by: desk.by === '' ? '示范' : desk.by }, made))
  return made
}

/** The county's keys are of a practice realm: its packages can never get among real ones. */
async function openCounty(desk: Desk, password: string): Promise<Desk> {
  const made = await openOffice(desk, 'county', { role: 'county', code: county.code, name: `${county.name}人大常委会`, province: county.province, password })
  const realm = ownRealm(made)
  if (realm) made.store.settings.set('realm', { ...realm, id: newRealm(true) })
  return made
}

async function imported(desk: Desk, file: string): Promise<void> {
  const answer: OutputOf<'exchange.import'> = must(await exchangeHandlers['exchange.import']({ files: [file], approve: true }, desk))
  const [one] = answer.files
  if (one?.state !== 'COMMITTED') throw new Refused(fail(one?.code ?? 'internal', { detail: { file, state: one?.state ?? null } }))
}

/** One town: set up, joined, filled, reported; then the county's answer comes back. */
async function addTown(desk: Desk, at: Desk, sample: CountySample, index: number): Promise<Readonly<Record<string, number>>> {
  const name = nameOf(sample.names, index)
  const code = `${county.code}${String(101 + index)}`
  const stick = path.join(desk.dir, 'stick')
  const town = await openOffice(desk, `town-${String(index + 1).padStart(2, '0')}`, { role: 'town', code, name, county_name: county.name, province: county.province, term: 19, term_start: '2021-12-20', password: sample.password })
  try {
    const invite = must(await exchangeHandlers['exchange.invite']({ code, name, out: stick }, at))
    must(await exchangeHandlers['exchange.join']({ file: invite.file, code: invite.code }, town))
    const counts = seedTownOf(town, { ...sample, index })
    const up = must(await exchangeHandlers['exchange.export']({ to: stick, always: true }, town))
    await imported(at, up.file ?? '')
    const down = must(await exchangeHandlers['exchange.export']({ to: stick, town: code, always: true }, at))
    await imported(town, down.file ?? '')
    return counts
  } finally {
    town.close()
  }
}

const added = (sum: Readonly<Record<string, number>>, one: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set([...Object.keys(sum), ...Object.keys(one)])].map((key) => [key, (sum[key] ?? 0) + (one[key] ?? 0)] as const))

/** Makes `DIR/county`, `DIR/town-01` … and `DIR/stick`; the records of all towns by type. */
export async function seedCounty(desk: Desk, sample: CountySample): Promise<Result<Readonly<Record<string, number>>>> {
  await mkdir(path.join(desk.dir, 'stick'), { recursive: true })
  const at = await openCounty(desk, sample.password)
  try {
    let counts: Readonly<Record<string, number>> = {}
    for (let index = 0; index < sample.towns; index++) counts = added(counts, await addTown(desk, at, sample, index))
    return ok(counts)
  } catch (error) {
    const refused: Failure | null = error instanceof Refused ? error.failure : null
    if (refused) return refused
    throw error
  } finally {
    at.close()
  }
}
