/** A counter per town that grows with every change of its records (org '' = any change): the stamp of everything that is kept computed. */
import type { Db } from './db'

export interface Towns {
  /** Counts one change for each of these towns; inside the transaction that makes it. */
  count(orgs: ReadonlySet<string>): void
  changes(org: string): number
  /** Codes of the towns with a record that stands. */
  codes(): readonly string[]
  list(): readonly { readonly org: string; readonly records: number }[]
}

export function townsOf(db: Db): Towns {
  const counted = new Map<string, { readonly changes: number; readonly records: number }>()
  const changes = (org: string): number => db.value<number>('SELECT changes FROM town WHERE org = ?', org) ?? 0

  const records = (org: string, stamp: number): number => {
    const known = counted.get(org)
    if (known?.changes === stamp) return known.records
    const found = db.value<number>('SELECT count(*) FROM head WHERE org = ? AND deleted = 0', org) ?? 0
    counted.set(org, { changes: stamp, records: found })
    return found
  }

  return {
    count: (orgs) => {
      if (orgs.size === 0) return
      for (const org of ['', ...orgs]) db.sql('INSERT INTO town (org, changes) VALUES (?, 1) ON CONFLICT (org) DO UPDATE SET changes = changes + 1').run(org)
    },
    changes,
    codes: () => db.column<string>(`SELECT org FROM town WHERE org <> '' AND EXISTS (SELECT 1 FROM head WHERE head.org = town.org AND head.deleted = 0) ORDER BY org`),
    list: () => {
      const rows = db.sql(`SELECT org, changes FROM town WHERE org <> '' ORDER BY org`).all() as { org: string; changes: number }[]
      return rows.map((row) => ({ org: row.org, records: records(row.org, row.changes) })).filter((row) => row.records > 0)
    },
  }
}
