import type { Data } from '../fields'
import type { Doubt, RosterError, RosterWarning } from './issue'

/** Where the deputy belongs. Texts as written, to be found or made by the importer; `presidiumRole` is only ever offered. */
export interface RosterLinks {
  readonly constituencyNo?: string
  readonly constituencyName?: string
  readonly group?: string
  readonly delegation?: string
  readonly station?: string
  /** Code of presidium.role. */
  readonly presidiumRole?: string
}

export interface RemarkLine {
  readonly text: string
  /** The field whose word this is; absent for the 备注 column itself. */
  readonly field?: string
}

/** One person as the sheet has it. */
export interface RosterRow {
  /** The sheet's row, 1-based. */
  readonly row: number
  readonly name: string
  /** Fields of the records, codes as codes; without name and remark. */
  readonly person: Data
  readonly personPrivate: Data
  readonly mandate: Data
  readonly links: RosterLinks
  /** Titles above the row (第一选区) that gave it a constituency or group; absent where none did. */
  readonly under?: readonly string[]
  /** Lines for the remark of each record: the 备注 column, and words that could not be stored where they belong. */
  readonly remarks: {
    readonly person: readonly RemarkLine[]
    readonly personPrivate: readonly RemarkLine[]
    readonly mandate: readonly RemarkLine[]
  }
  /** Keys (`person.sex`) taken from the ID because the cell was empty: they never replace anything. */
  readonly derived: readonly string[]
  /** The other month that a numeric 1978.1 may be, where no ID decided. */
  readonly birthOtherwise?: string
  /** 待核; those of person_private are kept with the person. */
  readonly doubts: { readonly person: readonly Doubt[]; readonly mandate: readonly Doubt[] }
  readonly warnings: readonly RosterWarning[]
  /** Not empty: the row is not imported. */
  readonly errors: readonly RosterError[]
}
