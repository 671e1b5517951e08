/** What a new reception begins with: the site of the last time, and who is on duty there on the day. */
import type { DeputyRow } from '../../../shared/contract/records'
import { idsOf, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { useQuery } from '../../state/use-query'

/** Why these deputies are proposed. */
export type DutySource = 'same-day' | 'reception' | 'last' | 'site' | 'none'

export interface Duty {
  readonly ids: readonly string[]
  readonly from: DutySource
  /** Day of the matter that they were taken from, where they were. */
  readonly day: string
}

export interface DutyAsk {
  readonly day: string
  /** The last matter at the same site. */
  readonly last: Rec | null
  /** Deputies who were present at a reception of this site and day. */
  readonly present: readonly string[]
  readonly site: Rec | null
  readonly inOffice: ReadonlySet<string>
}

/** So many deputies of a site are all proposed; more take turns, and nobody knows whose it is. */
const all = 3

/** Those of an earlier matter of the day, else of the day's reception, else of the last time, else the site's own where they are few. Pure. */
export function dutyOf({ day, last, present, site, inOffice }: DutyAsk): Duty {
  const living = (ids: readonly string[]): readonly string[] => ids.filter((id) => inOffice.has(id))
  const lastDay = last === null ? '' : textOf(last.fields, 'received_on')
  const before = last === null ? [] : living(idsOf(last.fields, 'deputies'))
  if (lastDay === day && before.length > 0) return { ids: before, from: 'same-day', day: lastDay }
  if (present.length > 0) return { ids: living(present), from: 'reception', day }
  if (before.length > 0) return { ids: before, from: 'last', day: lastDay }
  const own = site === null ? [] : living(idsOf(site.fields, 'deputies'))
  return own.length > 0 && own.length <= all ? { ids: own, from: 'site', day: '' } : { ids: [], from: 'none', day: '' }
}

export interface Reception {
  /** '' = none is known. */
  readonly site: string
  readonly siteRec: Rec | null
  readonly duty: Duty
  /** The reception of the day at this site, so that the matter stands under it; '' = none. */
  readonly activity: string
}

const none: readonly Rec[] = []
const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text)

/** @param chosen the site as typed; undefined = nobody has touched it */
export function useReception(chosen: string | null | undefined, day: string, deputies: readonly DeputyRow[]): Reception {
  const sites = useQuery('record.list', { type: 'site', limit: 200 }, { types: ['site'] })
  const newest = useQuery('record.list', { type: 'voter_matter', limit: 1 }, { types: ['voter_matter'] })
  const open = (sites.data?.rows ?? none).filter((rec) => textOf(rec.fields, 'closed_on') === '' || textOf(rec.fields, 'closed_on') > day)
  const lastSite = textOf(newest.data?.rows[0]?.fields ?? {}, 'site')
  const proposed = open.some((rec) => rec.id === lastSite) ? lastSite : open.length === 1 ? open[0]?.id ?? '' : ''
  const site = chosen === undefined ? proposed : chosen ?? ''
  const here = useQuery('record.list', site === '' ? null : { type: 'voter_matter', where: { site }, limit: 1 }, { types: ['voter_matter'] })
  const held = useQuery('record.list', site === '' || !isDay(day) ? null : { type: 'activity', where: { site, kind: '09', start_on: day }, limit: 1 }, { types: ['activity'] })
  const activity = site === '' ? '' : held.data?.rows[0]?.id ?? ''
  const roll = useQuery('record.list', activity === '' ? null : { type: 'participation', where: { event: activity, state: '1' }, limit: 200 }, { types: ['participation'] })
  const siteRec = open.find((rec) => rec.id === site) ?? null
  const duty = dutyOf({
    day, site: siteRec, last: site === '' ? null : here.data?.rows[0] ?? null,
    present: activity === '' ? [] : (roll.data?.rows ?? none).map((rec) => textOf(rec.fields, 'mandate')),
    inOffice: new Set(deputies.map((row) => row.mandate)),
  })
  return { site, siteRec, duty, activity }
}
