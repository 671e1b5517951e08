/** How often a deputy did what the rules count, with the records that say so. Nothing is typed for it: the year's records are enough. */
import { intOf, textOf, type Facts } from '../facts'
import type { Rec } from '../record'
import { rowsOf } from '../records/rows'
import { pointsFor, scaled, type PointSource, type PointTable } from './point-rules'

export interface CountedItem {
  readonly item: string
  readonly times: number
  readonly auto_tenths: number
  readonly manual_tenths: number | null
  readonly reason: string
  /** The records that were counted. */
  readonly ids: readonly string[]
}

/** Statuses from which an event really took place. */
const held: Readonly<Record<string, readonly string[]>> = {
  activity: ['已开展', '已归档'], supervision: ['实施', '形成报告', '整改中', '已反馈', '办结', '归档'], presidium_meeting: ['进行中', '已结束', '已归档'],
}
const reported: readonly string[] = ['已述职', '已测评', '已反馈', '整改', '归档']

/** What taking part in an event counts as, by its kind (D.15, D.5). */
function sourceOf(event: Rec): PointSource | null {
  if (event.type === 'training') return 'training'
  if (event.type === 'presidium_meeting') return 'meeting'
  if (event.type === 'supervision') {
    switch (textOf(event.fields, 'form')) {
      case '02': case '03': return 'inspection'
      case '04': return 'research'
      default: return 'meeting'
    }
  }
  switch (textOf(event.fields, 'kind')) {
    case '03': case '05': return 'inspection'
    case '04': return 'research'
    case '06': return 'training'
    case '08': case '09': return 'voters'
    case '12': return 'charity'
    case '13': return 'dispute'
    case '02': case '11': case '14': return 'meeting'
    default: return null
  }
}

const deedSource: Readonly<Record<string, PointSource>> = { '1': 'practical', '2': 'dispute', '3': 'needy', '4': 'charity' }

/** Records of the year by what they count as, for one mandate. A reception day and the matters heard on it are one reception. */
function countedRecords(facts: Facts, mandate: string, year: number): ReadonlyMap<PointSource, readonly string[]> {
  const found = new Map<PointSource, Set<string>>()
  const ofYear = (day: string): boolean => day.startsWith(`${String(year)}-`)
  const add = (source: PointSource, id: string): void => { found.set(source, (found.get(source) ?? new Set()).add(id)) }
  for (const row of facts.where('participation', 'mandate', mandate)) {
    const event = facts.get(textOf(row.fields, 'event'))
    const day = textOf(event?.fields ?? {}, event?.type === 'presidium_meeting' ? 'held_on' : 'start_on')
    if (!event || event.deleted || !ofYear(day) || held[event.type]?.includes(event.status ?? '') === false) continue
    const source = sourceOf(event)
    if (textOf(row.fields, 'state') !== '1') add('absent', row.id)
    else if (source !== null) add(source, event.id)
  }
  for (const row of facts.where('attendance', 'mandate', mandate)) {
    const session = facts.get(textOf(row.fields, 'session'))
    if (!session || session.deleted || !ofYear(textOf(session.fields, 'start_on'))) continue
    const state = textOf(row.fields, 'state')
    // 公务 is neither attendance nor an absence that takes off.
    if (state === '1') add('session', session.id)
    else if (state !== '4' && state !== '') add('absent', row.id)
  }
  const put = (source: PointSource, recs: readonly Rec[], day: string, counts: (rec: Rec) => boolean = () => true): void => {
    for (const rec of recs) if (ofYear(textOf(rec.fields, day)) && counts(rec)) add(source, rec.id)
  }
  put('lead', facts.where('suggestion', 'lead', mandate), 'raised_on', (rec) => rec.status !== '草稿')
  put('cosign', facts.where('suggestion', 'cosign', mandate), 'raised_on', (rec) => rec.status !== '草稿')
  put('voters', facts.where('visit', 'mandates', mandate), 'date')
  put('voters', facts.where('voter_matter', 'deputies', mandate), 'received_on', (rec) => textOf(rec.fields, 'activity') === '')
  put('debrief', facts.where('debrief', 'mandate', mandate), 'date', (rec) => reported.includes(rec.status ?? ''))
  for (const deed of facts.where('deed', 'mandate', mandate)) {
    const source = deedSource[textOf(deed.fields, 'kind')]
    if (source !== undefined && ofYear(textOf(deed.fields, 'date'))) add(source, deed.id)
  }
  return new Map([...found].map(([source, ids]) => [source, [...ids]]))
}

/** The items of a year by the table; what people added or took off in `score` stays, also of items that the table no longer has. */
export function countItems(facts: Facts, mandate: string, year: number, table: PointTable, score: Rec | null): readonly CountedItem[] {
  const records = countedRecords(facts, mandate, year)
  const kept = rowsOf(score?.fields ?? {}, 'items')
  const own = (item: string): Pick<CountedItem, 'manual_tenths' | 'reason'> => {
    const row = kept.find((one) => one['item'] === item)
    return { manual_tenths: row === undefined ? null : intOf(row, 'manual_tenths'), reason: row === undefined ? '' : textOf(row, 'reason') }
  }
  const items = table.rules.map((rule): CountedItem => {
    const ids = rule.source === 'none' ? [] : records.get(rule.source) ?? []
    return { item: rule.item, times: ids.length, auto_tenths: scaled(table, pointsFor(rule, ids.length)), ...own(rule.item), ids }
  })
  const others = kept.filter((row) => !table.rules.some((rule) => rule.item === row['item']) && intOf(row, 'manual_tenths') !== null)
  return [...items, ...others.map((row): CountedItem => ({ item: textOf(row, 'item'), times: 0, auto_tenths: 0, ...own(textOf(row, 'item')), ids: [] }))]
}
