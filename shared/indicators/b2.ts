/** B.2 代表结构: at the end of the period; value = count, rate = share of B1.05, the upper levels together as part 上级. */
import { textOf, type Facts } from '../facts'
import type { Data } from '../fields'
import type { Rec } from '../record'
import { isReelected } from '../records/mandate'
import { ageBands } from '../rules/age-bands'
import { ageOn } from '../rules/calendar'
import type { Settings } from '../rules/rule-book'
import { indicator, part, share } from '../measures/define-indicator'
import { deputiesAt, distinctPeople, upperDeputiesAt } from '../measures/deputies-at'
import type { Indicator, PartMeasure } from '../measures/indicator'

/** A deputy as the rows of the table look at it. */
export interface Deputy {
  readonly mandate: Rec
  readonly person: Data
  readonly day: string
  readonly facts: Facts
  readonly settings: Settings
}

/** Key of the part that takes empty and unknown values, so that every row sums up to all deputies. */
export const unfilled = '未填'

type Parts = readonly (readonly [key: string, name: string])[]

interface GroupRow {
  readonly id: string
  readonly name: string
  readonly words: string
  /** Its parts in order; those of ages follow the office's bands. */
  readonly parts: (settings: Settings) => Parts
  readonly keyOf: (deputy: Deputy) => string
}

interface PlainRow {
  readonly id: string
  readonly name: string
  readonly words: string
  readonly counts: (deputy: Deputy) => boolean
  /** Name of the part that takes the others. */
  readonly others?: readonly [key: string, name: string]
}

const codeOf = (key: string) => ({ person }: Deputy): string => textOf(person, key)

const byCode = (key: string, codes: Readonly<Record<string, string>>) => (deputy: Deputy): string => codes[codeOf(key)(deputy)] ?? unfilled

const bands = (settings: Settings): Parts => ageBands(settings.age_bands).map(([key, name]) => [key, name])

function band({ person, day, settings }: Deputy): string {
  const birth = textOf(person, 'birth')
  if (birth === '') return unfilled
  const age = ageOn(birth, day)
  return ageBands(settings.age_bands).find(([, , last]) => age <= last)?.[0] ?? unfilled
}

function partyOf(deputy: Deputy): string {
  const code = codeOf('party')(deputy)
  if (code === '01' || code === '02') return '党员'
  if (code === '03') return '团员'
  if (code >= '04' && code <= '11') return '民主党派'
  return code === '12' ? '无党派' : code === '13' ? '群众' : unfilled
}

function schooling(deputy: Deputy): string {
  const code = codeOf('edu')(deputy)
  if (!/^\d\d$/u.test(code)) return unfilled
  switch (code.slice(0, 1)) {
    case '1': return '研究生'
    case '2': return '本科'
    case '3': return '大专'
    case '4': case '6': return '中专高中'
    case '7': case '8': return '初中'
    case '9': return '其他'
    default: return unfilled
  }
}

function ethnicity(deputy: Deputy): string {
  const code = codeOf('ethnic')(deputy)
  return code === '01' ? '汉' : code === '' ? unfilled : '少数'
}

const occupations: Parts = [
  ['01', '一线工人'], ['02', '农民'], ['03', '专业技术人员'], ['04', '党政领导干部'], ['05', '村(社区)干部'], ['06', '企业负责人'],
  ['07', '个体非公'], ['08', '解放军武警'], ['09', '其他'],
]

const income = ({ person }: Deputy): string => (person['fixed_income'] === true ? '有' : person['fixed_income'] === false ? '无' : unfilled)

const none: readonly [string, string] = [unfilled, '未填']

const groups: readonly GroupRow[] = [
  { id: 'B2.01', name: '性别', words: '期末实有代表按性别', parts: () => [['男', '男'], ['女', '女'], none], keyOf: byCode('sex', { 1: '男', 2: '女' }) },
  { id: 'B2.02', name: '民族', words: '期末实有代表按民族', parts: () => [['汉', '汉族'], ['少数', '少数民族'], none], keyOf: ethnicity },
  { id: 'B2.03', name: '年龄', words: '期末周岁，自出生年月的第一天起算；分段按设置', parts: (settings) => [...bands(settings), none], keyOf: band },
  {
    id: 'B2.04', name: '政治面貌', words: '党员含预备党员', keyOf: partyOf,
    parts: () => [['党员', '中共党员'], ['团员', '共青团员'], ['民主党派', '民主党派'], ['无党派', '无党派'], ['群众', '群众'], none],
  },
  {
    id: 'B2.06', name: '学历', words: '期末实有代表按学历', keyOf: schooling,
    parts: () => [['研究生', '研究生'], ['本科', '大学本科'], ['大专', '大专'], ['中专高中', '中专/高中/中技'], ['初中', '初中及以下'], ['其他', '其他'], none],
  },
  {
    id: 'B2.08', name: '职业构成', words: '期末实有代表按职业构成', parts: () => [...occupations, none],
    keyOf: byCode('occupation', Object.fromEntries(occupations.map(([key]) => [key, key]))),
  },
  { id: 'B2.15', name: '固定工资收入', words: '有无固定工资收入', parts: () => [['有', '有'], ['无', '无'], none], keyOf: income },
  {
    id: 'B2.16', name: '居住状况', words: '期末实有代表按居住状况',
    parts: () => [['本选区', '本选区常住'], ['镇内', '镇内他处'], ['县城', '县城'], ['外地', '外地务工'], none],
    keyOf: byCode('residence_status', { 1: '本选区', 2: '镇内', 3: '县城', 4: '外地' }),
  },
]

