/** A sheet of the form as rows of cells to be drawn: merged cells once, with their size. Pure. */
import type { FormEntry } from '../../../shared/contract/form'
import { columnName, openRefs, type FormSheet } from '../../../shared/report/county-form'

export interface GridCell {
  readonly ref: string
  readonly text: string
  readonly kind: 'words' | 'formula' | 'open'
  readonly rows: number
  readonly columns: number
  readonly entry: FormEntry | null
  readonly guess: FormEntry | null
}

export function gridOf(sheet: FormSheet, map: readonly FormEntry[], guesses: readonly FormEntry[]): readonly (readonly GridCell[])[] {
  const cells = new Map(sheet.cells.map((cell) => [cell.ref, cell]))
  const open = new Set(openRefs(sheet))
  const merged = new Map(sheet.merges.map((merge) => [`${columnName(merge.left)}${String(merge.top + 1)}`, merge]))
  const covered = new Set(sheet.merges.flatMap(({ top, left, bottom, right }) =>
    Array.from({ length: bottom - top + 1 }, (_, row) => Array.from({ length: right - left + 1 }, (__, column) => `${columnName(left + column)}${String(top + row + 1)}`)).flat().slice(1)))
  const of = (list: readonly FormEntry[], ref: string): FormEntry | null => list.find((one) => one.sheet === sheet.name && one.ref === ref) ?? null
  return Array.from({ length: sheet.rows }, (_, row) => Array.from({ length: sheet.columns }, (__, column) => `${columnName(column)}${String(row + 1)}`).filter((ref) => !covered.has(ref)).map((ref): GridCell => {
    const cell = cells.get(ref)
    const merge = merged.get(ref)
    return {
      ref, text: cell?.text ?? '', kind: open.has(ref) ? 'open' : cell?.kind === 'formula' ? 'formula' : 'words', rows: merge ? merge.bottom - merge.top + 1 : 1, columns: merge ? merge.right - merge.left + 1 : 1,
      entry: of(map, ref), guess: of(guesses, ref),
    }
  }))
}
