/**
 * Offices in memory for the histories: they merge, export and import with the functions that the store uses. What a mutant changes is a
 * rule of `Rules`; everything else is the same for all of them.
 */
import { delta, inBoth, missing, packHave } from '../../../shared/exchange/have'
import { follow, tick } from '../../../shared/exchange/clock'
import { fateOf } from '../../../shared/exchange/placeholder'
import { applyVersion, conflict, erased, seenByNext, winner, type Applied } from '../../../shared/exchange/merge'
import { parseVersion } from '../../../shared/exchange/parse-version'
import { blanked, buildVersion, encodeVersion, type Op, type Version } from '../../../shared/exchange/version'
import { idOf, sha256 } from './versions'

export interface Rules {
  readonly apply: (held: readonly Version[], incoming: Version) => Applied<Version>
  readonly winner: (heads: readonly Version[], arrived: (id: string) => number) => Version
  readonly seen: (heads: readonly Version[]) => readonly string[]
  /** Which records a receipt for a town carries. */
  readonly receiptScope: (org: string, town: string) => boolean
  readonly absentIsDeleted: boolean
  readonly haveBeforeSnapshot: boolean
  readonly rowsBeforeBlobs: boolean
  /** What becomes of a version that a new computer wrote at its set-up. */
  readonly placeholder: typeof fateOf
}

export const realRules: Rules = {
  apply: applyVersion,
  winner: (heads) => winner(heads as [Version, ...Version[]]),
  seen: seenByNext,
  receiptScope: (org, town) => org === town,
  absentIsDeleted: false,
  haveBeforeSnapshot: false,
  rowsBeforeBlobs: false,
  placeholder: fateOf,
}

let made = 0
/** Ids start anew, so that a history gives the same ids every time. */
export const resetIds = (): void => { made = 0 }
const freshId = (): string => idOf(++made)

const packed = (ids: Iterable<string>): Uint8Array => {
  const have = packHave(ids)
  if (!have.ok) throw new Error('bad id in have')
  return have.value
}

const through = (v: Version): Version => {
  const line = encodeVersion(v)
  const read = line.ok ? parseVersion(line.value, sha256) : line
  if (!read.ok) throw new Error(`a line was not read back: ${JSON.stringify(read)}`)
  return read.value.version
}

export interface MemoryPackage {
  readonly id: string
  readonly town: string
  readonly device: string
  readonly have: Uint8Array
  readonly versions: readonly Version[]
  readonly haveBlobs: ReadonlySet<string>
  readonly blobs: ReadonlySet<string>
  /** For the checks only: everything that the sender knew when it took the snapshot. */
  readonly knew: readonly string[]
  /** Of a receipt: the computers that can open it. */
  readonly readers?: readonly string[]
}

export class MemoryNode {
  heads = new Map<string, readonly Version[]>()
  /** Every version that is held, by id. */
  held = new Map<string, Version>()
  arrived = new Map<string, number>()
  hlc = 0
  blobRows = new Set<string>()
  blobBytes = new Set<string>()
  readonly name: string
  readonly rules: Rules
  constructor(name: string, rules: Rules) {
    this.name = name
    this.rules = rules
  }

  put(v: Version): void {
    if (!this.arrived.has(v.id)) this.arrived.set(v.id, this.arrived.size)
    this.hlc = follow(this.hlc, v.hlc)
    if (this.held.has(v.id)) return
    this.held.set(v.id, v)
    const applied = this.rules.apply(this.heads.get(v.uid) ?? [], v)
    if (applied.kind === 'head') this.heads.set(v.uid, applied.heads)
    if (!erased(this.heads.get(v.uid) ?? [])) return
    for (const old of this.held.values()) if (old.uid === v.uid) this.held.set(old.id, blanked(old))
    this.heads.set(v.uid, (this.heads.get(v.uid) ?? []).map(blanked))
  }

