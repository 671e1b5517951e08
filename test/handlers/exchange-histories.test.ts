/**
 * Random histories over real stores and real files: edits with wrong clocks, lost, repeated, reordered and broken deliveries, silent
 * roll-backs of computers. What must always hold is looked at on the way and at the end (docs/format.md, section 1).
 */
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import fc from 'fast-check'
import { afterAll, expect, test } from 'vitest'
import { haveIds } from '../../shared/exchange/have'
import { long, seedOf, tried } from '../support/tried'
import { Clock, join2, liuxi, nanbu, Office, password, qingshi, trip } from './support/offices'

// Thousands of small commits: in memory where there is such a place, so that the disk's syncs are not what is tested.
const shm = '/dev/shm'
const base = mkdtempSync(join(existsSync(shm) ? shm : tmpdir(), 'zhen-histories-'))
afterAll(() => { rmSync(base, { recursive: true, force: true }) })

type Name = 'county' | 'first' | 'second' | 'other'
/** Who takes part: a county and one town; the two computers of a town; both. A computer that stays away would be waited for for ever. */
const cast: Readonly<Record<number, readonly Name[]>> = { 1: ['county', 'other'], 2: ['county', 'first', 'second'], 3: ['county', 'first', 'second', 'other'] }

const villages = ['511321100', '511321101', '511321102']

async function makeTemplate(): Promise<string> {
  const dir = join(base, 'template')
  const clock = new Clock()
  const office = async (name: Name, role: 'town' | 'county', code: string, called: string): Promise<Office> => {
    const made = new Office(join(dir, name), clock)
    await made.get('office.init', { role, code, name: called, password })
    return made
  }
  const county = await office('county', 'county', nanbu, '南部县')
  const world = { county, stick: join(dir, 'stick') }
  const towns = [await office('first', 'town', qingshi, '青石镇'), await office('second', 'town', qingshi, '青石镇'), await office('other', 'town', liuxi, '柳溪乡')]
  for (const town of towns) {
    // Before the slip: a further computer takes nothing until it has read its receipt.
    for (const code of villages) await town.add('village', { code, name: '村' })
    await join2(world, town)
    await trip(world, town, { approve: true })
  }
  for (const town of towns) await trip(world, town)
  for (const one of [county, ...towns]) one.desk.close()
  return dir
}

type Step =
  | { readonly t: 'edit' | 'delete'; readonly who: number; readonly record: number; readonly skew: number }
  | { readonly t: 'up' | 'down' | 'keep' | 'roll-back'; readonly who: number }
  | { readonly t: 'deliver' | 'break'; readonly which: number }
  | { readonly t: 'take'; readonly which: number; readonly who: number }

