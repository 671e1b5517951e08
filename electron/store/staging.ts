/**
 * Staging: the lines of a package wait inside the store (stage-tables.ts says where), written in small transactions while the window works,
 * until a person has seen what they would do. The commit then only moves them.
 */
import { figureType } from '../../shared/exchange/figure-fact'
import { applyVersion, view } from '../../shared/exchange/merge'
import { schemaOf } from '../../shared/records/schema'
import { declarations, isRecordType } from '../../shared/records'
import type { ForeignVersion } from './change'
import { write, type Core } from './core'
import type { StagedCounts, Staging } from './exchange-store'
import { putStored } from './merge'
import { readHead } from './projection'
import { NearStage, type Stage, type StagedHead, type StageError } from './stage'
import { farStage } from './stage-far'
import { headsOf } from './take-version'
import type { HeldHead } from './version-codec'

const none: StagedCounts = { new: 0, changed: 0, same: 0, deleted: 0, conflict: 0, held: 0, error: 0 }

/** What the staged versions of one record would do to it. */
function fate(held: readonly HeldHead[], staged: readonly HeldHead[]): keyof StagedCounts {
  let heads = held
  for (const one of staged) {
    const applied = applyVersion(heads, one)
    if (applied.kind === 'head') heads = applied.heads
  }
  const [first, ...others] = heads
  if (!first) return 'same'
  const after = view([first, ...others])
  const [old, ...olds] = held
  if (!old) return after.conflict ? 'conflict' : 'new'
  const before = view([old, ...olds])
  if (after.conflict && !before.conflict) return 'conflict'
  if (after.winner.op === before.winner.op && after.winner.dh === before.winner.dh && after.conflict === before.conflict) return 'same'
  const isGone = after.deleted || after.winner.op === 'merge'
  const wasGone = before.deleted || before.winner.op === 'merge'
  return isGone && !wasGone ? 'deleted' : 'changed'
}

function previewRecord(core: Core, rows: readonly StagedHead[]): keyof StagedCounts {
  const [first] = rows
  if (!first) return 'same'
  const here = readHead(core.db, first.uid)
  if (here && (here.type !== first.type || here.org !== first.org)) return 'error'
  if ((!isRecordType(first.type) && first.type !== figureType) || rows.some((row) => row.sv > schemaOf(row.type))) return 'held'
  // Versions that are history here change nothing, even where the heads do not name them.
  const fresh = rows.map((row) => row.held).filter((one) => core.db.value('SELECT 1 FROM version WHERE id = ?', one.bytes) === undefined)
  if (!here) return fresh.length === 0 ? 'error' : fate([], fresh)
  return fate(headsOf(core, first.uid), fresh)
}

/** Each staged record once, with its versions in the order of their lines. */
function* stagedRecords(stage: Stage): Generator<readonly StagedHead[]> {
  let record: StagedHead[] = []
  for (const row of stage.sorted()) {
    const last = record.at(-1)
    if (last && (last.uid !== row.uid || last.type !== row.type)) {
      yield record
      record = []
    }
    record.push(row)
  }
  if (record.length > 0) yield record
}

/** Attachments travel with their owner: types of the owners of staged attachments, as held here or else as staged (refused ones too). */
function ownerTypes(core: Core, stage: Stage, owners: readonly string[]): ReadonlyMap<string, string> {
  const held = owners.flatMap((uid) => {
    const head = readHead(core.db, uid)
    return head ? [[uid, head.type] as const] : []
  })
  return new Map([...stage.typesOf(owners), ...held])
}

function keepScope(core: Core, stage: Stage, scope: 'county' | 'town', opened: readonly string[]): void {
  const types = stage.types()
  const goes = (type: string): boolean => opened.includes(type) || (isRecordType(type) ? declarations[type].scope : 'county') === scope
  for (const type of types) if (type !== 'file' && !goes(type)) stage.refuseType(type)
  if (!types.includes('file')) return
  const files = stage.files()
  const typeOf = ownerTypes(core, stage, files.flatMap(({ owner }) => (typeof owner === 'string' ? [owner] : [])))
  for (const { n, owner } of files) {
    const type = typeof owner === 'string' ? typeOf.get(owner) : undefined
    // Of an owner that nobody here has seen nothing can be said; the way of the county is the ordinary one.
    if (type === undefined ? scope === 'town' : !goes(type)) stage.refuseFile(n)
  }
}

