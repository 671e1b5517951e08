/** Words for people: what happened in one sentence, and the one next step. */
import type { Detail } from '../result'

export interface Sentence {
  readonly say: string
  readonly next: string
}

/** A fixed sentence, or one that needs details. `label` is the Chinese name of the field where there is one. */
export type Words = Sentence | ((detail: Detail) => Sentence)

/** The sentences of one area by code. */
export type WordTable = Readonly<Record<string, Words>>

/** A day as people say it, 2025年3月8日; any other text as it is. */
export const spokenDay = (text: string): string => text.replace(/^(\d{4})-(\d{2})-(\d{2})$/u, (_, year: string, month: string, day: string) => `${year}年${String(Number(month))}月${String(Number(day))}日`)

/** What somebody typed is said as it was typed. */
const asTyped = ['value', 'want']

/** A detail as text, days as people say them; a list is joined with 、; '' where there is none. */
export function part(detail: Detail, key: string): string {
  const value = detail[key]
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string' || typeof one === 'number').join('、')
  if (typeof value === 'number') return String(value)
  return typeof value !== 'string' ? '' : asTyped.includes(key) ? value : spokenDay(value)
}

/** The field's name in a sentence, or a word that stands for it. */
export const labelIn = (detail: Detail, otherwise = '这一项'): string => part(detail, 'label') || otherwise
