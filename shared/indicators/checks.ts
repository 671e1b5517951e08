/** The identities of domain.md B.11: both sides are said, with the records that break them. */
import { intOf, textOf } from '../facts'
import type { Rec } from '../record'
import { basicIndicators } from './b1'
import { constituenciesAt, quotaAt } from '../measures/office-at'
import { structureIndicators } from './b2'
import { changeIndicators } from './b3'
import { suggestionCohort } from './b5-cohort'
import { suggestionFlows } from './b5-flow'
import { supervisionIndicators } from './b6'
import { recordChecks } from './checks-of-votes'
import type { Computed } from '../measures/define-indicator'
import { deputiesAt } from '../measures/deputies-at'
import { valueOf } from './figures'
import type { Check, Question } from '../measures/indicator'
import { allCases } from './suggestion-cohort'

const checked = new Map([
  ...basicIndicators, ...structureIndicators, ...changeIndicators, ...suggestionCohort, ...suggestionFlows, ...supervisionIndicators,
].map((one) => [one.id, one]))

/** Figures by `B5.08` or `B5.08/未交办`, each indicator computed once. */
class Sheet {
  readonly #question: Question
  readonly #computed = new Map<string, Computed>()

  constructor(question: Question, known: ReadonlyMap<string, Computed>) {
    this.#question = question
    for (const [id, computed] of known) this.#computed.set(id, computed)
  }

