/** A form that is printed from a record and, where somebody writes on it, comes back to it. Pure: blocks, as every document. */
import type { Facts } from '../facts'
import { textOf } from '../facts'
import type { Data } from '../fields'
import { labelOf, type CodeTableName } from '../codes'
import type { Rec } from '../record'
import { chineseDay, type Block } from '../report/block'
import type { RuleBook, Settings } from '../rules/rule-book'

export interface FormInput {
  readonly rec: Rec
  /** The living records of the office. */
  readonly facts: Facts
  readonly rules: RuleBook
  readonly settings: Settings
  readonly today: string
  /** 青禾镇. */
  readonly office: string
  readonly titleOf: (id: string) => string
}

export interface Form {
  /** Two capitals in the printed code: never given to another form. */
  readonly code: string
  /** Raised when what is written where changes; a sheet of an older edition is filed, but nothing is proposed from it. */
  readonly edition: number
  readonly label: string
  /** Whom it is for. */
  readonly note: string
  readonly types: readonly string[]
  readonly copies?: number
  /** Whether it can be filled by now. */
  readonly ready?: (input: FormInput) => boolean
  /** The step that a sheet which came back stands for, what is asked about it and what is known already. */
  readonly back?: { readonly step: string; readonly asks: readonly string[]; readonly known?: Data }
  /** The sheet that came back says who was there. */
  readonly roll?: true
  readonly blocks: (input: FormInput) => readonly Block[]
}

/** Room to write, in lines. */
export const room = (lines: number): string => '\n'.repeat(Math.max(0, lines - 1))

export const word = ({ rec }: FormInput, key: string): string => textOf(rec.fields, key)
export const coded = (input: FormInput, table: CodeTableName, key: string): string => (word(input, key) === '' ? '' : labelOf(table, word(input, key)))
/** A day to be read; room to write it where it is not known. */
export const day = (value: string): string => (value === '' ? '　　　　年　　月　　日' : chineseDay(value))
export const one = (input: FormInput, key: string): string => (word(input, key) === '' ? '' : input.titleOf(word(input, key)))
export const many = (input: FormInput, key: string): string => {
  const value = input.rec.fields[key]
  return Array.isArray(value) ? (value as readonly string[]).map(input.titleOf).join('、') : ''
}

export const title = (text: string): Block => ({ kind: 'form', text })
export const note = (text: string): Block => ({ kind: 'note', text })
export const text = (words: string): Block => ({ kind: 'paragraph', text: words })
export const to = (whom: string): Block => ({ kind: 'salutation', text: `${whom}：` })

/** What stands on the left, what is said or to be written on the right. */
export const pairs = (...rows: readonly (readonly [string, string])[]): Block =>
  ({ kind: 'table', bare: true, columns: [{ label: '', width: 22 }, { label: '', width: 78 }], rows: rows.map((cells) => ({ cells })) })

/** Who signs: name and day, with room for both. */
export const signs = (...words: readonly string[]): Block =>
  ({ kind: 'table', bare: true, columns: words.flatMap(() => [{ label: '', width: 18 }, { label: '', width: 32 }]), rows: [{ cells: words.flatMap((one) => [one, room(2)]) }] })

/** Boxes to tick. */
export const boxes = (...words: readonly string[]): string => words.map((one) => `□ ${one}`).join('　　')

/** Rows numbered from 1; `least` empty lines where there are few. */
export function numbered(columns: readonly (readonly [string, number])[], rows: readonly (readonly string[])[], least = 0): Block {
  const all = [...rows, ...Array.from({ length: Math.max(0, least - rows.length) }, (): readonly string[] => [])]
  return {
    kind: 'table', columns: [{ label: '序号', width: 8, align: 'center' }, ...columns.map(([label, width]) => ({ label, width }))],
    rows: all.map((cells, at) => ({ cells: [String(at + 1), ...columns.map((_, index) => cells[index] ?? '')] })),
  }
}
