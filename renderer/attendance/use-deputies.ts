/** The deputies that can be ticked, as they were in office on the day of the event. */
import type { DeputyRow } from '../../shared/contract/records'
import { useQuery, type Query } from '../state/use-query'

export interface Deputies {
  /** All levels; the town's own first, in the order of the roster. */
  readonly all: readonly DeputyRow[]
  /** The town's own, who are expected unless somebody says otherwise. */
  readonly own: readonly DeputyRow[]
  readonly query: Query<unknown>
}

const townLevel = '5'
const none: readonly DeputyRow[] = []

/**
 * @param day of the event; a day to come shows those in office today
 * @param town whose deputies, at the county; default: the office's own
 */
export function useDeputies(day: string, today: string, town?: string): Deputies {
  const at = /^\d{4}-\d{2}-\d{2}$/u.test(day) && day < today ? day : today
  const query = useQuery('deputies.list', { status: '在任', ...(at === today ? {} : { at }), ...(town === undefined ? {} : { town }) }, { types: ['mandate', 'person', 'group', 'presidium_member'] })
  const rows = query.data?.rows ?? none
  const own = rows.filter((row) => row.level === townLevel)
  return { all: [...own, ...rows.filter((row) => row.level !== townLevel)], own, query }
}

/** Groups that some deputy belongs to, in the order of the roster. */
export const groupNames = (rows: readonly DeputyRow[]): readonly string[] => [...new Set(rows.flatMap((row) => (row.group === null ? [] : [row.group])))]
