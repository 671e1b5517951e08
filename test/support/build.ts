/**
 * Builds records of a town for tests of figures, rules and to-dos, naming only the fields that matter:
 *
 *   const t = town({ term: { no: 19, first_meeting_on: '2021-12-20', quota: 60 } })
 *   const zhang = t.deputy({ sex: '1', party: '01' })                         // in office since the term's start
 *   const road = t.suggestion('2025-03-01', ['已提出', '2025-03-01'], ['待交办', '2025-03-05'])
 *   t.add('reply', { suggestion: road, round: 1, reply_on: '2025-05-01', result_class: 'A' })
 *   figures(t.question('2025'))
 *
 * Ids are `type-1`, `type-2` … in the order of adding, so that whole lists of ids can be compared. A status log is given as [status, day]
 * pairs; its steps are not run, so that also records can be built that no step would make.
 */
import { Facts } from '../../shared/facts'
import type { Data, Value } from '../../shared/fields'
import type { Question } from '../../shared/measures/indicator'
import type { Rec } from '../../shared/record'
import { ruleBook } from '../../shared/rules/presets'
import { defaultSettings, type RuleEntry, type Settings } from '../../shared/rules/rule-book'

/** Status, day of the event, and the step where it matters. */
export type Went = readonly [status: string, on: string, step?: string]

export interface Asked {
  readonly asAt?: string
  readonly province?: string
  readonly rules?: readonly RuleEntry[]
  readonly settings?: Partial<Settings>
  readonly node?: Question['node']
}

interface TownOptions {
  /** Fields of the term; null = none is made. */
  readonly term?: Data | null
  readonly org?: string
}

/** Fields of a person; everything else given to `deputy` belongs to the mandate. */
const personKeys = new Set(['name', 'sex', 'ethnic', 'birth', 'party', 'edu', 'occupation', 'is_gui_qiao', 'fixed_income', 'residence_status', 'distinct_from'])

export function town(options: TownOptions = {}) {
  const org = options.org ?? '511321101'
  const records: Rec[] = []
  const counters = new Map<string, number>()

  /** Adds a record and gives back its id. */
  function add(type: string, fields: Data = {}, ...log: readonly Went[]): string {
    const count = (counters.get(type) ?? 0) + 1
    counters.set(type, count)
    const id = `${type}-${count}`
    const rows = log.map(([to, on, step], i) => ({
      step: step ?? (i === 0 ? 'add' : 'step'), from: i === 0 ? '' : log[i - 1]?.[0] ?? '', to, event_on: on, entered_at: `${on}T09:00:00+08:00`, by: '测试',
    }))
    const status = log.at(-1)?.[0]
    const data: Data = rows.length === 0 ? fields : { ...fields, status_log: rows as unknown as Value }
    records.push({ id, type, org, version: `v-${id}`, fields: data, deleted: false, ...(status === undefined ? {} : { status }) })
    return id
  }

  const given = options.term === undefined ? { no: 19, first_meeting_on: '2021-12-20' } : options.term
  const term = given === null ? '' : add('term', given)

  /** A deputy: a person and a mandate of level 乡, in office since the term's start where no log is given. Gives back the mandate's id. */
  function deputy(fields: Data = {}, ...log: readonly Went[]): string {
    const entries = Object.entries(fields)
    const own = (belongs: boolean) => Object.fromEntries(entries.filter(([key]) => personKeys.has(key) === belongs))
    const person = typeof fields['person'] === 'string' ? fields['person'] : add('person', { name: `代表${(counters.get('person') ?? 0) + 1}`, ...own(true) })
    const start = typeof given?.['first_meeting_on'] === 'string' ? given['first_meeting_on'] : '2021-12-20'
    const went: readonly Went[] = log.length > 0 ? log : [['当选待确认', start], ['在任', start, 'confirm']]
    return add('mandate', { person, level: '5', term, nth: 1, elect_kind: '1', ...own(false) }, ...went)
  }

  /** `count` deputies with the same fields. */
  const deputies = (count: number, fields: Data = {}): readonly string[] => Array.from({ length: count }, () => deputy(fields))

  /** A submitted suggestion taken up (立案) where the log says so; 草稿 on the day it was raised is put first. */
  function suggestion(raisedOn: string, fields: Data = {}, ...log: readonly Went[]): string {
    return add('suggestion', { title: '关于修路的建议', raised_on: raisedOn, period: '2', ...fields }, ['草稿', raisedOn], ['已提出', raisedOn, 'submit'], ...log)
  }

  const facts = (): Facts => new Facts(records)

  /** A question about a year (`2025`) or the days `from..to`; the report day is the period's last day unless given. */
  function question(period: string, asked: Asked = {}): Question {
    const [from = '', to = ''] = period.includes('..') ? period.split('..') : [`${period}-01-01`, `${period}-12-31`]
    return {
      facts: facts(), period: { from, to }, asAt: asked.asAt ?? to, rules: ruleBook(asked.province ?? null, asked.rules),
      settings: { ...defaultSettings, ...asked.settings }, ...(asked.node ? { node: asked.node } : {}),
    }
  }

  return { org, term, records, add, deputy, deputies, suggestion, facts, question }
}

export type Town = ReturnType<typeof town>
