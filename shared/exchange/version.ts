/**
 * A version is one state of one record: a random id, the ids of every earlier version of that record that its author had, and the values.
 * It is never changed afterwards, except that an erasure blanks its values: `h` covers the hash of the values and not the values
 * themselves, so that a blanked version can still be checked and counted.
 */
import type { Data } from '../fields'
import { fail, ok, type Result } from '../result'
import { canon, canonOrFault, tidyData, type WireData } from './canon'
import type { Sha256 } from './ids'
import { limits } from './limits'

export const ops = ['put', 'del', 'erase', 'merge'] as const
/**
 * put = the values; del = deleted, the values as they last were with `op_reason`, so that the bin of a computer that starts anew can give
 * them back; merge = this record is the same as another, the values with `op_into` and `op_reason`; erase = the values of every version
 * are blanked for good, data at most `{op_reason}`.
 */
export type Op = (typeof ops)[number]

/** Everything of a version but its values. */
export interface VersionMeta {
  readonly id: string
  readonly uid: string
  readonly type: string
  /** Nine digits of the town, six of the county for its own records. */
  readonly org: string
  readonly op: Op
  /** Ids of all earlier versions of this record that the author had, sorted. */
  readonly seen: readonly string[]
  /** Hybrid clock in milliseconds; orders ties only. */
  readonly hlc: number
  /** Schema version of the type. */
  readonly sv: number
  /** Who wrote it, as people name them; not covered by `h`. */
  readonly by: string
  /** Local time of writing with its offset; not covered by `h`. */
  readonly at: string
  /** SHA-256 of the canonical values, hex. */
  readonly dh: string
  /** SHA-256 of the canonical version without `by`, `at` and the values, hex. */
  readonly h: string
}

export interface Version extends VersionMeta {
  /** null = blanked by an erasure. */
  readonly data: WireData | null
}

/** What an author says; id and clock are given by the store, the hashes follow. */
export interface VersionDraft {
  readonly id: string
  readonly uid: string
  readonly type: string
  readonly org: string
  readonly op: Op
  readonly seen: readonly string[]
  readonly hlc: number
  readonly sv: number
  readonly by: string
  readonly at: string
  readonly data: Data
}

type Hashed = Omit<VersionMeta, 'by' | 'at' | 'dh' | 'h'>

/** Keys in canonical order: the common tail of the text under `h` and of the line, made once where both are wanted. */
export const tailOf = (v: Hashed): string =>
  `"hlc":${v.hlc},"id":"${v.id}","op":"${v.op}","org":"${v.org}","seen":${JSON.stringify(v.seen)},"sv":${v.sv},"type":"${v.type}","uid":"${v.uid}"}`

/** `h` of a version: covers all of it but `by`, `at` and the values, which `dh` stands for. */
export const hashVersion = (v: Hashed & { readonly dh: string }, sha256: Sha256, tail = tailOf(v)): string => sha256(`{"dh":"${v.dh}",${tail}`)

/** The line of a version whose canonical values are at hand as text (null = blanked), as the store keeps them. No line end. */
export function versionLine(v: VersionMeta, dataText: string | null, tail = tailOf(v)): string {
  return `{"at":${JSON.stringify(v.at)},"by":${JSON.stringify(v.by)},"data":${dataText ?? 'null'},"dh":"${v.dh}","h":"${v.h}",${tail}`
}

/** The line of a version. */
export function encodeVersion(v: Version): Result<string> {
  if (v.data === null) return ok(versionLine(v, null))
  const data = canon(v.data, 2)
  return data.ok ? ok(versionLine(v, data.value)) : data
}

const utf8Length = (text: string): number => {
  let bytes = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    // A surrogate pair is four bytes for two units.
    bytes += unit < 0x80 ? 1 : unit < 0x800 ? 2 : unit >= 0xd800 && unit <= 0xdfff ? 2 : 3
  }
  return bytes
}

/** Whether a line fits: `limits.line` bytes of UTF-8. */
export const lineFits = (line: string): boolean => line.length * 3 <= limits.line || utf8Length(line) <= limits.line

/**
 * Makes the version that a commit stores: text in NFC, empty fields absent, `seen` sorted and without doubles, hashes computed.
 * `bad-text` = a value has no canonical form (field and reason), `too-big` = too many earlier versions or a line above 1 MiB.
 * `text` is the canonical form of the values, which the store keeps.
 */
export function buildVersion(draft: VersionDraft, sha256: Sha256): Result<{ readonly version: Version; readonly text: string }> {
  const data = tidyData(draft.data)
  const text = canonOrFault(data, 2)
  if (typeof text !== 'string') return fail('bad-text', { field: text.path, detail: { reason: text.reason } })
  const seen = [...new Set(draft.seen)].sort()
  if (seen.length > limits.seen) return fail('too-big', { field: 'seen', detail: { limit: limits.seen } })
  const { id, uid, type, org, op, hlc, sv, at } = draft
  const unhashed = { id, uid, type, org, op, seen, hlc, sv, by: draft.by.normalize('NFC'), at, dh: sha256(text) }
  const version: Version = { ...unhashed, data, h: hashVersion(unhashed, sha256) }
  return lineFits(versionLine(version, text)) ? ok({ version, text }) : fail('too-big', { field: 'data', detail: { limit: limits.line } })
}

/** The version with its values blanked, as every node keeps it once the record is erased. */
export const blanked = (v: Version): Version => (v.op === 'erase' ? v : { ...v, data: null })