  of(id: string): Computed {
    const known = this.#computed.get(id)
    if (known) return known
    const fresh = checked.get(id)?.compute(this.#question) ?? {}
    this.#computed.set(id, fresh)
    return fresh
  }

  value(path: string): number {
    const [id = '', key] = path.split('/')
    const computed = this.of(id)
    if (key === undefined) return valueOf(computed) ?? 0
    const part = computed.parts?.find((one) => one.key === key)
    return part ? valueOf(part) ?? 0 : 0
  }

  sum(paths: readonly string[]): number {
    return paths.reduce((total, path) => total + this.value(path), 0)
  }

  /** The row's parts added up, without the column 上级. */
  parts(id: string): number {
    return (this.of(id).parts ?? []).filter(({ key }) => key !== '上级').reduce((total, part) => total + (valueOf(part) ?? 0), 0)
  }
}

const equal = (id: string, leftName: string, left: number, rightName: string, right: number, ids: () => readonly string[] = () => []): Check =>
  left === right
    ? { id, ok: true, detail: `${leftName} ${left} ＝ ${rightName} ${right}` }
    : { id, ok: false, detail: `${leftName} ${left} ≠ ${rightName} ${right}`, ids: ids() }

const range = (group: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `${group}.${String(from + i).padStart(2, '0')}`)

const idsOf = (sheet: Sheet, ids: readonly string[]): readonly string[] => [...new Set(ids.flatMap((id) => sheet.of(id).ids ?? []))]

/** Records that are in exactly one of two lists. */
const difference = (some: readonly string[], others: readonly string[]): readonly string[] => {
  const [a, b] = [new Set(some), new Set(others)]
  return [...some.filter((id) => !b.has(id)), ...others.filter((id) => !a.has(id))]
}

const partIds = (sheet: Sheet, id: string): readonly string[] =>
  (sheet.of(id).parts ?? []).filter(({ key }) => key !== '上级').flatMap((part) => part.ids ?? [])

const structure = (sheet: Sheet, check: string, id: string): Check =>
  equal(check, `${id}各项合计`, sheet.parts(id), 'B1.05', sheet.value('B1.05'), () => difference(partIds(sheet, id), sheet.of('B1.05').ids ?? []))

/** C01: the deputies at both ends and what happened between. */
function deputyBalance(sheet: Sheet, question: Question): Check {
  const left = range('B3', 3, 11)
  const before = sheet.value('B3.01') + sheet.sum(['B3.02', 'B3.15']) - sheet.sum(left) - sheet.value('B3.16')
  return equal('C01', '期初＋增加－减少', before, '期末实有', sheet.value('B3.13'), () => {
    const events = idsOf(sheet, ['B3.02', 'B3.15', ...left, 'B3.16'])
    const moved = difference(sheet.of('B3.01').ids ?? [], deputiesAt(question.facts, question.period.to).map((rec) => rec.id))
    return difference(events, moved)
  })
}

/** C14: open suggestions at both ends and what happened between. */
function suggestionBalance(sheet: Sheet): Check {
  const ends = range('B5', 33, 38)
  return equal('C14', '期初未结＋提出－办结等', sheet.value('B5.31') + sheet.value('B5.32') - sheet.sum(ends), '期末未结', sheet.value('B5.39'), () => {
    const moved = difference(sheet.of('B5.31').ids ?? [], sheet.of('B5.39').ids ?? [])
    return difference(difference(sheet.of('B5.32').ids ?? [], idsOf(sheet, ends)), moved)
  })
}

/** C20: vacancies by quota and by constituency, where the constituencies' seats are known and add up to the quota. */
function vacancies(sheet: Sheet, { facts, period }: Question): Check {
  const quota = quotaAt(facts, period.to)
  const constituencies = constituenciesAt(facts, period.to)
  const seats = constituencies.map((rec) => intOf(rec.fields, 'seats'))
  const known = quota !== null && constituencies.length > 0 && !seats.includes(null)
  if (!known || seats.reduce<number>((sum, one) => sum + (one ?? 0), 0) !== quota) return { id: 'C20', ok: true, detail: '不适用' }
  const ids = new Set(constituencies.map((rec) => rec.id))
  const elsewhere = (rec: Rec): boolean => !ids.has(facts.resolve(textOf(rec.fields, 'constituency')))
  const deputies = deputiesAt(facts, period.to)
  const open = quota - deputies.filter((rec) => !elsewhere(rec)).length
  return equal('C20', '名额－实有', sheet.value('B1.06'), '各选区缺额合计', open, () => deputies.filter(elsewhere).map((rec) => rec.id))
}

/**
 * C01–C22 of one office; C22 compares towns with their county and does not apply here. `known` are measures that were computed already,
 * by indicator id; the others are computed from the question.
 */
export function checks(question: Question, known?: ReadonlyMap<string, Computed>): readonly Check[] {
  const { facts, period, asAt } = question
  if (known) return checkAll(question, new Sheet(question, known))
  return facts.once(`checks ${period.from} ${period.to} ${asAt}`, () => checkAll(question, new Sheet(question, new Map())))
}

function checkAll(question: Question, sheet: Sheet): readonly Check[] {
  const of = (id: string): readonly string[] => sheet.of(id).ids ?? []
  const answeredParts = ['B5.14', 'B5.15', 'B5.16', 'B5.17', 'B5.09/未分类']
  return [
    deputyBalance(sheet, question),
    structure(sheet, 'C02', 'B2.01'), structure(sheet, 'C03', 'B2.02'), structure(sheet, 'C04', 'B2.03'), structure(sheet, 'C05', 'B2.04'),
    structure(sheet, 'C06', 'B2.06'), structure(sheet, 'C07', 'B2.08'),
    equal('C08', '提出总数', sheet.value('B5.01'), '立案＋不立案各项', sheet.value('B5.02') + sheet.parts('B5.06'), () =>
      allCases(question).filter(({ fate }) => fate === '不明').map(({ rec }) => rec.id)),
    equal('C09', '立案数', sheet.value('B5.02'), '分类件数合计', sheet.parts('B5.07'), () => difference(of('B5.02'), partIds(sheet, 'B5.07'))),
    equal('C10', '立案数', sheet.value('B5.02'), '已交办＋未交办', sheet.sum(['B5.08', 'B5.08/未交办']), () =>
      difference(of('B5.02'), [...of('B5.08'), ...partIds(sheet, 'B5.08')])),
    equal('C11', '立案数', sheet.value('B5.02'), '会议期间＋闭会期间', sheet.sum(['B5.03/会议', 'B5.03/闭会']), () => difference(of('B5.02'), partIds(sheet, 'B5.03'))),
    equal('C12', '已答复', sheet.value('B5.09'), 'A＋B＋C＋D＋未分类', sheet.sum(answeredParts), () =>
      difference(of('B5.09'), [...idsOf(sheet, answeredParts.slice(0, 4)), ...partIds(sheet, 'B5.09')])),
    equal('C13', '已测评', sheet.value('B5.19'), '满意＋基本满意＋不满意', sheet.sum(['B5.20', 'B5.21', 'B5.22']), () =>
      difference(of('B5.19'), idsOf(sheet, ['B5.20', 'B5.21', 'B5.22']))),
    suggestionBalance(sheet),
    ...recordChecks(question.facts),
    vacancies(sheet, question),
    equal('C21', '监督事项总数', sheet.value('B6.01'), '各方式合计', sheet.sum(range('B6', 2, 11)), () => difference(of('B6.01'), idsOf(sheet, range('B6', 2, 11)))),
    { id: 'C22', ok: true, detail: '不适用' },
  ]
}

