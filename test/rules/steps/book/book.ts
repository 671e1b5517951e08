/**
 * The tables of steps (domain.md A.34) said in sentences: what each step makes of a record, and what it refuses. Written from the tables
 * and the laws, not from the machines: step-book.test.ts runs every row and fails for a step, a needed field, a date or a refusal of a
 * machine that no row names.
 */
import type { Data } from '../../../../shared/fields'
import { World } from '../world'

/** Where a row takes place: twelve deputies in office since 2022, the session of 15 and 16 January 2025, two units. Today is 31 December. */
export interface Place {
  readonly world: World
  readonly term: string
  readonly session: string
  readonly mandates: readonly string[]
  readonly roads: string
  readonly water: string
  /** A recorded vote of the session with these fields. */
  readonly vote: (counted: Data) => string
}

export function place(role: 'town' | 'county' = 'town'): Place {
  const world = new World()
  world.role = role
  const office = world.term(12)
  return { world, ...office, vote: (counted) => world.add('vote', { meeting: office.session, subject: '表决', kind: '1', total: 12, ...counted }) }
}

type Fill = Data | ((at: Place) => Data)

export const filled = (fill: Fill | undefined, at: Place): Data => (typeof fill === 'function' ? fill(at) : (fill ?? {}))

interface Situation {
  readonly step: string
  /** Statuses of the record, the row holds from each. */
  readonly from: string | readonly string[]
  /** On the record before. */
  readonly has?: Fill
  readonly given?: Fill
  /** Records beside, made before the step. */
  readonly beside?: (at: Place, id: string) => void
  /** Where the law or the table says so. */
  readonly source?: string
  readonly role?: 'town' | 'county'
}

export interface Allowed extends Situation {
  readonly says: string
  /** Status afterwards; `same` = as before. */
  readonly then: string
  /** Every warning that the step gives, in its order. */
  readonly warns?: readonly string[]
  /** Fields that this step refuses to do without here; each is left out once. */
  readonly needs?: readonly string[]
  /** Field that dates the event: a future day in it is refused. */
  readonly day?: string
  /** A day in the field too early to be, and the label of the day that it cannot precede. */
  readonly before?: readonly (readonly [field: string, day: string, label: string])[]
}

export interface Refused extends Situation {
  readonly refuses: string
  readonly code: string
  readonly because?: string
  readonly field?: string
}

export interface Chapter {
  readonly type: string
  /** What every record of the chapter has, unless a row says otherwise. */
  readonly has?: Fill
  readonly source: string
  readonly first: string
  readonly rows: readonly (Allowed | Refused)[]
}

export const isRefused = (row: Allowed | Refused): row is Refused => 'refuses' in row

export const fromOf = (row: Situation): readonly string[] => (typeof row.from === 'string' ? [row.from] : row.from)
