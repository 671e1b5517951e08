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

/** A detail as text; a list is joined with 、; '' where there is none. */
export function part(detail: Detail, key: string): string {
  const value = detail[key]
  if (Array.isArray(value)) return value.filter((one) => typeof one === 'string' || typeof one === 'number').join('、')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

/** The field's name in a sentence, or a word that stands for it. */
export const labelIn = (detail: Detail, otherwise = '这一项'): string => part(detail, 'label') || otherwise