const which = fc.nat(100)
/** Steps of a county with so many computers in its towns; the county is office 0. */
const stepsOf = (computers: number): fc.Arbitrary<readonly Step[]> => fc.array(stepOf(fc.nat(computers - 1), fc.nat(computers)), { minLength: 5, maxLength: 14 })
const stepOf = (who: fc.Arbitrary<number>, office: fc.Arbitrary<number>): fc.Arbitrary<Step> => fc.oneof(
  { weight: 8, arbitrary: fc.record({ t: fc.constant('edit' as const), who: office, record: fc.nat(2), skew: fc.integer({ min: -3, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ t: fc.constant('delete' as const), who: office, record: fc.nat(2), skew: fc.constant(0) }) },
  { weight: 5, arbitrary: fc.record({ t: fc.constant('up' as const), who }) },
  { weight: 5, arbitrary: fc.record({ t: fc.constant('deliver' as const), which }) },
  { weight: 1, arbitrary: fc.record({ t: fc.constant('break' as const), which }) },
  { weight: 3, arbitrary: fc.record({ t: fc.constant('down' as const), who }) },
  { weight: 4, arbitrary: fc.record({ t: fc.constant('take' as const), which, who }) },
  { weight: 1, arbitrary: fc.record({ t: fc.constant('keep' as const), who: office }) },
  { weight: 1, arbitrary: fc.record({ t: fc.constant('roll-back' as const), who: office }) },
)

interface Sent {
  readonly file: string
  readonly knew: readonly string[]
}

class World {
  readonly dir: string
  readonly clock = new Clock()
  readonly county: Office
  readonly towns: readonly Office[]
  readonly stick: string
  readonly ups: Sent[] = []
  readonly downs: string[] = []
  readonly reached = { conflicts: 0, held: 0, incomplete: 0 }
  constructor(dir: string, computers: number) {
    this.dir = dir
    this.stick = join(dir, 'stick')
    this.clock.forward(1)
    const [county, ...towns] = (cast[computers] ?? []).map((name) => new Office(join(dir, name), this.clock))
    if (!county) throw new Error('no county')
    this.county = county
    this.towns = towns
  }

  all(): readonly Office[] {
    return [this.county, ...this.towns]
  }

  town(i: number): Office {
    return this.towns[i % this.towns.length] ?? this.county
  }

  /** One of the three records that every office of a town writes; at the county one that it holds. */
  async edit(office: Office, record: number, skew: number): Promise<void> {
    this.clock.ms += skew * 3_600_000
    const held = [...office.store.exchange.headsLacking(new Uint8Array(), { type: 'village' })]
    const code = villages[record] ?? ''
    const uid = office === this.county ? held[record % Math.max(1, held.length)]?.meta.uid : office.store.uidOf('village', { code }) ?? undefined
    if (uid === undefined) return
    const standing = office.rec(uid)
    const data = { code: standing?.fields['code'] ?? code, name: '村', population: Math.floor(this.clock.ms / 1000) }
    const done = office.store.commit(office.desk.actor, [{ op: 'put', type: 'village', uid, data, org: standing?.org ?? office.store.office.code }])
    // A deleted record of a town is taken up again by its key.
    if (!done.ok) throw new Error(JSON.stringify(done))
  }

  async act(s: Step): Promise<void> {
    switch (s.t) {
      case 'edit': { await this.edit(this.all()[s.who] ?? this.county, s.record, s.skew); return }
      case 'delete': {
        const office = this.all()[s.who] ?? this.county
        const living = [...office.store.exchange.headsLacking(new Uint8Array(), { type: 'village' })].map(({ meta }) => meta.uid).filter((uid) => office.rec(uid)?.deleted === false)
        const uid = living[s.record % Math.max(1, living.length)]
        if (uid !== undefined) office.store.commit(office.desk.actor, [{ op: 'del', uid, reason: '并村' }])
        return
      }
      case 'up': { await this.up(this.town(s.who)); return }
      case 'deliver': { const sent = this.ups[s.which % Math.max(1, this.ups.length)]; if (sent) await this.deliver(sent); return }
      case 'break': { const sent = this.ups[s.which % Math.max(1, this.ups.length)]; if (sent) await this.deliverBroken(sent.file, s.which); return }
      case 'down': {
        const file = await this.county.send(this.stick, { town: this.town(s.who).store.office.code, always: true })
        if (file !== null) this.downs.push(this.aside(file))
        return
      }
      case 'take': { const file = this.downs[s.which % Math.max(1, this.downs.length)]; if (file !== undefined) await this.take(this.town(s.who), file); return }
      case 'keep': { this.keep(s.who); return }
      case 'roll-back': { await this.rollBack(s.who); return }
    }
  }

  async up(office: Office): Promise<void> {
    const knew = [...haveIds(office.store.exchange.have({ scope: 'county' }))]
    const file = await office.send(this.stick, { always: true })
    if (file !== null) this.ups.push({ file: this.aside(file), knew })
  }

  /** On a stick of its own: the next package clears away what the county has said that it has, a late one comes all the same. */
  aside(file: string): string {
    const other = join(mkdtempSync(join(dirname(this.stick), 'late-')), basename(file))
    copyFileSync(file, other)
    return other
  }

  knows(office: Office, id: string): boolean {
    return office.store.exchange.knower()(id)
  }

  async deliver({ file, knew }: Sent): Promise<void> {
    const done = await this.county.take(file)
    if (done.state === 'COMMITTED') {
      if (done.complete === true) expect(['I5', knew.filter((id) => !this.knows(this.county, id))]).toEqual(['I5', []])
      else this.reached.incomplete += 1
    }
    const before = this.county.dump()
    expect(['I3', (await this.county.take(file)).state, this.county.dump()]).toEqual(['I3', 'DUPLICATE', before])
  }

  async deliverBroken(file: string, at: number): Promise<void> {
    const bytes = readFileSync(file)
    const place = (at * 7919) % bytes.length
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place)
    const broken = join(this.stick, '坏.zpk')
    writeFileSync(broken, bytes)
    const before = this.county.dump()
    expect([(await this.county.take(broken)).state, this.county.dump()]).toEqual(['HELD', before])
    this.reached.held += 1
  }

  async take(office: Office, file: string): Promise<void> {
    await office.take(file)
    const before = office.dump()
    await office.take(file)
    expect(['I3', office.dump()]).toEqual(['I3', before])
    expect(['I9', office.dump().filter((line) => !line.includes(`"org":"${office.store.office.code}"`))]).toEqual(['I9', []])
  }

  keep(i: number): void {
    const office = this.all()[i] ?? this.county
    office.desk.close()
    cpSync(office.dir, `${office.dir}.kept`, { recursive: true })
    office.desk.unlock(password, undefined)
  }

  async rollBack(i: number): Promise<void> {
    const office = this.all()[i] ?? this.county
    if (!existsSync(`${office.dir}.kept`)) return
    office.desk.close()
    rmSync(office.dir, { recursive: true })
    cpSync(`${office.dir}.kept`, office.dir, { recursive: true })
    await office.restart()
  }

  /** Ids of everything that some office holds or has seen past. */
  surviving(): ReadonlySet<string> {
    return new Set(this.all().flatMap((office) => [...office.store.exchange.headsLacking(new Uint8Array(), { scope: 'county' })].flatMap(({ meta }) => [meta.id, ...meta.seen])))
  }

  async settle(): Promise<void> {
    const surviving = this.surviving()
    for (let i = 0; i < 3; i++) for (const town of this.towns) await trip(this, town)
    const { county } = this
    this.reached.conflicts += county.store.conflicts().length
    for (const town of this.towns) {
      expect(['I1', town.dump()]).toEqual(['I1', county.dump(town.store.office.code)])
      expect(['I6', town.store.counts()]).toEqual(['I6', county.store.counts(town.store.office.code)])
    }
    const knows = county.store.exchange.knower()
    expect(['I2', [...surviving].filter((id) => !knows(id))]).toEqual(['I2', []])
    for (const town of this.towns) await trip(this, town)
    for (const town of this.towns) {
      expect(['I7', (await town.get('exchange.export', { to: this.stick, always: true })).counts]).toEqual(['I7', {}])
      expect(['I7', (await county.get('exchange.export', { to: this.stick, always: true, town: town.store.office.code })).counts]).toEqual(['I7', {}])
    }
    const before = [county.dump(), [...haveIds(county.store.exchange.have())]]
    county.store.rebuild()
    expect(['I4', county.dump(), [...haveIds(county.store.exchange.have())]]).toEqual(['I4', ...before])
  }
}

let template: Promise<string> | null = null
let played = 0

async function inWorld(computers: number, play: (world: World) => Promise<void>): Promise<World> {
  template ??= makeTemplate()
  const from = await template
  const dir = join(base, `h${String(played++)}`)
  for (const name of cast[computers] ?? []) cpSync(join(from, name), join(dir, name), { recursive: true })
  const world = new World(dir, computers)
  try {
    for (const office of world.all()) await office.open()
    await play(world)
    return world
  } finally {
    for (const office of world.all()) office.desk.close()
    rmSync(dir, { recursive: true, force: true })
  }
}


test.each([{ computers: 1, runs: 36 }, { computers: 2, runs: 10 }, { computers: 3, runs: 4 }])('with $computers of the towns\' computers nothing is lost or counted twice, whatever happens to them and to sticks', async ({ computers, runs }) => {
  const reached = { conflicts: 0, held: 0, incomplete: 0 }
  const seed = seedOf(20_260_811)
  let histories = 0
  await fc.assert(fc.asyncProperty(stepsOf(computers), async (steps) => {
    const world = await inWorld(computers, async (w) => {
      for (const s of steps) await w.act(s)
      await w.settle()
    })
    reached.conflicts += world.reached.conflicts
    reached.held += world.reached.held
    reached.incomplete += world.reached.incomplete
    histories += 1
  }), { seed, numRuns: long ? runs * 20 : runs, interruptAfterTimeLimit: long ? 3_600_000 : 60_000 })
  // Histories that never come to what the rules are about would prove nothing.
  if (runs > 10) expect(reached.conflicts).toBeGreaterThan(0)
  if (runs > 30) expect(reached.held).toBeGreaterThan(0)
  tried(`histories of real stores and files, ${String(computers)} computers and a county`, histories, { seed, ...reached })
}, long ? 3_700_000 : 90_000)

test('one computer that writes at a time never makes a conflict, also when old packages arrive late', async () => {
  const quiet = fc.array(fc.oneof(
    { weight: 5, arbitrary: fc.record({ t: fc.constantFrom('edit' as const, 'edit' as const, 'delete' as const), who: fc.constant(1), record: fc.nat(1), skew: fc.integer({ min: -3, max: 3 }) }) },
    { weight: 4, arbitrary: fc.record({ t: fc.constant('up' as const), who: fc.constant(0) }) },
    { weight: 4, arbitrary: fc.record({ t: fc.constant('deliver' as const), which }) },
    { weight: 2, arbitrary: fc.record({ t: fc.constant('down' as const), who: fc.constant(0) }) },
    { weight: 2, arbitrary: fc.record({ t: fc.constant('take' as const), which, who: fc.nat(1) }) },
  ) as fc.Arbitrary<Step>, { minLength: 6, maxLength: 16 })
  await fc.assert(fc.asyncProperty(quiet, async (steps) => {
    await inWorld(2, async (w) => {
      for (const s of steps) {
        await w.act(s)
        expect(['I8', w.all().flatMap((office) => office.store.conflicts())]).toEqual(['I8', []])
      }
    })
  }), { numRuns: long ? 300 : 8, interruptAfterTimeLimit: long ? 1_800_000 : 30_000 })
}, long ? 1_900_000 : 60_000)
