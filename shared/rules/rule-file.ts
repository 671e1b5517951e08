/**
 * A rule update: entries and notices that the county sends (in its receipt or on a stick). It is a plain JSON text, so that it can be looked
 * at; nothing in it takes effect before it was shown and adopted.
 */
import { nonEmpty, oneOf, optional, string } from '../input'
import { fail, ok, type Result } from '../result'
import { isDay, yearOf } from './calendar'
import { nationalRules } from './presets/national'
import type { RuleBook, RuleEntry } from './rule-book'
import { editedRule, sameRule } from './own-rule'
import type { HolidayTable } from './workdays'

export const ruleFileKind = 'zhen-rules'

export interface RuleUpdate {
  readonly title: string
  /** Who gives it: the county's name. */
  readonly from: string
  readonly issued_on: string
  readonly entries: readonly RuleEntry[]
  readonly holidays: readonly HolidayTable[]
}

/** One entry that the update would change. */
export interface RuleDifference {
  readonly key: string
  readonly before: RuleEntry
  readonly after: RuleEntry
}

const refuse = (fault: string, more: Readonly<Record<string, unknown>> = {}) => fail('not-rules', { field: 'file', detail: { fault, ...more } })

const isBag = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

const whos = oneOf('法律', '省里', '县里', '镇里')
const units = oneOf('day', 'workday', 'month', 'count', 'share')

/** The other number for a congress of few deputies; undefined where there is none that makes sense. */
function fewOf(value: unknown): RuleEntry['few'] {
  if (!isBag(value)) return undefined
  const { upTo, n, of } = value
  return [upTo, n, of].every((one) => Number.isInteger(one) && Number(one) > 0) && Number(n) <= Number(of) ? { upTo: Number(upTo), n: Number(n), of: Number(of) } : undefined
}

function entryOf(value: unknown, place: number, today: string): Result<RuleEntry> {
  if (!isBag(value)) return refuse('bad-entry', { line: place })
  const national = nationalRules.find((entry) => entry.key === value['key'])
  if (!national) return refuse('unknown-key', { line: place, key: typeof value['key'] === 'string' ? value['key'].slice(0, 60) : '' })
  const number = (key: string): number | undefined => (typeof value[key] === 'number' ? value[key] : undefined)
  const [source, who, unit, note] = [nonEmpty(300)(value['source'], 'source'), optional(whos)(value['who'], 'who'), optional(units)(value['unit'], 'unit'), optional(string(500))(value['note'], 'note')]
  if (!source.ok || !who.ok || !unit.ok || !note.ok) return refuse('bad-entry', { line: place, key: national.key })
  const n = value['n'] === null ? null : number('n')
  if (n === undefined) return refuse('bad-entry', { line: place, key: national.key })
  const from = value['from'] === 'session.end_on' || value['from'] === national.from ? value['from'] : national.from
  const [of, max, few] = [number('of'), number('max'), fewOf(value['few'])]
  const made = editedRule({ ...national, from }, {
    key: national.key, n, source: source.value, who: who.value ?? '县里', ...(of === undefined ? {} : { of }), ...(max === undefined ? {} : { max }), ...(few === undefined ? {} : { few }),
    ...(unit.value === undefined ? {} : { unit: unit.value }), ...(note.value === undefined ? {} : { note: note.value }),
  }, today)
  if (!made.ok) return refuse('bad-value', { line: place, key: national.key })
  const checked = value['checked_on']
  return ok({ ...made.value, verified: value['verified'] === true, ...(typeof checked === 'string' && isDay(checked) ? { checked_on: checked } : {}) })
}

function tableOf(value: unknown, place: number): Result<HolidayTable> {
  const days = (key: string): readonly string[] | null => {
    const list = isBag(value) ? value[key] : null
    return Array.isArray(list) && list.length <= 366 && list.every((day): day is string => typeof day === 'string' && isDay(day)) ? list : null
  }
  const [off, worked] = [days('off'), days('worked')]
  if (!isBag(value) || off === null || worked === null || typeof value['year'] !== 'number' || off.length === 0) return refuse('bad-holidays', { line: place })
  const { year } = value
  if ([...off, ...worked].some((day) => yearOf(day) !== year) || !off.includes(`${year}-01-01`)) return refuse('bad-holidays', { line: place })
  const source = typeof value['source'] === 'string' ? value['source'].slice(0, 100) : ''
  return ok({ year, off, worked, source, known_on: typeof value['known_on'] === 'string' && isDay(value['known_on']) ? value['known_on'] : '' })
}

/** Reads a rule update. Fails with `not-rules` and the place of what is wrong; one bad entry refuses the whole file. */
export function readRuleFile(text: string, today: string): Result<RuleUpdate> {
  let value: unknown
  try {
    value = JSON.parse(text.replace(/^\uFEFF/u, ''))
  } catch {
    return refuse('no-json')
  }
  if (!isBag(value) || value['kind'] !== ruleFileKind) return refuse('other-kind')
  if (typeof value['v'] !== 'number' || value['v'] > 1) return refuse('newer')
  const lists = [value['entries'] ?? [], value['holidays'] ?? []] as const
  if (!lists.every((list) => Array.isArray(list) && list.length <= 200)) return refuse('bad-entry', { line: 1 })
  const entries: RuleEntry[] = []
  for (const [at, one] of (lists[0] as readonly unknown[]).entries()) {
    const entry = entryOf(one, at + 1, today)
    if (!entry.ok) return entry
    entries.push(entry.value)
  }
  const holidays: HolidayTable[] = []
  for (const [at, one] of (lists[1] as readonly unknown[]).entries()) {
    const table = tableOf(one, at + 1)
    if (!table.ok) return table
    holidays.push(table.value)
  }
  if (entries.length + holidays.length === 0) return refuse('empty')
  const word = (key: string): string => (typeof value[key] === 'string' ? value[key].slice(0, 200) : '')
  return ok({ title: word('title') || '规则更新', from: word('from'), issued_on: isDay(word('issued_on')) ? word('issued_on') : '', entries, holidays })
}

/** The text of a rule update. */
export const writeRuleFile = (update: RuleUpdate): string => `${JSON.stringify({ kind: ruleFileKind, v: 1, ...update }, null, 1)}\n`

/** Entries of `update` that ask for something else than the book does. */
export const ruleDifferences = (book: RuleBook, update: RuleUpdate): readonly RuleDifference[] => update.entries.flatMap((after) => {
  const before = book.entry(after.key)
  return sameRule(before, after) ? [] : [{ key: after.key, before, after }]
})
