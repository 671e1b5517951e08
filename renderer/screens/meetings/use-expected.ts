/** Who is expected at a meeting of a day, with names: what the rules count as all deputies, or the members of the presidium. */
import type { Expected } from '../../../shared/meetings/expected'
import type { DeputyRow } from '../../../shared/contract/records'
import { useQuery } from '../../state/use-query'

export interface ExpectedPeople {
  /** Those expected, in the order of the roster. */
  readonly people: readonly DeputyRow[]
  /** Everybody in office that day, of all levels. */
  readonly all: readonly DeputyRow[]
  /** Null until the first answer. */
  readonly expected: Expected | null
}

const none: readonly DeputyRow[] = []
const isDay = (day: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(day)
const seated: readonly string[] = ['在任', '暂停执行职务', '辞职待大会表决', '终止待公告']

/**
 * @param day of the meeting; what is no day yet is asked as `today`
 * @param town whose meeting, at the county; default: the office's own
 */
export function useExpected(type: 'session' | 'presidium_meeting', day: string, today: string, town?: string): ExpectedPeople {
  const of = town === undefined ? {} : { town }
  const at = isDay(day) ? day : today
  const expected = useQuery('meeting.expected', at === '' ? null : { type, day: at, ...of }, { types: ['mandate', 'presidium_member', 'person', type] })
  const rows = useQuery('deputies.list', at === '' ? null : { at: at < today ? at : today, ...of }, { types: ['mandate', 'person', 'group', 'presidium_member'] }).data?.rows ?? none
  const ids = new Set(expected.data?.mandates)
  return { people: rows.filter((row) => ids.has(row.mandate)), all: rows.filter((row) => seated.includes(row.status)), expected: expected.data }
}
