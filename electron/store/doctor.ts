/**
 * The doctor: pairs of a question and a repair. What is made from the versions can always be made again; the versions themselves are only
 * reported. Content that no constraint holds (a reference into nothing, two equal numbers) is counted for the to-dos and is no damage.
 */
import { figureType } from '../../shared/exchange/figure-fact'
import { conflict as inConflict, heads, winner } from '../../shared/exchange/merge'
import { schemaOf } from '../../shared/records/schema'
import { declarationOf, declarations, recordTypes } from '../../shared/records'
import { leavesRecord, linksOf } from './content'
import type { Core } from './core'
import { columnValue } from './projection'
import { impliedRedirects } from './redirects'
import { columnsOf, quoted, tableOf } from './typed-schema'
import { heldColumns, heldHead, readValues, sha256, type HeldRow } from './version-codec'

export interface DoctorFinding {
  /** Kebab-case name of the check. */
  readonly check: string
  readonly ok: boolean
  readonly count: number
  readonly fixed: number
  readonly detail: string
  /** First records that are concerned. */
  readonly ids: readonly string[]
}

export interface DoctorReport {
  readonly ok: boolean
  readonly findings: readonly DoctorFinding[]
}

interface Check {
  readonly name: string
  readonly detail: string
  /** `rebuild` repairs it; `content` is for people to decide; `none` needs a backup. */
  readonly repair: 'rebuild' | 'content' | 'none'
  readonly find: (core: Core) => readonly string[]
}

interface VersionOfRecord extends HeldRow {
  readonly uid: string
  readonly head: number
}

interface HeadOfRecord {
  readonly n: number
  readonly uid: string
  readonly type: string
  readonly org: string
  readonly version_id: Buffer
  readonly op: string
  readonly conflict: number
  readonly deleted: number
  readonly sv: number
  readonly data: string | null
}

/** Each record once, with all its versions. */
function* records(core: Core): Generator<readonly VersionOfRecord[]> {
  for (const uid of core.db.column<string>('SELECT DISTINCT uid FROM version ORDER BY uid')) {
    yield core.db.sql(`SELECT uid, head, ${heldColumns} FROM version WHERE uid = ?`).all(uid) as VersionOfRecord[]
  }
}

const headRows = (core: Core): IterableIterator<HeadOfRecord> =>
  core.db.sql('SELECT h.n, h.uid, h.type, h.org, h.version_id, h.op, h.conflict, h.deleted, v.sv, v.data FROM head h JOIN version v ON v.v = h.v').iterate() as IterableIterator<HeadOfRecord>

const isLiving = (core: Core, row: HeadOfRecord): boolean => leavesRecord(row.op as 'put') && !core.redirects.has(row.uid)

/** Versions whose content does not have the digest that they carry. */
function wrongDigests(core: Core): readonly string[] {
  const rows = core.db.sql('SELECT uid, data, dh FROM version WHERE data IS NOT NULL').iterate() as IterableIterator<{ uid: string; data: string; dh: Buffer }>
  const wrong: string[] = []
  for (const row of rows) if (sha256(row.data) !== row.dh.toString('hex')) wrong.push(row.uid)
  return wrong
}

/** Records whose heads, winner or flags are not those that follow from their versions. */
function wrongHeads(core: Core): readonly string[] {
  const wrong: string[] = []
  for (const rows of records(core)) {
    const uid = rows[0]?.uid ?? ''
    const [first, ...others] = heads(rows.map(heldHead))
    if (!first) continue
    const all = [first, ...others] as const
    const ids = new Set(all.map((one) => one.id))
    const best = winner([...all])
    const head = core.db.sql('SELECT version_id, v, conflict, deleted FROM head WHERE uid = ?').get(uid) as { version_id: Buffer; v: number; conflict: number; deleted: number } | undefined
    const right = head?.version_id.equals(best.bytes) === true && head.v === best.v && head.conflict === Number(inConflict(all)) && head.deleted === Number(best.op === 'del' || best.op === 'erase')
      && rows.every((row) => (row.head === 1) === ids.has(heldHead(row).id))
    if (!right) wrong.push(uid)
  }
  const lost = core.db.column<string>('SELECT uid FROM head WHERE NOT EXISTS (SELECT 1 FROM version v WHERE v.id = head.version_id)')
  return [...wrong, ...lost]
}

/** Records of types, or written in schemas, that only a later program understands. */
const keptForLater = (core: Core): readonly string[] => core.db.column<string>(
  'SELECT h.uid FROM head h JOIN version v ON v.v = h.v LEFT JOIN json_each(?) known ON known.key = h.type WHERE known.value IS NULL OR v.sv > known.value ORDER BY h.uid',
  JSON.stringify(Object.fromEntries([...recordTypes, figureType].map((type) => [type, schemaOf(type)]))))

/** Typed rows that differ from the content of the winner, are missing, or belong to no record. */
function wrongRows(core: Core): readonly string[] {
  const wrong: string[] = []
  for (const head of [...headRows(core)]) {
    const declaration = declarationOf(head.type)
    if (!declaration) continue
    const data = readValues(head.type, head.sv, head.data)
    const columns = columnsOf(declaration)
    const row = core.db.sql(`SELECT * FROM ${tableOf(head.type)} WHERE n = ?`).get(head.n) as Readonly<Record<string, unknown>> | undefined
    const status = typeof data['status'] === 'string' ? data['status'] : null
    const right = row !== undefined && row['uid'] === head.uid && row['org'] === head.org && (row['version'] as Buffer).equals(head.version_id) && row['status'] === status
      && row['deleted'] === Number(!isLiving(core, head)) && row['conflict'] === head.conflict && columns.every((column) => row[column.key] === columnValue(data[column.key]))
    if (!right) wrong.push(head.uid)
  }
  for (const type of recordTypes) wrong.push(...core.db.column<string>(`SELECT uid FROM ${tableOf(type)} WHERE n NOT IN (SELECT n FROM head)`))
  return wrong
}