  write(uid: string, org: string, op: Op, data: Readonly<Record<string, string>>, clock: number): Version | null {
    const heads = this.heads.get(uid) ?? []
    if (erased(heads)) return null
    this.hlc = tick(this.hlc, clock)
    const built = buildVersion({ id: freshId(), uid, type: 'suggestion', org, op, seen: this.rules.seen(heads), hlc: this.hlc, sv: 1, by: this.name, at: '2026-08-11T12:00:00+08:00', data }, sha256)
    if (!built.ok) throw new Error(JSON.stringify(built))
    this.put(built.value.version)
    return built.value.version
  }

  headsOf(org: string): readonly Version[] {
    return [...this.heads.values()].flat().filter((v) => v.org === org)
  }

  knows(id: string): boolean {
    return [...this.heads.values()].flat().some((v) => v.id === id || v.seen.includes(id))
  }

  knowledge(org: string): readonly string[] {
    return this.headsOf(org).flatMap((v) => [v.id, ...v.seen])
  }

  have(org: string): Uint8Array {
    return packed(this.headsOf(org).map((v) => v.id))
  }

  /** What people see, of one town or of all: winner, conflict and the ids of the heads. */
  view(org?: string): string {
    const rows = [...this.heads].filter(([, hs]) => org === undefined || hs.some((v) => v.org === org)).map(([uid, hs]) => {
      const best = this.rules.winner(hs, (id) => this.arrived.get(id) ?? 0)
      return [uid, best.id, best.op, best.data, conflict(hs), hs.map((v) => v.id)] as const
    })
    return JSON.stringify(rows.sort((a, b) => (a[0] < b[0] ? -1 : 1)))
  }

  living(org: string): number {
    return [...this.heads.values()].filter((hs) => hs.some((v) => v.org === org) && !['del', 'erase'].includes(this.rules.winner(hs, () => 0).op)).length
  }

  hasConflict(): boolean {
    return [...this.heads.values()].some(conflict)
  }
}

export class MemoryTown extends MemoryNode {
  peerHave: Uint8Array = new Uint8Array(0)
  peerBlobs: ReadonlySet<string> = new Set()
  #staleHave: Uint8Array = new Uint8Array(0)
  /** Versions of its set-up that do not travel until the town's own have come. */
  placeholders: readonly string[] = []
  readonly town: string
  constructor(name: string, town: string, rules: Rules) {
    super(name, rules)
    this.town = town
  }

  /** A new computer of a town that the county has already writes what every set-up writes. */
  setUp(uid: string, clock: number): void {
    const v = this.write(uid, this.town, 'put', { title: '新装' }, clock)
    this.placeholders = v === null ? [] : [v.id]
  }

  #settle(complete: boolean): number {
    let gave = 0
    this.placeholders = this.placeholders.filter((id) => {
      const uid = this.held.get(id)?.uid ?? ''
      const heads = this.heads.get(uid) ?? []
      const fate = this.rules.placeholder(id, heads, complete)
      const real = heads.filter((v) => v.id !== id)
      if (fate === 'gives-way' && real.length > 0) {
        if (conflict(real)) throw new Error('I8 a conflict that nobody decided is gone')
        // It never travelled: it is taken back, and nothing is written that could meet what another computer writes meanwhile.
        this.heads.set(uid, real)
        this.held.delete(id)
        this.arrived.delete(id)
        gave += 1
      }
      return fate === 'waits'
    })
    return gave
  }

  edit(uid: string, op: Op, data: Readonly<Record<string, string>>, clock: number, blob: boolean): void {
    this.#staleHave = this.have(this.town)
    const v = this.write(uid, this.town, op, data, clock)
    if (blob && v !== null) {
      this.blobRows.add(v.id)
      this.blobBytes.add(v.id)
    }
  }

  export(): MemoryPackage {
    const travels = (id: string): boolean => !this.placeholders.includes(id)
    const have = this.rules.haveBeforeSnapshot ? this.#staleHave : packed(this.headsOf(this.town).map((v) => v.id).filter(travels))
    return {
      id: freshId(), town: this.town, device: this.name, have,
      versions: delta(this.headsOf(this.town), this.peerHave).filter((v) => travels(v.id)), haveBlobs: new Set(this.blobRows),
      blobs: new Set([...this.blobBytes].filter((b) => !this.peerBlobs.has(b))), knew: this.knowledge(this.town).filter(travels),
    }
  }

  /** Gives the number of placeholders that gave way to the town's own. */
  takeReceipt(r: MemoryPackage): number {
    if (r.town !== this.town || r.readers?.includes(this.name) === false) return 0
    for (const v of r.versions) this.put(v)
    this.peerHave = r.have
    this.peerBlobs = r.haveBlobs
    return this.#settle(missing(r.have, (id) => this.knows(id)).length === 0)
  }

  snapshot(): () => void {
    const [heads, held, arrived, hlc, peerHave, peerBlobs, rows, stale, placeholders] = [new Map(this.heads), new Map(this.held), new Map(this.arrived), this.hlc, this.peerHave, this.peerBlobs, new Set(this.blobRows), this.#staleHave, this.placeholders]
    return () => {
      this.heads = new Map(heads); this.held = new Map(held); this.arrived = new Map(arrived); this.hlc = hlc
      this.peerHave = peerHave; this.peerBlobs = peerBlobs; this.blobRows = new Set(rows); this.#staleHave = stale; this.placeholders = placeholders
    }
  }
}

