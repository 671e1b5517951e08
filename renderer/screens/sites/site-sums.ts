/** Stations side by side: their sums, and which are closed. Pure. */
import type { SiteRow } from '../../../shared/contract/ledgers'

export const isClosed = (row: SiteRow, today: string): boolean => row.closed_on !== '' && row.closed_on <= today

/** All stations together, a sum a figure. */
export const sumsOf = (rows: readonly SiteRow[]): readonly number[] => (rows[0]?.figures ?? []).map((head) => rows.reduce((sum, row) => sum + (row.figures.find((one) => one.path === head.path)?.value ?? 0), 0))