function wrongLinks(core: Core): readonly string[] {
  const wanted = new Map<string, string>()
  const uidOf = (n: number): string => core.db.value<string>('SELECT uid FROM head WHERE n = ?', n) ?? `#${n}`
  for (const head of headRows(core)) {
    const declaration = declarationOf(head.type)
    if (declaration && isLiving(core, head)) for (const link of linksOf(declaration, readValues(head.type, head.sv, head.data))) wanted.set(`${link.to} ${head.type} ${link.field} ${head.n}`, head.uid)
  }
  const wrong: string[] = []
  for (const row of core.db.sql('SELECT to_uid, type, field, n FROM link').all() as { to_uid: string; type: string; field: string; n: number }[]) {
    if (!wanted.delete(`${row.to_uid} ${row.type} ${row.field} ${row.n}`)) wrong.push(uidOf(row.n))
  }
  return [...wrong, ...wanted.values()]
}

function wrongRedirects(core: Core): readonly string[] {
  const implied = impliedRedirects(core)
  const kept = core.redirects
  return [...new Set([...implied.keys(), ...kept.keys()])].filter((uid) => implied.get(uid) !== kept.get(uid))
}

/** Living records without a search document, and documents of no living record. */
function wrongSearch(core: Core): readonly string[] {
  const documents = new Set(core.db.column<number>('SELECT rowid FROM search'))
  const wrong: string[] = []
  for (const head of headRows(core)) {
    if (!declarationOf(head.type)) continue
    if (documents.delete(head.n) !== isLiving(core, head)) wrong.push(head.uid)
  }
  return [...wrong, ...[...documents].map((n) => `#${n}`)]
}

/** Living records that point at nothing, where their declaration does not allow it. */
function orphans(core: Core): readonly string[] {
  const rows = core.db.sql(
    `SELECT DISTINCT o.uid AS uid, l.type AS type, l.field AS field FROM link l JOIN head o ON o.n = l.n LEFT JOIN head h ON h.uid = l.to_uid
     WHERE h.uid IS NULL OR h.deleted = 1 ORDER BY o.uid`,
  ).all() as { uid: string; type: string; field: string }[]
  return [...new Set(rows.filter((row) => declarationOf(row.type)?.parents?.some((parent) => parent.field === row.field && parent.onDelete === 'keep') !== true).map((row) => row.uid))]
}

/** Records of one town and type that carry the same number for people. */
function doubleNumbers(core: Core): readonly string[] {
  return recordTypes.flatMap((type) => ['no', 'doc_no', 'cert_no'].flatMap((key) => {
    const column = columnsOf(declarations[type]).find((one) => one.key === key && one.sql === 'TEXT')
    if (!column || declarations[type].key?.includes(key)) return []
    const table = tableOf(type)
    return core.db.column<string>(
      `SELECT uid FROM ${table} WHERE deleted = 0 AND (org, ${quoted(key)}) IN (SELECT org, ${quoted(key)} FROM ${table} WHERE deleted = 0 AND ${quoted(key)} <> '' GROUP BY 1, 2 HAVING count(*) > 1) ORDER BY uid`)
  }))
}

const checks: readonly Check[] = [
  { name: 'integrity', detail: 'pages of the file', repair: 'none', find: (core) => (core.db.raw.pragma('integrity_check') as { integrity_check: string }[]).map((row) => row.integrity_check).filter((text) => text !== 'ok') },
  { name: 'digests', detail: 'content of versions against their digests', repair: 'none', find: wrongDigests },
  { name: 'heads', detail: 'heads against versions', repair: 'rebuild', find: wrongHeads },
  { name: 'redirects', detail: 'merged duplicates', repair: 'rebuild', find: wrongRedirects },
  { name: 'rows', detail: 'typed rows against winning versions', repair: 'rebuild', find: wrongRows },
  { name: 'links', detail: 'references against content', repair: 'rebuild', find: wrongLinks },
  { name: 'search', detail: 'search documents against living records', repair: 'rebuild', find: wrongSearch },
  { name: 'orphans', detail: 'references to records that are not there', repair: 'content', find: orphans },
  { name: 'double-numbers', detail: 'equal numbers within one town', repair: 'content', find: doubleNumbers },
  { name: 'unknown-types', detail: 'records kept for a newer version of the app', repair: 'content', find: (core) => keptForLater(core) },
]

/** Runs every check; `rebuild` (null = only look) is run once where one of its checks finds something, and the checks are asked again. */
export function examine(core: Core, rebuild: (() => void) | null): DoctorReport {
  const found = checks.map((check) => ({ check, ids: check.find(core) }))
  const canFix = rebuild !== null && found.some((one) => one.check.repair === 'rebuild' && one.ids.length > 0)
  if (canFix) rebuild()
  const findings = found.map(({ check, ids }): DoctorFinding => {
    const left = canFix && check.repair === 'rebuild' ? check.find(core).length : ids.length
    return { check: check.name, ok: check.repair === 'content' || left === 0, count: ids.length, fixed: ids.length - left, detail: check.detail, ids: ids.slice(0, 20) }
  })
  return { ok: findings.every((finding) => finding.ok), findings }
}
