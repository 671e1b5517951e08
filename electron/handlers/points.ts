/** Points for deputies: counted from records by the office's own table, kept as scores when somebody says so. Refused while switched off. */
import type { PointRow } from '../../shared/contract/points'
import { intOf, textOf, type Facts } from '../../shared/facts'
import type { Row } from '../../shared/fields'
import { distinctPeople, townMandates } from '../../shared/measures/deputies-at'
import { countItems, type CountedItem } from '../../shared/points/count-points'
import { readPointTable, samplePoints, type PointTable } from '../../shared/points/point-rules'
import type { Rec } from '../../shared/record'
import { holdsSeat } from '../../shared/records/mandate'
import { finalTenths } from '../../shared/records/score'
import { gradeOf, gradeRow } from '../../shared/records/score-grade'
import { fail, ok, type Failure } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { dataOf, type Change } from '../store/change'
import type { Desk } from './desk'
import { prepareNew } from './prepare'
import { commit } from './save'
import { shownTitle } from './print-record'

const tableKey = 'point_rules'

/** A table of an earlier version says nothing of grades. */
const tableOf = (desk: Desk): PointTable => ({ grades: null, ...desk.store.settings.get<Omit<PointTable, 'grades'>>(tableKey, samplePoints) })
const said = ({ rules, hundred, grades }: PointTable): string => JSON.stringify([rules, hundred, grades])
const isSample = (table: PointTable): boolean => said(table) === said(samplePoints)

const off = (desk: Desk): Failure | null =>
  desk.settings.points_on ? null : fail('not-now', { detail: { why: '没有启用代表积分。法律没有要求；要用，请到“设置 → 统计口径”打开' } })

/** Deputies of the town who were in office on some day of the year: at its end, else at the last day before they left. */
function deputiesOf(facts: Facts, year: number, today: string): readonly Rec[] {
  const last = `${String(year)}-12-31` < today ? `${String(year)}-12-31` : today
  const months = Array.from({ length: 12 }, (_, at) => `${String(year)}-${String(at + 1).padStart(2, '0')}-15`).filter((day) => day <= last)
  return distinctPeople(facts, townMandates(facts).filter((rec) => [last, ...months].some((day) => holdsSeat(rec, day))))
}

const scoreOf = (facts: Facts, mandate: string, year: number): Rec | null => facts.where('score', 'mandate', mandate).find((rec) => intOf(rec.fields, 'year') === year) ?? null

const totalOf = (items: readonly CountedItem[]): number => items.reduce((sum, one) => sum + one.auto_tenths + (one.manual_tenths ?? 0), 0)

function rowOf(desk: Desk, facts: Facts, mandate: Rec, year: number, table: PointTable): PointRow {
  const score = scoreOf(facts, mandate.id, year)
  const items = countItems(facts, mandate.id, year, table, score)
  const total = totalOf(items)
  return {
    mandate: mandate.id, name: shownTitle(desk, textOf(mandate.fields, 'person'), 'person'), score: score?.id ?? null, items, total, kept: score ? finalTenths(score.fields) : null, grade: gradeOf(total, table.grades),
    confirmed_on: score ? textOf(score.fields, 'confirmed_on') || null : null, published: score?.fields['published'] === true,
  }
}

/** Items as the record keeps them: those that count for something, or that somebody wrote at. */
function rowsToKeep(items: readonly CountedItem[], table: PointTable): readonly Row[] {
  const rows = items.filter((one) => one.auto_tenths !== 0 || one.manual_tenths !== null).map((one): Row => ({ item: one.item, auto_tenths: one.auto_tenths, ...(one.manual_tenths === null ? {} : { manual_tenths: one.manual_tenths }), ...(one.reason === '' ? {} : { reason: one.reason }) }))
  return rows.length === 0 ? [] : [...rows, gradeRow(table.grades)]
}

function keepChange(desk: Desk, mandate: string, year: number, score: Rec | null, items: readonly CountedItem[]): Change | Failure {
  const rows = rowsToKeep(items, tableOf(desk))
  if (score) return { op: 'put', type: 'score', uid: score.id, data: { ...dataOf(score), items: rows.length === 0 ? null : rows } }
  const prepared = prepareNew(desk, 'score', { mandate, year })
  return prepared.ok ? { op: 'put', type: 'score', data: { ...prepared.value.data, ...(rows.length === 0 ? {} : { items: rows }) } } : prepared
}

export const pointHandlers = {
  'points.get': ({ year }, desk) => {
    const table = tableOf(desk)
    const on = desk.settings.points_on
    const facts = desk.store.facts([desk.store.office.code])
    return ok({
      on, table, sample: isSample(table),
      rows: on ? deputiesOf(facts, year, desk.today).map((rec) => rowOf(desk, facts, rec, year, table)).sort((a, b) => b.total - a.total || a.name.localeCompare(b.name, 'zh')) : [],
    })
  },
  'points.rules': ({ table }, desk) => {
    if (table === undefined) desk.store.settings.remove(tableKey)
    else {
      const read = readPointTable(table)
      if (!read.ok) return read
      desk.store.settings.set(tableKey, read.value)
    }
    const now = tableOf(desk)
    return ok({ table: now, sample: isSample(now) })
  },
  'points.keep': ({ year }, desk) => {
    const refused = off(desk)
    if (refused) return refused
    const facts = desk.store.facts([desk.store.office.code])
    const table = tableOf(desk)
    const changes: Change[] = []
    for (const rec of deputiesOf(facts, year, desk.today)) {
      const score = scoreOf(facts, rec.id, year)
      const change = keepChange(desk, rec.id, year, score, countItems(facts, rec.id, year, table, score))
      if (!('op' in change)) return change
      changes.push(change)
    }
    if (changes.length === 0) return ok({ kept: 0, id: null })
    const done = commit(desk, changes)
    return done.ok ? ok({ kept: changes.length, id: done.value.versions[0]?.uid ?? null }) : done
  },
  'points.adjust': ({ year, mandate, item, tenths, reason }, desk) => {
    const refused = off(desk)
    if (refused) return refused
    const facts = desk.store.facts([desk.store.office.code])
    const rec = facts.get(desk.store.resolve(mandate))
    if (rec?.type !== 'mandate') return fail('not-found', { field: 'mandate', detail: { id: mandate } })
    const score = scoreOf(facts, rec.id, year)
    const items = countItems(facts, rec.id, year, tableOf(desk), score)
    if (!items.some((one) => one.item === item)) return fail('not-found', { field: 'item', detail: { id: item } })
    const change = keepChange(desk, rec.id, year, score, items.map((one) => (one.item === item ? { ...one, manual_tenths: tenths ?? null, reason: tenths === undefined ? '' : reason.trim() } : one)))
    if (!('op' in change)) return change
    const done = commit(desk, [change])
    return done.ok ? ok({ id: done.value.versions[0]?.uid ?? score?.id ?? '' }) : done
  },
} satisfies Partial<Handlers<Desk>>
