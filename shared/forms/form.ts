/** A form that is printed from a record and, where somebody writes on it, comes back to it. Pure: blocks, as every document. */
import type { Facts } from '../facts'
import { textOf } from '../facts'
import type { Data } from '../fields'
import { labelOf, type CodeTableName } from '../codes'
import type { Rec } from '../record'
import type { PaperPart } from './paper-code'
import { chineseDay, type Align, type Block, type TableBlock } from '../report/block'
import { balancedTitle } from '../report/title-lines'
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
  /** A list of more names than a page holds: its pages, each with a code of its own that says which names stand on it; one page where they fit. */
  readonly parts?: (input: FormInput) => readonly FormPart[]
}

export interface FormPart {
  /** Absent where there is only this page. */
  readonly part?: PaperPart
  readonly blocks: readonly Block[]
}

/** Room to write, in lines. */
export const room = (lines: number): string => '\n'.repeat(Math.max(0, lines - 1))

/** Characters that a line of the right cell of `pairs` holds. */
const lineLength = 28

/** What is known, in a box that is as high as the paper of an office has it even where little is said. */
export function boxed(words: string, lines: number): string {
  const used = words.split('\n').reduce((sum, one) => sum + Math.max(1, Math.ceil(one.length / lineLength)), 0)
  return used >= lines ? words : words + room(lines - used + 1)
}

export const word = ({ rec }: FormInput, key: string): string => textOf(rec.fields, key)
export const coded = (input: FormInput, table: CodeTableName, key: string): string => (word(input, key) === '' ? '' : labelOf(table, word(input, key)))
/** A day to be read; room to write it where it is not known. */
export const day = (value: string): string => (value === '' ? '　　　　年　　月　　日' : chineseDay(value))
/** The same where nobody is to write it: nothing where it is not known. */
export const dayOrNone = (value: string): string => (value === '' ? '' : chineseDay(value))
export const one = (input: FormInput, key: string): string => (word(input, key) === '' ? '' : input.titleOf(word(input, key)))
export const many = (input: FormInput, key: string): string => {
  const value = input.rec.fields[key]
  return Array.isArray(value) ? (value as readonly string[]).map(input.titleOf).join('、') : ''
}

/** A line that is too long for its page is parted between words. */
export const title = (text: string): Block => ({ kind: 'form', text: text.split('\n').map(balancedTitle).join('\n') })
export const note = (text: string): Block => ({ kind: 'note', text })
export const text = (words: string): Block => ({ kind: 'paragraph', text: words })
export const to = (whom: string): Block => ({ kind: 'salutation', text: `${whom}：` })

/** What stands on the left, what is said or to be written on the right. */
export const pairs = (...rows: readonly (readonly [string, string])[]): TableBlock =>
  ({ kind: 'table', bare: true, columns: [{ label: '', width: 20, align: 'center' }, { label: '', width: 80 }], rows: rows.map((cells) => ({ cells })) })

/** Two pairs to a line; they stand under each other from table to table, so that a form is one frame. */
const twoPairs: TableBlock['columns'] = [{ label: '', width: 20, align: 'center' }, { label: '', width: 30 }, { label: '', width: 20, align: 'center' }, { label: '', width: 30 }]

/** The same for short things, two to a line. */
export const fours = (...rows: readonly (readonly [string, string])[]): Block => ({
  kind: 'table', bare: true, columns: twoPairs,
  rows: Array.from({ length: Math.ceil(rows.length / 2) }, (_, at) => ({ cells: [...(rows[at * 2] ?? []), ...(rows[at * 2 + 1] ?? ['', ''])] })),
})

/** Who signs: name and day, with room for a hand and a seal. */
export const signs = (first: string, second: string): Block => ({ kind: 'table', bare: true, rowHeight: 13, columns: twoPairs, rows: [{ cells: [first, '', second, ''] }] })

const mostBoxes = 5
/** Boxes to tick, more than five on two lines so that none is parted from its word; what is known already is ticked. */
export function boxes(words: readonly string[], known = ''): string {
  const all = words.map((one) => `${known !== '' && one.includes(known) ? '☑' : '□'} ${one}`)
  const half = all.length > mostBoxes ? Math.ceil(all.length / 2) : all.length
  return [all.slice(0, half), all.slice(half)].filter((line) => line.length > 0).map((line) => line.join('　　')).join('\n')
}

/** Rows numbered from 1; `least` empty lines where there are few, `rowHeight` in millimetres where a hand writes in them. */
export function numbered(columns: readonly (readonly [label: string, width: number, align?: Align])[], rows: readonly (readonly string[])[], { least = 0, rowHeight }: { readonly least?: number; readonly rowHeight?: number } = {}): Block {
  const all = [...rows, ...Array.from({ length: Math.max(0, least - rows.length) }, (): readonly string[] => [])]
  return {
    kind: 'table', columns: [{ label: '序号', width: 8, align: 'center' }, ...columns.map(([label, width, align = 'left']) => ({ label, width, align }))],
    rows: all.map((cells, at) => ({ cells: [String(at + 1), ...columns.map((_, index) => cells[index] ?? '')] })), ...(rowHeight === undefined ? {} : { rowHeight }),
  }
}
