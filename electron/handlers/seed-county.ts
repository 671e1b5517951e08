/** A made-up county with its towns, paired, reported and answered: everything that a stick would have carried. */
import path from 'node:path'
import type { InputOf, OutputOf } from '../../shared/contract'
import { fail, ok, type Failure, type Result } from '../../shared/result'
import type { Sample } from '../../shared/seed/office'
import { townNames } from '../../shared/seed/words'
import { newRealm } from '../exchange/pairing'
import { Refused } from '../store/failure'
import { makeFolder } from '../store/make-folder'
import { createDesk, type Desk } from './desk'
import { exchangeHandlers } from './exchange'
import { ownRealm, setUpExchange } from './exchange-setup'
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

async function openOffice({ desk, dir: base }: Place, dir: string, office: Omit<InputOf<'office.init'>, 'by'>): Promise<Desk> {
  const made = createDesk({ dir: path.join(base, dir), now: desk.now, practice: desk.practice })
  must(await officeHandlers['office.init']({ ...office, by: desk.by === '' ? '示范' : desk.by }, made))
  return made
}

/** The county's keys are of a practice realm: its packages can never get among real ones. */
async function openCounty(place: Place, password: string): Promise<Desk> {
  const made = await openOffice(place, 'county', { role: 'county', code: county.code, name: `${county.name}人大常委会`, province: county.province, password })
  practise(made)
  return made
}

function practise(desk: Desk): void {
  const realm = ownRealm(desk)
  if (realm) desk.store.settings.set('realm', { ...realm, id: newRealm(true) })
}

async function imported(desk: Desk, file: string): Promise<void> {
  const answer: OutputOf<'exchange.import'> = must(await exchangeHandlers['exchange.import']({ files: [file], approve: true }, desk))
  const [one] = answer.files
  if (one?.state !== 'COMMITTED') throw new Refused(fail(one?.code ?? 'internal', { detail: { file, state: one?.state ?? null } }))
}

/** Where the stores of the towns and the stick lie. */
interface Place {
  readonly desk: Desk
  readonly dir: string
}

/** Hears how far it is before each step, and may throw to end it there. */
export type Tell = (words: string, done: number, total: number) => Promise<void>

const townSteps = 4
const toNobody: Tell = () => Promise.resolve()

/** One town: set up, joined, filled, reported; then the county's answer comes back. */
async function addTown(place: Place, at: Desk, sample: CountySample, index: number, tell: Tell): Promise<Readonly<Record<string, number>>> {
  const name = nameOf(sample.names, index)
  const { office } = at.store
  const code = `${office.code}${String(101 + index)}`
  const stick = path.join(place.dir, 'stick')
  const say = (words: string, step: number): Promise<void> => tell(words, index * townSteps + step, sample.towns * townSteps)
  await say('单位', 0)
  const town = await openOffice(place, `town-${String(index + 1).padStart(2, '0')}`, { role: 'town', code, name, county_name: office.name.replace(/人大常委会$/u, ''), ...(office.province ? { province: office.province } : {}), term: 19, term_start: '2021-12-20', password: sample.password })
  try {
    const invite = must(await exchangeHandlers['exchange.invite']({ code, name, out: stick }, at))
    must(await exchangeHandlers['exchange.join']({ file: invite.file, code: invite.code }, town))
    await say('一年的工作', 1)
    const counts = seedTownOf(town, { ...sample, index })
    await say('上报', 2)
    const up = must(await exchangeHandlers['exchange.export']({ to: stick, always: true }, town))
    await imported(at, up.file ?? '')
    await say('回执', 3)
    const down = must(await exchangeHandlers['exchange.export']({ to: stick, town: code, always: true }, at))
    await imported(town, down.file ?? '')
    return counts
  } finally {
    town.close()
  }
}

const added = (sum: Readonly<Record<string, number>>, one: Readonly<Record<string, number>>): Readonly<Record<string, number>> =>
  Object.fromEntries([...new Set([...Object.keys(sum), ...Object.keys(one)])].map((key) => [key, (sum[key] ?? 0) + (one[key] ?? 0)] as const))

async function fill(place: Place, at: Desk, sample: CountySample, tell: Tell): Promise<Readonly<Record<string, number>>> {
  makeFolder(path.join(place.dir, 'stick'))
  let counts: Readonly<Record<string, number>> = {}
  for (let index = 0; index < sample.towns; index++) counts = added(counts, await addTown(place, at, sample, index, tell))
  return counts
}

async function refusals<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    const refused: Failure | null = error instanceof Refused ? error.failure : null
    if (refused) return refused
    throw error
  }
}

/** Makes `DIR/county`, `DIR/town-01` … and `DIR/stick`; the records of all towns by type. */
export async function seedCounty(desk: Desk, sample: CountySample, tell = toNobody): Promise<Result<Readonly<Record<string, number>>>> {
  const place = { desk, dir: desk.dir }
  makeFolder(desk.dir)
  const at = await openCounty(place, sample.password)
  try {
    return await refusals(() => fill(place, at, sample, tell))
  } finally {
    at.close()
  }
}

/** The same for an open county without towns, which becomes a practice county; the stores of its towns lie in `sample` beside its own. */
export async function seedOpenCounty(desk: Desk, sample: CountySample): Promise<Result<Readonly<Record<string, number>>>> {
  if (desk.store.townCodes().some((org) => org.length === 9)) return fail('store-exists', { detail: { dir: desk.dir } })
  await setUpExchange(desk)
  practise(desk)
  return refusals(() => fill({ desk, dir: path.join(desk.dir, 'sample') }, desk, sample, toNobody))
}
