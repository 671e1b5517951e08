/**
 * The county's own form and what its cells mean: each is pointed at an indicator once, by a click. A cell is remembered with the words
 * beside and above it, so that in a new version of the form it is found again where it moved to. Pure.
 */
import type { Figure } from '../measures/indicator'
import { unitOfPart } from '../indicators/part-units'

export interface FormCell {
  readonly ref: string
  /** Counted from 0. */
  readonly row: number
  readonly column: number
  readonly text: string
  readonly kind: 'text' | 'number' | 'formula' | 'empty'
}

export interface Merge {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export interface FormSheet {
  readonly name: string
  readonly rows: number
  readonly columns: number
  readonly cells: readonly FormCell[]
  readonly merges: readonly Merge[]
}

/** A cell that is filled: with a figure (`B5.02`, `B5.03/会议`, `B5.10%`; `@` at its end = of the year before), with a word of the head, or with records (form-records.ts). */
export interface Mapped {
  readonly sheet: string
  readonly ref: string
  readonly path: string
  readonly label: string
  readonly head: string
}

export const headPaths = { 'head:office': '填报单位', 'head:days': '报表期', 'head:year': '年份', 'head:clerk': '填表人', 'head:chair': '审核人', 'head:phone': '电话', 'head:made_on': '报出日期' } as const
export type HeadPath = keyof typeof headPaths

/** `C5` → row 4, column 2; null for anything else. */
export function placeOf(ref: string): { readonly row: number; readonly column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/u.exec(ref) ?? []
  if (letters === undefined || digits === undefined) return null
  return { row: Number(digits) - 1, column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1 }
}

/** 0 → A, 27 → AB. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

const plainWords = (text: string): string => text.replaceAll(/[\s　:：]/gu, '')

/** Looks words up by place, a merged cell's words on all its places. */
class Words {
  readonly #at = new Map<string, string>()

  constructor(sheet: FormSheet) {
    for (const cell of sheet.cells) if (cell.kind === 'text') this.#at.set(`${String(cell.row)} ${String(cell.column)}`, cell.text)
    for (const merge of sheet.merges) {
      const text = this.at(merge.top, merge.left)
      if (text === '') continue
      for (let row = merge.top; row <= Math.min(merge.bottom, merge.top + 200); row += 1) for (let column = merge.left; column <= Math.min(merge.right, merge.left + 60); column += 1) this.#at.set(`${String(row)} ${String(column)}`, text)
    }
  }

  at(row: number, column: number): string {
    return this.#at.get(`${String(row)} ${String(column)}`) ?? ''
  }

  /** All words at the left of a cell, the nearest last: 其中：会议期间 alone says too little. */
  beside(row: number, column: number): string {
    const words: string[] = []
    for (let at = 0; at < column; at += 1) {
      const text = plainWords(this.at(row, at))
      if (text !== '' && words.at(-1) !== text) words.push(text)
    }
    return words.join('/')
  }

