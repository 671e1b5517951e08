/** What the documents of a year are made of: its period, its figures (the signed-off ones where the year is signed off), its text. */
import type { Stats } from '../../shared/contract/figures'
import { calledAt } from '../../shared/exchange/levels'
import { fileSafe } from '../../shared/exchange/names'
import { textOf } from '../../shared/facts'
import type { Period } from '../../shared/measures/indicator'
import type { Composed } from '../../shared/report/block'
import { documentOf, statisticsDocument, type DocumentInput, type DocumentKind } from '../../shared/report/documents'
import { noEdits, type ReportEdits } from '../../shared/report/edits'
import type { Frozen } from '../../shared/report/frozen'
import { wordsOf } from '../../shared/report/rare'
import type { FormHead } from '../../shared/report/statistics-table'
import { fail, ok, type Result } from '../../shared/result'
import { statisticsBook } from '../documents/statistics-book'
import { docxOf, xlsxOf } from '../documents/write-document'
import type { Desk } from './desk'
import { termOf } from './office-info'
import { signedOff } from './report-kept'
import { questionOf, statsHandlers } from './stats'

export type Kind = DocumentKind | 'table'

export const kindNames: Readonly<Record<Kind, string>> = {
  annual: '主席团工作报告', suggestions: '建议办理情况报告', 'suggestion-table': '建议办理情况表', table: '统计表', supervision: '监督事项一览', publication: '代表履职公示表', deputy: '代表履职登记卡', meetings: '会议与决议一览', changes: '代表变动表',
  half: '上半年工作小结', assessment: '目标考核自评报告',
}

/** A year up to today: a report of the running year speaks of what has happened. */
export function yearPeriod(year: number, today: string): Period {
  const first = `${String(year)}-01-01`
  const last = `${String(year)}-12-31`
  return { from: first, to: today < first || today > last ? last : today }
}

/** Of the office itself; at the county the town whose figures are asked for. */
export function headOf(desk: Desk, period: Period, town?: { readonly code: string; readonly name: string }): FormHead {
  const code = town?.code ?? desk.store.office.code
  const office = desk.store.lookup().all('office').find((rec) => rec.org === code)?.fields ?? {}
  const { name, role } = desk.store.office
  const above = role === 'county' && town === undefined ? { filledBy: name.includes('人大') ? name : `${name}人大常委会`, each: `各${calledAt(code).one}` } : {}
  return { office: town?.name ?? name, ...above, ...period, madeOn: desk.today, clerk: textOf(office, 'clerk'), chair: textOf(office, 'chair'), phone: textOf(office, 'phone') }
}

export function statsOf(desk: Desk, period: Period, more: { readonly town?: string; readonly as_at?: string } = {}): Result<Stats> {
  return statsHandlers['stats.get']({ ...period, before: true, ...(desk.store.office.role === 'county' && more.town === undefined ? { by_town: true } : {}), ...(more.town === undefined ? {} : { like: true }), ...more }, desk)
}

/** Where the edits of a year's annual report are kept: in this store, outside versions and exchange. */
const editsKey = (year: number): string => `report-edits:${String(year)}`

export const editsOf = (desk: Desk, year: number): ReportEdits => desk.store.settings.get<ReportEdits>(editsKey(year), noEdits)
export const keepEdits = (desk: Desk, year: number, edits: ReportEdits): void => desk.store.settings.set(editsKey(year), edits)

export interface Basis {
  readonly period: Period
  readonly asAt: string
  readonly stats: Pick<Stats, 'indicators' | 'before'>
  readonly frozen: Frozen | null
}

/** The figures that a year's documents speak: the signed-off ones, else those of today. */
export function basisOfYear(desk: Desk, year: number): Result<Basis> {
  const frozen = signedOff(desk, year)
  if (frozen) return ok({ period: { from: frozen.from, to: frozen.to }, asAt: frozen.as_at, stats: { indicators: frozen.indicators, before: frozen.before }, frozen })
  const period = yearPeriod(year, desk.today)
  const stats = statsOf(desk, period)
  return stats.ok ? ok({ period, asAt: desk.today, stats: stats.value, frozen: null }) : stats
}

export function documentInput(desk: Desk, year: number, { period, asAt, stats }: Basis): DocumentInput {
  const question = questionOf(desk, desk.store.office.code, period, asAt)
  return {
    question, year, figures: stats.indicators, before: stats.before ?? [], office: desk.store.office.name, term: termOf(question.facts.all('term'), period.to), head: headOf(desk, period), edits: editsOf(desk, year),
  }
}

/** What a town's documents of a year are made from; the county writes none of a presidium. */
export function townInput(desk: Desk, year: number): Result<DocumentInput> {
  if (desk.store.office.role !== 'town') return fail('wrong-role', { field: 'kinds', detail: { role: desk.store.office.role } })
  const basis = basisOfYear(desk, year)
  return basis.ok ? ok(documentInput(desk, year, basis.value)) : basis
}

/** Of the first half of a year, up to today. */
function halfInput(desk: Desk, year: number): Result<DocumentInput> {
  if (desk.store.office.role !== 'town') return fail('wrong-role', { field: 'kinds', detail: { role: desk.store.office.role } })
  const whole = yearPeriod(year, desk.today)
  const june = `${String(year)}-06-30`
  const period = { from: whole.from, to: whole.to < june ? whole.to : june }
  const stats = statsOf(desk, period)
  return stats.ok ? ok(documentInput(desk, year, { period, asAt: desk.today, stats: stats.value, frozen: null })) : stats
}

/** The county writes no report of a presidium: only the statistics are its own. */
export function compose(desk: Desk, year: number, kind: Kind): Result<Composed> {
  const signed = kind === 'annual' ? signedOff(desk, year)?.composed : undefined
  if (signed) return ok(signed)
  if (kind !== 'table') {
    const input = kind === 'half' ? halfInput(desk, year) : townInput(desk, year)
    return input.ok ? ok(documentOf(input.value, kind)) : input
  }
  const basis = basisOfYear(desk, year)
  return basis.ok ? ok(statisticsDocument(basis.value.stats.indicators, basis.value.stats.before ?? [], headOf(desk, basis.value.period))) : basis
}

export const fileName = (office: string, year: number, what: string, ending: string): string => `${fileSafe(office)}_${String(year)}年_${what}.${ending}`

export interface MadeDocument {
  readonly name: string
  readonly ending: 'docx' | 'xlsx'
  readonly bytes: Uint8Array
  readonly missing: readonly string[]
  /** Its words, to be looked through for rare characters. */
  readonly words: string
}

/** The document of a kind as a file's bytes, from the records of today. */
export async function makeDocument(desk: Desk, year: number, kind: Kind): Promise<Result<MadeDocument>> {
  const name = (ending: string): string => fileName(desk.store.office.name, year, kindNames[kind], ending)
  if (kind === 'table') {
    const period = yearPeriod(year, desk.today)
    const stats = statsOf(desk, period)
    return stats.ok ? ok({ name: name('xlsx'), ending: 'xlsx', bytes: await xlsxOf(statisticsBook(stats.value, headOf(desk, period))), missing: [], words: '' }) : stats
  }
  const composed = compose(desk, year, kind)
  return composed.ok ? ok({ name: name('docx'), ending: 'docx', bytes: await docxOf(composed.value.title, composed.value.blocks), missing: composed.value.missing, words: wordsOf(composed.value.blocks) }) : composed
}