/** The field in which a staged version does not fit the record that is held, as the merge will find it; null = it fits. */
function misfit(core: Core, { uid, type, org, held }: StagedHead): ForeignVersion['field'] | null {
  const here = readHead(core.db, uid)
  if (here) return here.org !== org ? 'org' : here.type !== type ? 'type' : null
  return core.db.value('SELECT 1 FROM version WHERE id = ?', held.bytes) === undefined ? null : 'id'
}

function* misfits(core: Core, stage: Stage): Generator<ForeignVersion> {
  for (const one of stage.sorted()) {
    const field = misfit(core, one)
    if (field !== null) yield { id: one.held.id, uid: one.uid, type: one.type, field }
  }
}

/** Why a version was refused that does not fit what is held, as the errors of a package say it. */
function toldOf(stage: Stage, foreign: readonly ForeignVersion[]): readonly StageError[] {
  const lines = stage.linesOf(foreign.map((one) => one.id))
  return foreign.map(({ id, uid, type, field }) => ({ line: lines.get(id) ?? 0, type, uid, code: field === 'org' ? 'wrong-town' : 'bad-input', field }))
}

function previewOf(core: Core, stage: Stage): Readonly<Record<string, StagedCounts>> {
  const counts = new Map<string, Record<keyof StagedCounts, number>>()
  const count = (type: string, what: keyof StagedCounts): void => {
    const row = counts.get(type) ?? { ...none }
    row[what] += 1
    counts.set(type, row)
  }
  for (const rows of stagedRecords(stage)) count(rows[0]?.type ?? '', previewRecord(core, rows))
  for (const error of stage.errors()) count(error.type, 'error')
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Characters of lines that a package may keep in memory; what has more waits in the file. */
const mostNear = 32 * 1024 * 1024

export function stagingOf(core: Core, bound = mostNear): Staging & { readonly attachments: () => readonly string[] } {
  const { db } = core
  const near = new Map<string, NearStage>()
  const stageOf = (packageId: string): Stage => near.get(packageId) ?? farStage(db, packageId)
  /** The lines move into the file, and those that follow go there. */
  const moved = (packageId: string, stage: NearStage): Stage => {
    const far = farStage(db, packageId)
    far.add(stage.lines)
    for (const error of stage.errors()) far.addError(error)
    near.delete(packageId)
    return far
  }
  const drop = (packageId: string): void => {
    near.delete(packageId)
    farStage(db, packageId).drop()
  }
  return {
    begin: (packageId) => {
      drop(packageId)
      near.set(packageId, new NearStage())
    },
    add: (packageId, lines) => {
      const stage = near.get(packageId)
      ;(stage !== undefined && stage.size > bound ? moved(packageId, stage) : stageOf(packageId)).add(lines)
    },
    addError: (packageId, error) => { stageOf(packageId).addError({ ...error, field: error.field ?? null }) },
    errors: (packageId) => stageOf(packageId).errors(),
    preview: (packageId) => previewOf(core, stageOf(packageId)),
    versions: (packageId) => stageOf(packageId).versions(),
    commit: (packageId) => write(core, (pending) => {
      const stage = stageOf(packageId)
      const merged = putStored(core, stage.versions(), packageId)
      const refused = toldOf(stage, merged.foreign)
      // What lies in memory is not taken back with the transaction: it goes when that has happened.
      if (near.has(packageId)) pending.afterwards.push(() => { near.delete(packageId) })
      else stage.drop()
      return { ...merged, refused }
    }),
    misfits: (packageId) => toldOf(stageOf(packageId), [...misfits(core, stageOf(packageId))]),
    drop,
    clear: () => {
      near.clear()
      db.sql('DELETE FROM stage').run()
    },
    keepScope: (packageId, scope, opened = []) => { db.transaction(() => { keepScope(core, stageOf(packageId), scope, opened) }) },
    attachments: () => [...near.values()].flatMap((stage) => stage.files().flatMap(({ sha256 }) => (typeof sha256 === 'string' ? [sha256] : []))),
  }
}
