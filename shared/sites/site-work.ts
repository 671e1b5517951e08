/**
 * What one station did in a period. The figures are those of B.8, computed by the very same indicators over the records of the station,
 * so that the stations of a town add up to the town.
 */
import { Facts, idsOf, textOf } from '../facts'
import { indicatorOf } from '../indicators'
import { valueOf } from '../indicators/figures'
import type { Measure, Question } from '../measures/indicator'
import { activitiesIn, ofKinds } from '../measures/events-of'
import { dated } from '../measures/periods'
import { deputyName } from '../records/names'
import type { Rec } from '../record'

/** A figure of a station: `value` null where nobody knows; where it is a count, `ids` has as many. */
export interface SiteFigure {
  readonly path: string
  readonly label: string
  readonly unit: string
  readonly value: number | null
  readonly ids: readonly string[]
}

/** A deputy of the station and how often the deputy was on duty there. */
export interface OnDuty {
  readonly mandate: string
  readonly name: string
  /** Receptions attended. */
  readonly receptions: number
  /** Voters' matters received. */
  readonly matters: number
  /** Last day of either in the period, '' = none. */
  readonly last: string
  /** Named by the station itself; others only helped out. */
  readonly own: boolean
}

export interface SiteWork {
  readonly figures: readonly SiteFigure[]
  readonly duty: readonly OnDuty[]
  /** Receptions that are planned from the report day on. */
  readonly upcoming: readonly Rec[]
}

const events = ['activity', 'training', 'supervision', 'debrief', 'voter_matter'] as const

const paths = [
  { path: 'B8.10', label: '开展活动', unit: '次' },
  { path: 'B8.09', label: '接待选民', unit: '场' },
  { path: 'B8.09/人次', label: '接待人次', unit: '人次' },
  { path: 'B8.11', label: '受理群众反映', unit: '件' },
  { path: 'B8.12', label: '已办结', unit: '件' },
  { path: 'B8.12/转建议', label: '转为建议', unit: '件' },
] as const

/** The events and matters of one station, and nothing else. */
function atSite(facts: Facts, site: string): Facts {
  const id = facts.resolve(site)
  return new Facts(events.flatMap((type) => facts.all(type).filter((rec) => facts.resolve(textOf(rec.fields, 'site')) === id)))
}

function measureOf(question: Question, path: string): Measure | undefined {
  const [id = '', part] = path.split('/')
  const found = indicatorOf(id)?.compute(question)
  return part === undefined ? found : found?.parts?.find((one) => one.key === part)
}

/** Figures of the station, in the order of the page. */
export function siteFigures(question: Question, site: string): readonly SiteFigure[] {
  const here = { ...question, facts: atSite(question.facts, site) }
  return paths.map(({ path, label, unit }) => {
    const measure = measureOf(here, path)
    return { path, label, unit, value: measure ? valueOf(measure) : null, ids: measure?.ids ?? [] }
  })
}

const laterOf = (a: string, b: string): string => (a > b ? a : b)

function dutyRows({ facts, period }: Question, here: Facts, site: Rec): readonly OnDuty[] {
  const rows = new Map<string, { receptions: number; matters: number; last: string }>()
  const at = (mandate: string) => {
    const id = facts.resolve(mandate)
    const row = rows.get(id) ?? { receptions: 0, matters: 0, last: '' }
    rows.set(id, row)
    return row
  }
  const own = new Set(idsOf(site.fields, 'deputies').map((id) => facts.resolve(id)))
  for (const id of own) at(id)
  for (const event of ofKinds(activitiesIn(here, period), '09')) {
    for (const part of facts.where('participation', 'event', event.id).filter((one) => textOf(one.fields, 'state') === '1')) {
      const row = at(textOf(part.fields, 'mandate'))
      row.receptions += 1
      row.last = laterOf(row.last, textOf(event.fields, 'start_on'))
    }
  }
  for (const matter of here.all('voter_matter').filter((rec) => dated(rec, 'received_on', period))) {
    for (const mandate of idsOf(matter.fields, 'deputies')) {
      const row = at(mandate)
      row.matters += 1
      row.last = laterOf(row.last, textOf(matter.fields, 'received_on'))
    }
  }
  // Whoever has been away longest stands first: it is that deputy's turn.
  return [...rows].map(([mandate, row]) => ({ mandate, name: deputyName(facts, mandate), ...row, own: own.has(mandate) }))
    .sort((a, b) => Number(b.own) - Number(a.own) || a.last.localeCompare(b.last) || a.receptions - b.receptions || a.name.localeCompare(b.name, 'zh'))
}

/** Everything of the page of a station for a period. */
export function siteWork(question: Question, site: Rec): SiteWork {
  const here = atSite(question.facts, site.id)
  const upcoming = here.all('activity').filter((rec) => textOf(rec.fields, 'kind') === '09' && ['计划', '已通知'].includes(rec.status ?? '') && textOf(rec.fields, 'start_on') >= question.asAt)
  return {
    figures: siteFigures(question, site.id), duty: dutyRows(question, here, site),
    upcoming: [...upcoming].sort((a, b) => textOf(a.fields, 'start_on').localeCompare(textOf(b.fields, 'start_on'))),
  }
}