export interface Delivery {
  /** This line of the package is refused as bad. */
  readonly dropLine?: number
  /** The process dies after the first step of the commit. */
  readonly crash?: boolean
  /** Lines travel as text and are parsed. */
  readonly asText?: boolean
}

export class MemoryCounty extends MemoryNode {
  peers = new Map<string, Uint8Array>()
  ledger = new Set<string>()

  /** Whether the town is said to be complete; null = nothing was taken. */
  import(p: MemoryPackage, delivery: Delivery = {}): boolean | null {
    if (this.ledger.has(p.id)) return null
    const lines = delivery.asText === true ? p.versions.map(through) : p.versions
    const good = lines.filter((v, i) => i !== delivery.dropLine && v.org === p.town)
    const bytes = (): void => { for (const b of p.blobs) this.blobBytes.add(b) }
    if (!this.rules.rowsBeforeBlobs) {
      bytes()
      if (delivery.crash === true) return null
    }
    for (const v of good) this.put(v)
    if (this.rules.absentIsDeleted) {
      const listed = new Set(p.have.length === 0 ? [] : p.knew)
      for (const [uid, hs] of this.heads) if (hs.some((v) => v.org === p.town) && !hs.some((v) => listed.has(v.id))) this.heads.delete(uid)
    }
    for (const b of p.blobs) this.blobRows.add(b)
    this.peers.set(p.device, p.have)
    this.ledger.add(p.id)
    if (this.rules.rowsBeforeBlobs && delivery.crash !== true) bytes()
    return missing(p.have, (id) => this.knows(id)).length === 0
  }

  receipt(town: string, devices: readonly string[]): MemoryPackage {
    const all = [...this.heads.values()].flat().filter((v) => this.rules.receiptScope(v.org, town))
    const known = devices.map((d) => this.peers.get(d) ?? new Uint8Array(0)).reduce(inBoth)
    return { id: freshId(), town, device: this.name, have: this.have(town), versions: delta(all, known), haveBlobs: new Set(this.blobRows), blobs: new Set(), knew: this.knowledge(town), readers: devices }
  }

  snapshot(): () => void {
    const [heads, held, arrived, hlc, peers, ledger, rows] = [new Map(this.heads), new Map(this.held), new Map(this.arrived), this.hlc, new Map(this.peers), new Set(this.ledger), new Set(this.blobRows)]
    return () => {
      this.heads = new Map(heads); this.held = new Map(held); this.arrived = new Map(arrived); this.hlc = hlc
      this.peers = new Map(peers); this.ledger = new Set(ledger); this.blobRows = new Set(rows)
    }
  }
}
