/** Work of one piece, in which the store's process hears nothing: who answers questions meanwhile. */

/** What a reader needs to open the file: never written, and gone with its process. */
export interface ReaderOrder {
  readonly key: Uint8Array
  readonly by: string
}

/** Another process over the same file, which only reads (ipc/store-line.ts). */
export interface Reader {
  /** It is wanted soon, and takes a moment to start. */
  call(order: ReaderOrder): void
  aside(aside: boolean): void
  dismiss(): void
}

/** Below this, work is over before a reader would be there. */
const manyRecords = 1000

export class Aside {
  readonly #reader: Reader | null
  readonly #order: () => ReaderOrder | null
  /** What a reader was called for. */
  readonly #wanted = new Set<string>()

  /** Without a reader, where nobody would ask meanwhile, work is done and nothing else. `order` = null while the office is locked. */
  constructor(reader: Reader | null, order: () => ReaderOrder | null) {
    this.#reader = reader
    this.#order = order
  }

  /** A reader is started ahead of the work, so that it is there when the work begins; `why` = whose it is. */
  call(why: string): void {
    const order = this.#reader ? this.#order() : null
    if (order === null) return
    this.#wanted.add(why)
    this.#reader?.call(order)
  }

  dismiss(why: string): void {
    if (this.#wanted.delete(why) && this.#wanted.size === 0) this.#reader?.dismiss()
  }

  /** Nobody reads beside a store that is closed. */
  dismissAll(): void {
    if (this.#wanted.size > 0) this.#reader?.dismiss()
    this.#wanted.clear()
  }

  /** Runs the work; a reader that was called answers meanwhile. */
  during<T>(work: () => T): T {
    this.#reader?.aside(true)
    try {
      return work()
    } finally {
      this.#reader?.aside(false)
    }
  }

  /** The same for work on so many records, where nobody could be called ahead: the reader begins with it. */
  ofMany<T>(records: number, work: () => T): T {
    if (records < manyRecords) return work()
    this.call('work')
    try {
      return this.during(work)
    } finally {
      this.dismiss('work')
    }
  }
}
