/** Where the lines of one package wait, and the place in memory: an ordinary package has some twenty megabytes. */
import type { Version, VersionMeta } from '../../shared/exchange/version'
import { idToBytes, parseData, type HeldHead } from './version-codec'
import type { StoredVersion } from './exchange-store'

/** A version line that came, with its canonical values. */
export interface StageLine {
  readonly line: number
  readonly version: Version
  readonly text: string | null
}

export interface StageError {
  readonly line: number
  readonly type: string
  readonly uid: string
  readonly code: string
  readonly field: string | null
}

/** A staged version, as the preview looks at it. */
export interface StagedHead {
  readonly uid: string
  readonly type: string
  readonly org: string
  readonly sv: number
  readonly held: HeldHead
}

/** A staged attachment: the line it stands in, and whom it says that it belongs to. */
export interface StagedFile {
  readonly n: number
  readonly owner: unknown
  readonly sha256: unknown
}

export interface Stage {
  add(lines: readonly StageLine[]): void
  addError(error: StageError): void
  errors(): readonly StageError[]
  /** In the order of their lines; refused ones are left out, here and below. */
  versions(): Generator<StoredVersion>
  /** By type and record, those of one record in the order of their lines. */
  sorted(): Iterable<StagedHead>
  types(): readonly string[]
  files(): readonly StagedFile[]
  /** Types of these records as their lines name them, refused ones too. */
  typesOf(uids: readonly string[]): ReadonlyMap<string, string>
  /** The lines that versions of these ids stand in. */
  linesOf(ids: readonly string[]): ReadonlyMap<string, number>
  /** Makes errors of all lines of a type. */
  refuseType(type: string): void
  /** Makes an error of an attachment, because of its owner. */
  refuseFile(n: number): void
  drop(): void
}

/** Characters that the ids, hashes and names of a line come to. */
const aLine = 300

const byRecord = (a: VersionMeta, b: VersionMeta): number => (a.type < b.type ? -1 : a.type > b.type ? 1 : a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0)

/** Lines in memory: nothing is encrypted, written and read again for them, and the backup before the import does not carry them. */
export class NearStage implements Stage {
  #lines: StageLine[] = []
  #errors: StageError[] = []
  /** Characters, about. */
  size = 0

  get lines(): readonly StageLine[] {
    return this.#lines
  }

  add(lines: readonly StageLine[]): void {
    for (const one of lines) {
      // Of the values only their text is kept: it is what is stored, and a third of the parsed form.
      this.#lines.push({ line: one.line, version: { ...one.version, data: null }, text: one.text })
      this.size += aLine + (one.text?.length ?? 0)
    }
  }

  addError(error: StageError): void {
    this.#errors.push(error)
  }

  errors(): readonly StageError[] {
    return [...this.#errors].sort((a, b) => a.line - b.line)
  }

  *versions(): Generator<StoredVersion> {
    for (const { version, text } of this.#lines) yield { meta: version, text }
  }

  *sorted(): Generator<StagedHead> {
    for (const { line, version } of [...this.#lines].sort((a, b) => byRecord(a.version, b.version) || a.line - b.line)) {
      const { uid, type, org, sv, id, op, seen, hlc, dh } = version
      yield { uid, type, org, sv, held: { v: line, id, bytes: idToBytes(id), op, seen, hlc, dh } }
    }
  }

  types(): readonly string[] {
    return [...new Set(this.#lines.map(({ version }) => version.type))]
  }

  files(): readonly StagedFile[] {
    return this.#lines.flatMap(({ line, version, text }) => {
      const data = version.type === 'file' ? parseData(text) : null
      return data === null ? [] : [{ n: line, owner: data['owner'], sha256: data['sha256'] }]
    })
  }

  typesOf(uids: readonly string[]): ReadonlyMap<string, string> {
    const asked = new Set(uids)
    return new Map([...this.#errors, ...this.#lines.map(({ version }) => version)].flatMap(({ uid, type }) => (asked.has(uid) ? [[uid, type] as const] : [])))
  }

  linesOf(ids: readonly string[]): ReadonlyMap<string, number> {
    const asked = new Set(ids)
    return new Map(this.#lines.flatMap(({ line, version: { id } }) => (asked.has(id) ? [[id, line] as const] : [])))
  }

  refuseType(type: string): void {
    this.#refuse(({ version }) => version.type === type, 'type')
  }

  refuseFile(n: number): void {
    this.#refuse(({ line }) => line === n, 'owner')
  }

  #refuse(which: (line: StageLine) => boolean, field: string): void {
    for (const { line, version } of this.#lines.filter(which)) this.addError({ line, type: version.type, uid: version.uid, code: 'bad-input', field })
    this.#lines = this.#lines.filter((one) => !which(one))
  }

  drop(): void {
    this.#lines = []
    this.#errors = []
    this.size = 0
  }
}
