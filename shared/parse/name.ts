import { cleanText } from './text'

const han = '\\p{Script=Han}'
const dotsBetweenHan = new RegExp(`(?<=${han})\\s*[•・．.‧∙⋅･﹒●]\\s*(?=${han})`, 'gu')
const spacesBetweenHan = new RegExp(`(?<=[${han}·])\\s+(?=[${han}·])`, 'gu')

/** A name as it is shown and stored: 张　三 → 张三, 阿依古丽•买买提 → 阿依古丽·买买提; a space between Latin words stays. */
export function tidyName(text: string): string {
  return cleanText(text).replace(dotsBetweenHan, '·').replace(spacesBetweenHan, '')
}

/** A name as it is compared: tidy and without any space. */
export function normaliseName(text: string): string {
  return tidyName(text).replace(/\s/gu, '')
}

export type NameProblem = 'name-empty' | 'name-unreadable' | 'name-length' | 'name-short' | 'name-digits'

export interface ParsedName {
  readonly value: string
  /** What was in brackets behind the name, as official lists have it: 王芳（女，苗族） → ['女', '苗族']. */
  readonly notes: readonly string[]
  /** `name-short` and `name-digits` are doubtful; every other problem means that there is no name. */
  readonly problem?: NameProblem
}

/** Reads a name of 2–50 characters (a character outside the basic plane counts as one). */
export function parseName(text: string): ParsedName {
  const tidy = tidyName(text)
  const brackets = /\s*[（(]([^（）()]*)[）)]\s*$/u.exec(tidy)
  const value = brackets ? tidyName(tidy.slice(0, brackets.index)) : tidy
  const notes = (brackets?.[1] ?? '').split(/[,，、;；\s]+/u).filter((note) => note !== '')
  const parsed = { value, notes }
  if (value === '') return { ...parsed, problem: 'name-empty' }
  if (!/\p{L}/u.test(value) || /^[\d.,]+(人|名|位)?$/u.test(value)) return { ...parsed, problem: 'name-unreadable' }
  const length = [...value].length
  if (length > 50) return { ...parsed, problem: 'name-length' }
  if (length < 2) return { ...parsed, problem: 'name-short' }
  return /\d/u.test(value) ? { ...parsed, problem: 'name-digits' } : parsed
}
