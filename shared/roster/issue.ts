/** What an import says about a row. An error stops the row; a warning lets it in, most of them marked 待核. */
export const rosterErrorCodes = ['name-empty', 'name-unreadable', 'name-length'] as const

export const rosterWarningCodes = [
  'name-digits', 'name-short', 'name-notes', 'name-differs',
  'id-as-number', 'id-length', 'id-characters', 'id-checksum', 'id-birth', 'id-region', 'id-converted',
  'sex-mismatch', 'birth-mismatch', 'age-under-18', 'age-over-100',
  'date-ambiguous', 'date-unreadable', 'date-year-only', 'date-needs-day', 'date-future',
  'unknown-code', 'loose-word', 'bad-phone', 'phones-many', 'hidden-signs', 'bad-number', 'number-cut', 'too-long',
  'unknown-column', 'column-twice', 'ambiguous-person', 'repeated-row', 'repeated-differs', 'kept-existing',
] as const

export type RosterErrorCode = (typeof rosterErrorCodes)[number]
export type RosterWarningCode = (typeof rosterWarningCodes)[number]

export interface RosterIssue<Code extends string = RosterErrorCode | RosterWarningCode> {
  /** The sheet's row, 1-based. */
  readonly row: number
  /** Heading of the column; '' where the whole row is meant. */
  readonly column: string
  readonly code: Code
  /** What the cell shows. */
  readonly value: string
}

export type RosterWarning = RosterIssue<RosterWarningCode>
export type RosterError = RosterIssue<RosterErrorCode>

/** One row of `person.doubts` or `mandate.doubts`. */
export interface Doubt {
  readonly field: string
  readonly code: string
}
