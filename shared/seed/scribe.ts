/** What the sample office needs of the world: the one door, the steps, and a look at what is there already. */
import type { Rec } from '../record'

export type Bag = Readonly<Record<string, unknown>>

export interface Scribe {
  /** `YYYY-MM-DD`: nothing of the sample happens later. */
  readonly today: string
  /** Saves a new record; its id. A refusal ends the seeding: sample data must be right. */
  add(type: string, fields: Bag): string
  /** The record that these key fields name, saved if it is not there yet. */
  have(type: string, fields: Bag): string
  /** Sets those of the fields that are still empty. */
  fill(id: string, fields: Bag): void
  set(id: string, fields: Bag): void
  act(step: string, id: string, fields: Bag): void
  /** Living records of a type. */
  all(type: string): readonly Rec[]
  get(id: string): Rec | null
  /** Runs `work` as one transaction. */
  together<T>(work: () => T): T
}