  above(row: number, column: number): string {
    for (let at = row - 1; at >= 0; at -= 1) {
      const text = plainWords(this.at(at, column))
      if (text !== '' && plainWords(this.at(at, column + 1)) !== text) return text
      // A title over the whole width is no head of a column.
      if (text !== '' && at <= 1) return ''
      if (text !== '') return text
    }
    return ''
  }
}

const wordsOf = new WeakMap<FormSheet, Words>()

function words(sheet: FormSheet): Words {
  const known = wordsOf.get(sheet) ?? new Words(sheet)
  wordsOf.set(sheet, known)
  return known
}

/** The words that say what a cell means. */
export function meaningOf(sheet: FormSheet, ref: string): { readonly label: string; readonly head: string } {
  const place = placeOf(ref)
  return place ? { label: words(sheet).beside(place.row, place.column), head: words(sheet).above(place.row, place.column) } : { label: '', head: '' }
}

/** Cells that can be filled: inside the used part, no words, no formula, and of a merged one only the first. */
export function openRefs(sheet: FormSheet): readonly string[] {
  const taken = new Set(sheet.cells.filter(({ kind }) => kind === 'text' || kind === 'formula').map(({ ref }) => ref))
  const hidden = new Set<string>()
  for (const { top, left, bottom, right } of sheet.merges) for (let row = top; row <= bottom; row += 1) for (let column = left; column <= right; column += 1) if (row !== top || column !== left) hidden.add(`${columnName(column)}${String(row + 1)}`)
  return Array.from({ length: sheet.rows }, (_, row) => Array.from({ length: sheet.columns }, (__, column) => `${columnName(column)}${String(row + 1)}`)).flat().filter((ref) => !taken.has(ref) && !hidden.has(ref))
}

export interface Moved {
  readonly entry: Mapped
  /** Its new place; null where the new form has no such cell. */
  readonly to: { readonly sheet: string; readonly ref: string } | null
}

/** Where each cell went in a new version of the form: by the words beside and above it, never by its number alone. */
export function findMoved(map: readonly Mapped[], fresh: readonly FormSheet[]): readonly Moved[] {
  return map.map((entry): Moved => {
    const inOrder = [...fresh].sort((a, b) => Number(b.name === entry.sheet) - Number(a.name === entry.sheet))
    const same = fresh.find(({ name }) => name === entry.sheet)
    const means = (sheet: FormSheet, ref: string): boolean => {
      const meaning = meaningOf(sheet, ref)
      return meaning.label === entry.label && meaning.head === entry.head
    }
    if (same && openRefs(same).includes(entry.ref) && means(same, entry.ref)) return { entry, to: { sheet: same.name, ref: entry.ref } }
    for (const sheet of inOrder) {
      const found = openRefs(sheet).filter((ref) => means(sheet, ref))
      // The rows of a column say the same: its first one is its place.
      if (found[0] !== undefined && (found.length === 1 || entry.path.startsWith('rec:'))) return { entry, to: { sheet: sheet.name, ref: found[0] } }
    }
    return { entry, to: null }
  })
}

/** Cells whose words are exactly an indicator's or a part's name: proposed, taken only by a click. */
export function guesses(sheets: readonly FormSheet[], figures: readonly Figure[]): readonly Mapped[] {
  const byName = new Map<string, string>()
  for (const figure of figures) {
    const name = plainWords(figure.name)
    if (!byName.has(name)) byName.set(name, figure.id)
    for (const part of figure.parts) if (!byName.has(`${name}/${plainWords(part.name)}`)) byName.set(`${name}/${plainWords(part.name)}`, `${figure.id}/${part.key}`)
  }
  return sheets.flatMap((sheet) => openRefs(sheet).flatMap((ref): readonly Mapped[] => {
    const { label, head } = meaningOf(sheet, ref)
    const path = byName.get(label) ?? byName.get(label.split('/').slice(-2).join('/')) ?? byName.get(label.split('/').at(-1) ?? '')
    if (path === undefined || label === '') return []
    const past = /上年|去年|上期/u.test(head)
    const rate = /率|占比|百分/u.test(head)
    return /^(?:本年|本期|数量|数|合计|今年|上年|去年|上期|.*(?:率|占比).*|)$/u.test(head) ? [{ sheet: sheet.name, ref, path: `${path}${rate ? '%' : ''}${past ? '@' : ''}`, label, head }] : []
  }))
}

export type FormValue = { readonly number: number; readonly rate?: true } | { readonly text: string } | null

/** The value of a path; null where nobody knows it. Money in 元, points with their tenth, yes and no in words. */
export function formValue(path: string, now: readonly Figure[], before: readonly Figure[], head: Readonly<Record<HeadPath, string>>): FormValue {
  if (path.startsWith('head:')) return { text: head[path as HeadPath] }
  const past = path.endsWith('@')
  const bare = past ? path.slice(0, -1) : path
  const rate = bare.endsWith('%')
  const [id = '', part] = (rate ? bare.slice(0, -1) : bare).split('/')
  const figure = (past ? before : now).find((one) => one.id === id)
  const at = part === undefined ? figure : figure?.parts.find(({ key }) => key === part)
  if (!figure || !at) return null
  if (rate) return at.rate === null ? null : { number: at.rate, rate: true }
  const unit = part === undefined ? figure.unit : unitOfPart(id, part, figure.unit)
  if (at.value === null) return null
  if (unit === '是/否') return { text: at.value === 1 ? '是' : '否' }
  return { number: unit === '分' ? at.value / 100 : unit === '分值' ? at.value / 10 : at.value }
}
