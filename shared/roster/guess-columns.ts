import { guessHeading, headingKey } from './column-words'
import { findRosterField, rosterField, type RosterField } from './fields'

export interface Column {
  readonly index: number
  readonly heading: string
  /** Key of a roster field, or null if the column is not taken. */
  readonly key: string | null
  /** `sure` and `guessed` by the heading, `chosen` by a person, `ignored` brings nothing, `twice` is a field taken already, `unknown`. */
  readonly by: 'sure' | 'guessed' | 'chosen' | 'ignored' | 'twice' | 'unknown'
  readonly hidden: boolean
}

/** What a person said about columns: heading, letter (C) or number (3) → field (key, bare key or label), or 忽略. */
export type ColumnChoices = Readonly<Record<string, string>>

const ignoreWords = new Set(['', '-', '忽略', '不导入', 'ignore', 'skip', 'none'])

function letterOf(index: number): string {
  const rest = Math.floor(index / 26)
  return (rest > 0 ? letterOf(rest - 1) : '') + String.fromCharCode(65 + (index % 26))
}

/** The choice that names this column: by its heading, else its letter, else its number. */
function choiceFor(heading: string, index: number, choices: ColumnChoices): string | undefined {
  const names = Object.keys(choices)
  const name =
    names.find((one) => headingKey(one) !== '' && headingKey(one) === headingKey(heading)) ??
    names.find((one) => one.trim().toUpperCase() === letterOf(index)) ??
    names.find((one) => one.trim() === String(index + 1))
  return name === undefined ? undefined : choices[name]
}

/** Choices that name no field: said before the header is looked for, which such a choice may well be meant to lead to. */
export function unknownFields(choices: ColumnChoices): readonly { readonly column: string; readonly field: string }[] {
  return Object.entries(choices).filter(([, field]) => !isFieldWord(field)).map(([column, field]) => ({ column, field }))
}

const isFieldWord = (field: string): boolean => ignoreWords.has(field.trim().toLowerCase()) || findRosterField(field) !== undefined

/** Choices that name no field or no column of the header: nothing is imported before the person has mended them. */
export function badChoices(headings: readonly string[], choices: ColumnChoices): readonly { readonly column: string; readonly field: string }[] {
  return Object.entries(choices)
    .filter(([column, field]) => {
      const isColumn = headings.some((heading, index) => choiceFor(heading, index, { [column]: field }) !== undefined)
      return !isFieldWord(field) || !isColumn
    })
    .map(([column, field]) => ({ column, field }))
}

/** Headings that the choices map to the name, so that the header can be found by them. */
export function nameHeadings(choices: ColumnChoices): readonly string[] {
  return Object.entries(choices).filter(([, field]) => findRosterField(field)?.key === 'person.name').map(([column]) => column)
}

/** A second column of a kind may be the second phone; anything else is said and left out. */
function secondUse(key: string, taken: ReadonlySet<string>): string | null {
  return key === 'person_private.phone' && !taken.has('person_private.phone2') ? 'person_private.phone2' : null
}

/** Maps columns to fields. A person's choices go first, then sure headings, then guesses; each field is taken once. */
export function guessColumns(headings: readonly string[], choices: ColumnChoices = {}, hiddenColumns: readonly number[] = []): readonly Column[] {
  const taken = new Set<string>()
  const found = new Map<number, Pick<Column, 'key' | 'by'>>()
  const take = (index: number, key: string, by: Column['by']): void => {
    const free = taken.has(key) ? secondUse(key, taken) : key
    if (free !== null) taken.add(free)
    found.set(index, free === null ? { key: null, by: 'twice' } : { key: free, by })
  }

  headings.forEach((heading, index) => {
    const choice = choiceFor(heading, index, choices)
    if (choice === undefined) return
    const field = findRosterField(choice)
    if (field) take(index, field.key, 'chosen')
    else found.set(index, { key: null, by: ignoreWords.has(choice.trim().toLowerCase()) ? 'ignored' : 'unknown' })
  })
  for (const sure of [true, false]) {
    headings.forEach((heading, index) => {
      const guess = found.has(index) ? undefined : guessHeading(heading)
      if (guess === undefined || guess.sure !== sure) return
      if (guess.key === null) found.set(index, { key: null, by: 'ignored' })
      else take(index, guess.key, sure ? 'sure' : 'guessed')
    })
  }
  return headings.map((heading, index) => ({
    index,
    heading,
    hidden: hiddenColumns.includes(index),
    ...(found.get(index) ?? { key: null, by: heading === '' ? 'ignored' : 'unknown' }),
  }))
}

/** The field of a column, where it has one. */
export const fieldOfColumn = (column: Column): RosterField | undefined => (column.key === null ? undefined : rosterField(column.key))
