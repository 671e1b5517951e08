/**
 * Every merged record as canonical JSON, one line each, by type and uid. Nothing in it depends on the computer, so two
 * stores that hold the same versions print the same bytes.
 */
import { canonOrFault } from '../../shared/exchange/canon'
import type { Op } from '../../shared/exchange/version'
import { contentOf, intoOf } from './content'
import type { Core } from './core'
import { readValues } from './version-codec'

interface Row {
  readonly uid: string
  readonly type: string
  readonly org: string
  readonly op: Op
  readonly conflict: number
  readonly sv: number
  readonly data: string | null
}

function lineOf(row: Row): string {
  const data = readValues(row.type, row.sv, row.data)
  const { status, ...fields } = contentOf(data)
  const into = intoOf(data)
  const line = canonOrFault({
    uid: row.uid, type: row.type, org: row.org, op: row.op, deleted: row.op === 'del' || row.op === 'erase',
    ...(into === '' ? {} : { into }), ...(row.conflict === 1 ? { conflict: true } : {}), ...(typeof status === 'string' ? { status } : {}), fields,
  })
  if (typeof line !== 'string') throw new Error(`a stored record without canonical form: ${row.uid} ${line.reason}`)
  return line
}

/** Lines without their line ends. */
export function* dumpLines(core: Pick<Core, 'db'>): Generator<string> {
  const uids = core.db.column<string>('SELECT uid FROM head ORDER BY type, uid')
  for (const uid of uids) {
    const row = core.db.sql('SELECT h.uid, h.type, h.org, h.op, h.conflict, v.sv, v.data FROM head h JOIN version v ON v.v = h.v WHERE h.uid = ?').get(uid)
    if (row !== undefined) yield lineOf(row as Row)
  }
}
