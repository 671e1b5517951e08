/** 这个数怎么来的: what the pure rules say about a figure or a day, with the records, who entered them, and what the county has of them. */
import type { AtCounty, Why, WhyRow } from '../../shared/contract/why'
import { whyDuty } from '../../shared/why/why-duty'
import { hasId } from '../../shared/exchange/have'
import { textOf } from '../../shared/facts'
import { indicatorOf } from '../../shared/indicators'
import { rateOf, valueOf } from '../../shared/indicators/figures'
import { nameOfPart, unitOfPart } from '../../shared/indicators/part-units'
import { formulaOf, rulesBehind, workingOf } from '../../shared/why/why'
import { declarationOf } from '../../shared/records'
import { printed, printedUnit } from '../../shared/report/statistics-table'
import { fail, ok, type Result } from '../../shared/result'
import type { Rec } from '../../shared/record'
import { missingBehind, type ToFill } from '../../shared/why/why-missing'
import { whyRecord, whyTodo, type WhyRecord } from '../../shared/why/why-record'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { shownTitle } from './print-record'
import { questionOf, statsHandlers, townOf } from './stats'
import { todosOf } from './todo-source'

const rowsAtFirst = 200

/** How the county is asked about: a test of version ids; null at the county and while none is paired. */
function knownAtCounty(desk: Desk): ((version: string) => boolean) | null {
  if (desk.store.office.role === 'county') return null
  const county = desk.store.settings.get<{ readonly code: string } | null>('county', null)
  if (!county) return null
  const haves = desk.store.exchange.peers(county.code).map((peer) => peer.have)
  return (version) => haves.some((have) => hasId(have, version))
}

function rowOf(desk: Desk, id: string, times: number, known: ((version: string) => boolean) | null): WhyRow {
  const rec = desk.store.get(id)
  if (!rec) return { id, type: '', title: id, note: '', date: '', times, by: '', at: '', county: null }
  const declaration = declarationOf(rec.type)
  const history = desk.store.history(id)
  const [last, first] = [history[0], history.at(-1)]
  const county: AtCounty | null = known === null ? null
    : declaration?.scope === 'town' ? 'own' : known(rec.version) ? 'has' : history.some((version) => known(version.id)) ? 'older' : 'lacks'
  return {
    id, type: rec.type, title: shownTitle(desk, id, rec.type), note: [declaration?.label ?? '', rec.status ?? ''].filter((word) => word !== '').join(' · '),
    date: declaration?.dateField === undefined ? '' : textOf(rec.fields, declaration.dateField), times, by: first?.by ?? '', at: first?.at ?? '',
    ...(last && last !== first ? { changed_by: last.by, changed_at: last.at } : {}), county,
  }
}

/** Rows of these records, each once, in their order. */
function rowsOf(desk: Desk, ids: readonly string[], limit: number): Pick<Why, 'rows' | 'total' | 'at_county'> {
  const times = new Map<string, number>()
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1)
  const known = knownAtCounty(desk)
  const has = known === null ? 0 : desk.store.getMany([...times.keys()]).filter((rec) => known(rec.version)).length
  return {
    rows: [...times].slice(0, limit).map(([id, count]) => rowOf(desk, id, count, known)), total: times.size, at_county: known === null ? null : { has, lacks: times.size - has },
  }
}

const toFill = (desk: Desk, rec: Rec, fill: ToFill): NonNullable<Why['missing']>[number]['rows'][number] =>
  ({ id: rec.id, title: shownTitle(desk, rec.id, rec.type), date: textOf(rec.fields, declarationOf(rec.type)?.dateField ?? ''), fill })

function whyFigure(desk: Desk, input: { readonly from: string; readonly to: string; readonly town?: string; readonly as_at?: string; readonly indicator: string; readonly limit?: number }): Result<Why> {
  const town = townOf(desk, input.town)
  if (!town.ok) return town
  const [id = '', key] = input.indicator.split('/')
  const indicator = indicatorOf(id)
  if (!indicator) return fail('unknown-indicator', { detail: { indicator: input.indicator } })
  // What is added up at the county is told by its sum; the towns' own working is found under each town.
  const asked = { from: input.from, to: input.to, ...(town.value === null ? {} : { town: town.value }), ...(input.as_at === undefined ? {} : { as_at: input.as_at }) }
  const drilled = statsHandlers['stats.drill']({ ...asked, indicator: input.indicator, limit: 1 }, desk)
  if (!drilled.ok) return drilled
  const question = town.value === null ? null : questionOf(desk, town.value, { from: input.from, to: input.to }, input.as_at)
  const computed = question === null ? null : indicator.compute(question)
  const missing = question === null || desk.store.office.role === 'county' ? [] : missingBehind(input.indicator, question)
  const stats = statsHandlers['stats.get'](asked, desk)
  if (!stats.ok) return stats
  const figure = stats.value.indicators.find((one) => one.id === id)
  const at = key === undefined ? figure : figure?.parts.find((one) => one.key === key)
  const measure = key === undefined ? computed : computed?.parts?.find((one) => one.key === key)
  const unit = key === undefined ? indicator.unit : unitOfPart(id, key, indicator.unit)
  const value = measure ? valueOf(measure) : at?.value ?? null
  const rate = measure ? rateOf(measure) : at?.rate ?? null
  const partName = computed?.parts?.find((one) => one.key === key)?.name ?? (key === undefined ? '' : key)
  return ok({
    title: key === undefined ? indicator.name : `${indicator.name}：${nameOfPart(partName)}`, value: `${printed(value, unit)} ${printedUnit(unit)}`.trim() + (rate === null ? '' : `（${rate.toFixed(1)}%）`),
    formula: formulaOf(indicator.words), working: computed ? workingOf(indicator, computed, key ?? null) : ['各镇的数相加；比率按相加后的分子、分母重新算。'], rules: rulesBehind(id, desk.rules),
    ...rowsOf(desk, drilled.value.ids, input.limit ?? rowsAtFirst),
    ...(missing.length === 0 ? {} : { missing: missing.map(({ say, rows }) => ({ say, rows: rows.slice(0, rowsAtFirst).map(({ rec, fill }) => toFill(desk, rec, fill)) })) }),
  })
}

const told = (desk: Desk, why: WhyRecord): Why => {
  const { ids, ...rest } = why
  return { ...rest, ...rowsOf(desk, ids, rowsAtFirst) }
}

export const whyHandlers = {
  'stats.why': (input, desk) => {
    if (input.from > input.to) return fail('date-order', { field: 'from', detail: { first: input.from, firstLabel: '开始日期', second: input.to, secondLabel: '结束日期' } })
    return whyFigure(desk, input)
  },
  'record.why': ({ id, key, todo, from, to }, desk) => {
    if (todo !== undefined) {
      const found = todosOf(desk).find((one) => one.id === todo)
      return found ? ok(told(desk, whyTodo(found, desk.rules))) : fail('not-found', { field: 'todo', detail: { id: todo } })
    }
    const rec = id === undefined ? null : desk.store.get(desk.store.resolve(id))
    if (!rec || rec.deleted) return fail('not-found', { field: 'id', detail: { id: id ?? '' } })
    const days = from === undefined || to === undefined ? null : { from, to }
    const why = key === 'duty_days' ? whyDuty(desk.store.facts([rec.org]), rec.id, days, desk.rules) : whyRecord(rec, key ?? '', desk.store.lookup(), desk.rules)
    return why ? ok(told(desk, why)) : fail('unknown-field', { field: 'key', detail: { key: key ?? '' } })
  },
} satisfies Partial<Handlers<Desk>>
