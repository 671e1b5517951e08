/** A sheet as the readers hand it over: what it shows, and just enough of what it holds. */

export interface Cell {
  /** What the sheet shows; a date as `YYYY-MM-DD`, or as `YYYY-MM` where the sheet shows no day. */
  readonly text: string
  readonly kind: 'text' | 'number' | 'date' | 'boolean' | 'empty'
  /** The number of a numeric cell, the serial (1900 system) of a date. */
  readonly number?: number
  /** `origin` shows the content of a merged range, `covered` is hidden by it and empty. */
  readonly merged?: 'origin' | 'covered'
}

export interface Table {
  readonly name: string
  /** Equally long rows, from the sheet's first row on: `rows[4]` is row 5 of the sheet. */
  readonly rows: readonly (readonly Cell[])[]
  /** Indexes of hidden columns. */
  readonly hiddenColumns?: readonly number[]
  /** The sheet itself is hidden. */
  readonly hidden?: true
  /** From a file that does not tell text from numbers (.csv, .txt, HTML): an ID may have been a number once. */
  readonly untyped?: true
}

export const emptyCell: Cell = { text: '', kind: 'empty' }
