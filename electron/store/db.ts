/** The connection with its prepared statements. Everything in this folder takes a Db; nothing outside ever sees one. */
import type Database from 'better-sqlite3'

export type Bind = string | number | bigint | Buffer | Uint8Array | null

export interface Statement {
  run(...values: readonly Bind[]): { readonly changes: number; readonly lastInsertRowid: number | bigint }
  get(...values: readonly Bind[]): unknown
  all(...values: readonly Bind[]): unknown[]
  iterate(...values: readonly Bind[]): IterableIterator<unknown>
}

export class Db {
  readonly raw: Database.Database
  readonly #statements = new Map<string, Statement>()

  constructor(raw: Database.Database) {
    this.raw = raw
  }

  /** A statement that is kept: for the fixed texts and the few shapes of lists. */
  sql(text: string): Statement {
    let statement = this.#statements.get(text)
    if (!statement) {
      // Lists come in many shapes; a long day must not keep them all.
      if (this.#statements.size >= 1000) this.#statements.clear()
      const prepared: unknown = this.raw.prepare(text)
      statement = prepared as Statement
      this.#statements.set(text, statement)
    }
    return statement
  }

  /** Rows as lists of their columns, one after the other: for reading very many. */
  lists(text: string, ...values: readonly Bind[]): IterableIterator<unknown> {
    return this.raw.prepare(text).raw().iterate(...values)
  }

  /** A single column of every row. */
  column<T>(text: string, ...values: readonly Bind[]): T[] {
    const rows = this.sql(text).all(...values) as Record<string, T>[]
    return rows.map((row) => Object.values(row)[0] as T)
  }

  /** A single value, undefined where there is no row. */
  value<T>(text: string, ...values: readonly Bind[]): T | undefined {
    const row = this.sql(text).get(...values) as Record<string, T> | undefined
    return row === undefined ? undefined : Object.values(row)[0]
  }

  /** All or nothing. Whatever `work` throws rolls back and goes on to the caller. Joins a transaction that is already open. */
  transaction<T>(work: () => T): T {
    return this.raw.inTransaction ? work() : this.raw.transaction(work).immediate()
  }

  /**
   * As `transaction`, without waiting for the disk: for what may be lost in a power cut. Nothing can be damaged by it; the next full
   * commit brings it to the disk as well.
   */
  passing<T>(work: () => T): T {
    if (this.raw.inTransaction) return work()
    this.raw.pragma('synchronous = NORMAL')
    try {
      return this.transaction(work)
    } finally {
      this.raw.pragma('synchronous = FULL')
    }
  }

  /** A part of an open transaction: what it throws takes back only what it did itself. */
  savepoint<T>(work: () => T): T {
    return this.raw.transaction(work)()
  }
}
