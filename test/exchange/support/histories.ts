/**
 * Random histories of three computers in two towns and their county: edits with wrong clocks, lost, repeated, reordered and broken
 * deliveries, crashes, restores, silent roll-backs. Invariants I1 to I9 are looked at on the way and at the end.
 */
import fc from 'fast-check'
import { conflict, erased } from '../../../shared/exchange/merge'
import { MemoryCounty, MemoryNode, MemoryTown, resetIds, type MemoryPackage, type Rules } from './memory-nodes'
import { idOf } from './versions'

const [townA, townB] = ['511321101', '511321102'] as const
const uidOf = (town: string, n: number): string => idOf(900_000 + Number(town) + n * 1_000_000)

export const step = fc.oneof(
  { weight: 9, arbitrary: fc.record({ t: fc.constant('edit' as const), d: fc.nat(2), u: fc.nat(5), op: fc.integer({ min: 0, max: 19 }), same: fc.boolean(), skew: fc.integer({ min: -50, max: 50 }), blob: fc.boolean() }) },
  { weight: 5, arbitrary: fc.record({ t: fc.constant('export' as const), d: fc.nat(2) }) },
  { weight: 6, arbitrary: fc.record({ t: fc.constant('deliver' as const), i: fc.nat(1000), crash: fc.constantFrom(false, false, false, true), drop: fc.constantFrom(-1, -1, -1, 0, 1), text: fc.constantFrom(false, false, false, false, true) }) },
  { weight: 4, arbitrary: fc.record({ t: fc.constant('receipt' as const), town: fc.nat(1) }) },
  { weight: 5, arbitrary: fc.record({ t: fc.constant('take' as const), i: fc.nat(1000), d: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.record({ t: fc.constant('backup' as const), d: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ t: fc.constant('restore' as const), d: fc.nat(3), i: fc.nat(100) }) },
  { weight: 2, arbitrary: fc.record({ t: fc.constant('county' as const), u: fc.nat(5) }) },
  { weight: 3, arbitrary: fc.record({ t: fc.constant('new computer' as const), d: fc.nat(2), u: fc.nat(2) }) },
)
export type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const opOf = (n: number): 'put' | 'del' | 'erase' => (n === 0 ? 'erase' : n < 4 ? 'del' : 'put')

class World {
  readonly towns: MemoryTown[]
  readonly county: MemoryCounty
  readonly pool: MemoryPackage[] = []
  readonly receipts: MemoryPackage[] = []
  readonly backups: (() => void)[][] = [[], [], [], []]
  readonly reached = { conflicts: 0, erased: 0, incomplete: 0, blobs: 0, gaveWay: 0 }
  clock = 0
  readonly rules: Rules
  constructor(rules: Rules) {
    this.rules = rules
    this.towns = [new MemoryTown('甲', townA, rules), new MemoryTown('乙', townA, rules), new MemoryTown('丙', townB, rules)]
    this.county = new MemoryCounty('县', rules)
  }

  town(i: number): MemoryTown {
    return this.towns[i % this.towns.length]!
  }

  devicesOf(town: string): readonly string[] {
    return this.towns.filter((t) => t.town === town).map((t) => t.name)
  }

  deliver(p: MemoryPackage, delivery: Parameters<MemoryCounty['import']>[1] = {}): void {
    const complete = this.county.import(p, delivery)
    if (complete === true && !p.knew.every((id) => this.county.knows(id))) throw new Error('I5 said to be complete and is not')
    if (complete === false) this.reached.incomplete += 1
    if (complete === null || delivery.crash === true) return
    const before = this.county.view()
    this.county.import(p)
    this.county.import({ ...p, id: idOf(5_000_000 + this.clock) , versions: delivery.dropLine === undefined ? p.versions : [] })
    if (this.county.view() !== before) throw new Error('I3 the same package twice changed something')
  }

  take(d: MemoryTown, r: MemoryPackage): void {
    this.reached.gaveWay += d.takeReceipt(r)
    const before = d.view()
    d.takeReceipt(r)
    if (d.view() !== before) throw new Error('I3 the same receipt twice changed something')
    for (const v of d.held.values()) if (v.org !== d.town) throw new Error('I9 another town\'s record')
  }

  trip(d: MemoryTown): void {
    this.deliver(d.export())
    this.take(d, this.county.receipt(d.town, this.devicesOf(d.town)))
  }
}

function act(w: World, s: Step): void {
  switch (s.t) {
    case 'edit': {
      const d = w.town(s.d)
      const op = opOf(s.op)
      const uid = uidOf(d.town, s.u)
      if (op !== 'put' && !d.heads.has(uid)) return
      d.edit(uid, op, op === 'put' ? { title: s.same ? '同样的内容' : `第${w.clock}次` } : { reason: '测试' }, 1000 + w.clock + s.skew, s.blob)
      return
    }
    case 'export': w.pool.push(w.town(s.d).export()); return
    case 'deliver': {
      const p = w.pool[s.i % Math.max(1, w.pool.length)]
      if (p !== undefined) w.deliver(p, { crash: s.crash, asText: s.text, ...(s.drop < 0 ? {} : { dropLine: s.drop }) })
      return
    }
    case 'receipt': {
      const town = s.town === 0 ? townA : townB
      w.receipts.push(w.county.receipt(town, w.devicesOf(town)))
      return
    }
    case 'take': {
      const r = w.receipts[s.i % Math.max(1, w.receipts.length)]
      if (r !== undefined) w.take(w.town(s.d), r)
      return
    }
    case 'backup': w.backups[s.d]!.push((s.d === 3 ? w.county : w.town(s.d)).snapshot()); return
    case 'restore': { const b = w.backups[s.d]!; b[s.i % Math.max(1, b.length)]?.(); return }
    case 'new computer': {
      // One burnt: another takes its place, with a slip of its own. What had not travelled is gone with it, and so are its backups.
      const burnt = w.town(s.d)
      if (w.county.headsOf(burnt.town).length === 0) return
      const fresh = new MemoryTown(`${burnt.name.slice(0, 1)}${w.clock}`, burnt.town, w.rules)
      fresh.setUp(uidOf(burnt.town, s.u), 1000 + w.clock)
      w.towns[s.d] = fresh
      w.backups[s.d] = []
      return
    }
    case 'county': {
      const uids = [...w.county.heads.keys()].sort()
      const uid = uids[s.u % Math.max(1, uids.length)]
      const org = uid === undefined ? undefined : w.county.heads.get(uid)?.[0]?.org
      if (uid !== undefined && org !== undefined) w.county.write(uid, org, 'put', { title: `县里第${w.clock}次` }, 1000 + w.clock)
      return
    }
  }
}

/** Runs one history and throws with the number of the first invariant that does not hold; gives how much of what matters it met. */
export function runHistory(rules: Rules, steps: readonly Step[]): World['reached'] {
  resetIds()
  const w = new World(rules)
  for (const s of steps) {
    w.clock += 1
    act(w, s)
  }
  const nodes: readonly MemoryNode[] = [...w.towns, w.county]
  const waiting = new Set(w.towns.flatMap((t) => t.placeholders))
  const surviving = new Set(nodes.flatMap((n) => [...n.heads.values()].flat().flatMap((v) => [v.id, ...v.seen])).filter((id) => !waiting.has(id)))
  const bytes = w.towns.map((t) => [...t.blobBytes].filter((b) => t.blobRows.has(b)))
  for (let i = 0; i < 3; i++) for (const d of w.towns) w.trip(d)

  for (const d of w.towns) {
    if (d.view() !== w.county.view(d.town)) throw new Error('I1 town and county differ')
    if (d.living(d.town) !== w.county.living(d.town)) throw new Error('I6 totals differ')
  }
  // All agree now; where the county had lost something, it needs one trip more to hear that every computer has it again.
  for (const d of w.towns) w.trip(d)
  for (const d of w.towns) {
    if (d.export().versions.length > 0 || w.county.receipt(d.town, w.devicesOf(d.town)).versions.length > 0) throw new Error('I7 something is left to send')
  }
  for (const id of surviving) if (!w.county.knows(id)) throw new Error('I2 an edit is lost')
  for (const own of bytes) for (const b of own) if (!w.county.blobBytes.has(b)) throw new Error('I2 an attachment is lost')
  for (const order of [(a: string, b: string) => (a < b ? -1 : 1), (a: string, b: string) => (a < b ? 1 : -1)]) {
    const again = new MemoryNode('重建', rules)
    for (const id of [...w.county.held.keys()].sort(order)) again.put(w.county.held.get(id)!)
    if (again.view() !== w.county.view()) throw new Error('I4 another order gives another state')
  }
  for (const hs of w.county.heads.values()) {
    if (conflict(hs)) w.reached.conflicts += 1
    if (erased(hs)) w.reached.erased += 1
  }
  w.reached.blobs += w.county.blobBytes.size
  return w.reached
}

export const quietStep = fc.oneof(
  { weight: 6, arbitrary: fc.record({ t: fc.constant('edit' as const), u: fc.nat(2), del: fc.integer({ min: 0, max: 9 }) }) },
  { weight: 5, arbitrary: fc.record({ t: fc.constant('export' as const) }) },
  { weight: 6, arbitrary: fc.record({ t: fc.constant('deliver' as const), i: fc.nat(1000) }) },
  { weight: 3, arbitrary: fc.record({ t: fc.constant('receipt' as const) }) },
  { weight: 3, arbitrary: fc.record({ t: fc.constant('take' as const), i: fc.nat(1000), d: fc.nat(1) }) },
  { weight: 1, arbitrary: fc.record({ t: fc.constant('hand-over' as const) }) },
)
export type QuietStep = typeof quietStep extends fc.Arbitrary<infer T> ? T : never

/** One computer writes at a time and hands over after a full trip of both; packages arrive late, repeated and in any order: I8. */
export function runQuietHistory(rules: Rules, steps: readonly QuietStep[]): void {
  resetIds()
  const w = new World(rules)
  let writer = 0
  for (const s of steps) {
    w.clock += 1
    const d = w.town(writer)
    switch (s.t) {
      case 'edit': {
        const uid = uidOf(townA, s.u)
        if (s.del > 0 || d.heads.has(uid)) d.edit(uid, s.del === 0 ? 'del' : 'put', s.del === 0 ? { reason: '测试' } : { title: `第${w.clock}次` }, 1000 + w.clock, false)
        break
      }
      case 'export': w.pool.push(d.export()); break
      case 'deliver': { const p = w.pool[s.i % Math.max(1, w.pool.length)]; if (p !== undefined) w.county.import(p); break }
      case 'receipt': w.receipts.push(w.county.receipt(townA, w.devicesOf(townA))); break
      case 'take': { const r = w.receipts[s.i % Math.max(1, w.receipts.length)]; if (r !== undefined) w.town(s.d).takeReceipt(r); break }
      case 'hand-over': {
        w.trip(d)
        w.trip(w.town(1 - writer))
        writer = 1 - writer
        break
      }
    }
    if ([...w.towns, w.county].some((n) => n.hasConflict())) throw new Error('I8 a conflict that nobody made')
  }
}
