import type { Data, Value } from '../fields'
import type { RosterError, RosterWarning } from './issue'
import type { RosterLinks } from './roster-row'

export interface PlanChange {
  readonly record: 'person' | 'person_private' | 'mandate' | 'link'
  readonly field: string
  readonly label: string
  readonly from: Value | undefined
  readonly to: Value
}

/** What to write: for a new person all fields, for a known one only those that change, to be laid over what is there. */
export interface PlanSet {
  /** With `name`, `former_names`, `remark` and the whole list of `doubts` where they change. */
  readonly person: Data
  readonly personPrivate: Data
  readonly mandate: Data
}

export interface PlanRow {
  /** The sheet's row, 1-based. */
  readonly row: number
  readonly name: string
  readonly outcome: 'new' | 'changed' | 'same' | 'wrong'
  /** Something about the row wants a person's eye: it has doubts, or nobody can say who it is. */
  readonly doubtful: boolean
  /** The person of the store; absent for a new one. */
  readonly personId?: string
  /** The mandate of the store; absent where one is to be made. */
  readonly mandateId?: string
  /** A mandate is to be made: for a new person, and for one without a mandate of this term. */
  readonly newMandate: boolean
  /** The earlier row of this file that is the same person; this one brings nothing. */
  readonly repeats?: number
  /** Ids of the people whom the row may be, if the name alone could not say. */
  readonly candidates?: readonly string[]
  readonly set: PlanSet
  /** Only what differs from what the person has. */
  readonly links: RosterLinks
  readonly changes: readonly PlanChange[]
  readonly warnings: readonly RosterWarning[]
  readonly errors: readonly RosterError[]
}

export type PreviewState = 'new' | 'changed' | 'same' | 'doubtful' | 'wrong'

/** The one word of the preview: a row that changes nothing is the same, whatever was doubtful about it once. */
export function previewState(row: PlanRow): PreviewState {
  return row.doubtful && (row.outcome === 'new' || row.outcome === 'changed') ? 'doubtful' : row.outcome
}
