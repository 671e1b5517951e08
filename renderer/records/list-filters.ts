/** By what a list can be narrowed: its status, up to two choices, and the year. */
import { codeTables } from '../../shared/codes'
import type { Declaration } from '../../shared/record'
import { statusesOf } from './status-words'

export interface Filter {
  /** Key of `where`. */
  readonly key: string
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

const mostChoices = 2
const years = 12

/** The key that a year is asked by; null for a type without one. */
export function yearKey(declaration: Declaration): string | null {
  if (declaration.fields['year']?.kind === 'int') return 'year'
  return declaration.dateField === undefined ? null : `${declaration.dateField}.year`
}

function choiceKeys(declaration: Declaration): readonly string[] {
  const isChoice = (key: string): boolean => declaration.fields[key]?.kind === 'choice' && declaration.fields[key].orText !== true
  const inColumns = declaration.columns.filter(isChoice)
  const wanted = Object.keys(declaration.fields).filter((key) => isChoice(key) && !inColumns.includes(key) && ['identity', 'complete'].includes(declaration.fields[key]?.need ?? ''))
  return [...inColumns, ...wanted].slice(0, mostChoices)
}

/** Words of the office's own fields. */
const ownChoices = (declaration: Declaration): readonly Filter[] => Object.entries(declaration.fields).filter(([, field]) => field.own === true && field.oneOf !== undefined && field.hidden !== true)
  .map(([key, field]) => ({ key, label: field.label, options: (field.oneOf ?? []).map((word) => ({ value: word, label: word })) }))

/** The filters of a list, in the order they stand in. `today` gives the years. */
export function filtersOf(declaration: Declaration, today: string): readonly Filter[] {
  const statuses = statusesOf(declaration.type)
  const year = yearKey(declaration)
  const now = Number(today.slice(0, 4))
  return [
    ...(statuses.length === 0 ? [] : [{ key: 'status', label: '状态', options: statuses.map((value) => ({ value, label: value })) }]),
    ...choiceKeys(declaration).map((key) => {
      const field = declaration.fields[key]
      const entries = field?.codes === undefined ? [] : codeTables[field.codes].entries.filter((entry) => entry.hidden !== true)
      return { key, label: field?.label ?? key, options: entries.map(({ code, label }) => ({ value: code, label })) }
    }),
    ...ownChoices(declaration),
    ...(year === null || !Number.isFinite(now) ? [] : [{
      key: year, label: '年份', options: Array.from({ length: years }, (_, back) => ({ value: String(now - back), label: `${now - back}年` })),
    }]),
  ]
}
