/** The rows that are made from the versions, as plain values, without the row numbers of this one file. */
import { join } from 'node:path'
import { connect } from '../../../electron/store/connection'
import { unlockKeyfile } from '../../../electron/store/keyfile'
import { tableOf } from '../../../electron/store/typed-schema'
import { recordTypes } from '../../../shared/records'
import { password } from './office'

export interface Tables {
  readonly heads: readonly unknown[]
  readonly links: readonly unknown[]
  readonly redirects: readonly unknown[]
  readonly typed: Readonly<Record<string, readonly unknown[]>>
}

const plain = (rows: readonly unknown[]): readonly unknown[] => rows.map((row) => {
  const { n: _n, v: _v, ...rest } = row as Readonly<Record<string, unknown>>
  return Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, Buffer.isBuffer(value) ? value.toString('hex') : value]))
})

/** Opens the file beside the store that has it open, which WAL allows. */
export function tables(dir: string): Tables {
  const key = unlockKeyfile(dir, password)
  if (!key.ok) throw new Error(key.code)
  const raw = connect(join(dir, 'data.db'), key.value, { readonly: true })
  try {
    const all = (text: string): readonly unknown[] => plain(raw.prepare(text).all())
    return {
      heads: all('SELECT h.*, (SELECT group_concat(hex(v.id)) FROM (SELECT id FROM version WHERE uid = h.uid AND head = 1 ORDER BY id) v) AS heads FROM head h ORDER BY uid'),
      links: all('SELECT l.to_uid, l.type, l.field, h.uid FROM link l JOIN head h ON h.n = l.n ORDER BY 1, 2, 3, 4'),
      redirects: all('SELECT * FROM redirect ORDER BY from_uid'),
      typed: Object.fromEntries(recordTypes.map((type) => [type, all(`SELECT * FROM ${tableOf(type)} ORDER BY uid`)] as const).filter(([, rows]) => rows.length > 0)),
    }
  } finally {
    raw.close()
  }
}

/** How SQLite would answer a question: the lines of its plan. */
export function planOf(dir: string, text: string): readonly string[] {
  const key = unlockKeyfile(dir, password)
  if (!key.ok) throw new Error(key.code)
  const raw = connect(join(dir, 'data.db'), key.value, { readonly: true })
  try {
    const unbound = [...text.replaceAll(/'[^']*'/g, '').matchAll(/\?/g)].map(() => null)
    return (raw.prepare(`EXPLAIN QUERY PLAN ${text}`).all(...unbound) as { readonly detail: string }[]).map((row) => row.detail)
  } finally {
    raw.close()
  }
}