const plain: readonly PlainRow[] = [
  { id: 'B2.05', name: '党外代表', words: '除中共党员、预备党员和未填者以外', counts: (one) => !['党员', unfilled].includes(partyOf(one)) },
  { id: 'B2.07', name: '大专以上', words: '学历为大学专科及以上', counts: (one) => ['研究生', '本科', '大专'].includes(schooling(one)) },
  {
    id: 'B2.09', name: '基层代表', words: '一线工人、农民、专业技术人员(村社区干部按设置)',
    counts: (one) => ['01', '02', '03', ...(one.settings.grassroots_with_village_cadres ? ['05'] : [])].includes(codeOf('occupation')(one)),
  },
  {
    id: 'B2.10', name: '连任代表', words: '上一届任过同级代表', counts: ({ mandate, facts }) => isReelected(mandate, facts), others: ['新任', '新任代表'],
  },
  { id: 'B2.11', name: '妇女代表', words: '性别为女', counts: (one) => codeOf('sex')(one) === '2' },
  { id: 'B2.12', name: '少数民族代表', words: '民族已填且不是汉族', counts: (one) => ethnicity(one) === '少数' },
  { id: 'B2.13', name: '归侨侨眷代表', words: '归侨侨眷', counts: ({ person }) => person['is_gui_qiao'] === true },
  { id: 'B2.14', name: '补选代表', words: '产生方式为补选', counts: ({ mandate }) => textOf(mandate.fields, 'elect_kind') === '2' },
]

type Ask = Parameters<Indicator['compute']>[0]

/** Mandates as the rows of the table look at them. */
export const deputiesOf = ({ facts, period, settings }: Pick<Ask, 'facts' | 'period' | 'settings'>, mandates: readonly Rec[]): readonly Deputy[] =>
  mandates.map((mandate) => ({ mandate, facts, settings, day: period.to, person: facts.get(textOf(mandate.fields, 'person'))?.fields ?? {} }))

const upperPeople = (question: Ask): readonly Deputy[] =>
  deputiesOf(question, distinctPeople(question.facts, upperDeputiesAt(question.facts, question.period.to)))

const own = (question: Ask): readonly Deputy[] => deputiesOf(question, deputiesAt(question.facts, question.period.to))

const mandatesOf = (deputies: readonly Deputy[]): readonly Rec[] => deputies.map((one) => one.mandate)

/** How many of these upper-level deputies a row's part 上级 counts. */
export function countUpper(id: string, people: readonly Deputy[]): number {
  const row = plain.find((one) => one.id === id)
  return row === undefined ? people.length : people.filter(row.counts).length
}

const upperPart = (question: Ask, counts: (deputy: Deputy) => boolean): PartMeasure => {
  const all = upperPeople(question)
  return part('上级', '驻本镇上级代表', share(mandatesOf(all.filter(counts)), all.length))
}

/** Splits deputies by a row's parts; a key that is no part goes to 未填. */
function split(row: GroupRow, parts: Parts, deputies: readonly Deputy[]): ReadonlyMap<string, readonly Rec[]> {
  const found = new Map<string, Rec[]>(parts.map(([key]) => [key, []]))
  for (const deputy of deputies) (found.get(row.keyOf(deputy)) ?? found.get(unfilled))?.push(deputy.mandate)
  return found
}

const groupIndicator = (row: GroupRow): Indicator => indicator('point', row.id, row.name, '人', row.words, (question) => {
  const deputies = own(question)
  const parts = row.parts(question.settings)
  const found = split(row, parts, deputies)
  return {
    ...share(mandatesOf(deputies), deputies.length),
    parts: [...parts.map(([key, name]) => part(key, name, share(found.get(key) ?? [], deputies.length))), upperPart(question, () => true)],
  }
})

const plainIndicator = (row: PlainRow): Indicator => indicator('point', row.id, row.name, '人', row.words, (question) => {
  const deputies = own(question)
  const others = row.others === undefined
    ? [] : [part(...row.others, share(mandatesOf(deputies.filter((one) => !row.counts(one))), deputies.length))]
  return { ...share(mandatesOf(deputies.filter(row.counts)), deputies.length), parts: [...others, upperPart(question, row.counts)] }
})

export const structureIndicators: readonly Indicator[] = [...groups.map(groupIndicator), ...plain.map(plainIndicator)]
  .sort((a, b) => (a.id < b.id ? -1 : 1))
