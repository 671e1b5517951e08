/**
 * Reads one line of a package. Nothing of a line is believed: shapes, limits, hashes and the canonical form are checked here, so that
 * whatever comes out may be stored as it is. A line that fails is an error of that record alone.
 */
import { fail, ok, type Failure, type Result } from '../result'
import { canonOfParsed, type WireData } from './canon'
import { isId, isUid, type Sha256 } from './ids'
import { limits } from './limits'
import { hashVersion, lineFits, ops, tailOf, versionLine, type Op, type Version } from './version'

/** A line that was read: the version, and the canonical text of its values (null = blanked), ready to be stored. */
export interface ReadVersion {
  readonly version: Version
  readonly text: string | null
}

const keysOfALine = ['at', 'by', 'data', 'dh', 'h', 'hlc', 'id', 'op', 'org', 'seen', 'sv', 'type', 'uid'] as const
type Raw = Readonly<Record<(typeof keysOfALine)[number], unknown>>

const hexHash = /^[0-9a-f]{64}$/
const typeShape = /^[a-z][a-z0-9_]{0,39}$/
const orgShape = /^(\d{6}|\d{9})$/
const timeShape = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?(Z|[+-]\d\d:\d\d)$/
// Control characters have no place in a name that is shown; a lone surrogate is no text.
const hostileInName = /[\p{Cc}\p{Surrogate}]/u

const bad = (field: string, reason: string): Failure => fail('bad-input', { field, detail: { reason } })
const isText = (x: unknown, shape: RegExp): x is string => typeof x === 'string' && shape.test(x)
const isCount = (x: unknown, from: number): x is number => typeof x === 'number' && Number.isSafeInteger(x) && x >= from
const isOp = (x: unknown): x is Op => typeof x === 'string' && (ops as readonly string[]).includes(x)
const isPlain = (x: unknown): x is Readonly<Record<string, unknown>> => typeof x === 'object' && x !== null && !Array.isArray(x)

function json(line: string): Result<Raw> {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    // A SyntaxError's words differ between engines and would carry content into a log.
    return bad('', 'not-json')
  }
  if (!isPlain(value)) return bad('', 'not-an-object')
  if (Object.keys(value).length !== keysOfALine.length || !keysOfALine.every((key) => Object.hasOwn(value, key))) return bad('', 'wrong-keys')
  return ok(value as Raw)
}

function seenOf(x: unknown, own: string): Result<readonly string[]> {
  if (!Array.isArray(x)) return bad('seen', 'not-a-list')
  if (x.length > limits.seen) return bad('seen', 'array-too-long')
  let before = ''
  const ids: string[] = []
  for (const id of x as readonly unknown[]) {
    if (typeof id !== 'string' || !isId(id)) return bad('seen', 'bad-id')
    if (id <= before || id === own) return bad('seen', 'not-sorted')
    ids.push(id)
    before = id
  }
  return ok(ids)
}

function meta(raw: Raw): Result<Omit<Version, 'data'>> {
  const { id, uid, type, org, op, hlc, sv, by, at, dh, h } = raw
  if (typeof id !== 'string' || !isId(id)) return bad('id', 'bad-id')
  if (typeof uid !== 'string' || !isUid(uid)) return bad('uid', 'bad-id')
  if (!isText(type, typeShape)) return bad('type', 'bad-shape')
  if (!isText(org, orgShape)) return bad('org', 'bad-shape')
  if (!isOp(op)) return bad('op', 'bad-shape')
  if (!isCount(hlc, 1)) return bad('hlc', 'not-an-integer')
  if (!isCount(sv, 1)) return bad('sv', 'not-an-integer')
  if (typeof by !== 'string' || by.length > limits.by || hostileInName.test(by) || by.normalize('NFC') !== by) return bad('by', 'bad-shape')
  if (!isText(at, timeShape)) return bad('at', 'bad-shape')
  if (!isText(dh, hexHash)) return bad('dh', 'bad-shape')
  if (!isText(h, hexHash)) return bad('h', 'bad-shape')
  const seen = seenOf(raw.seen, id)
  return seen.ok ? ok({ id, uid, type, org, op, seen: seen.value, hlc, sv, by, at, dh, h }) : seen
}

/**
 * Reads one line (without its line end). `bad-input` = no version (field and reason), `too-big` = longer than 1 MiB, `damaged` = a hash
 * does not fit the content. A line that is not in canonical form is refused: two ways to write one version would be two meanings.
 */
export function parseVersion(line: string, sha256: Sha256): Result<ReadVersion> {
  if (!lineFits(line)) return fail('too-big', { detail: { limit: limits.line } })
  const raw = json(line)
  if (!raw.ok) return raw
  const head = meta(raw.value)
  if (!head.ok) return head
  let data: WireData | null = null
  let text: string | null = null
  if (raw.value.data !== null) {
    if (!isPlain(raw.value.data)) return bad('data', 'not-an-object')
    const canonical = canonOfParsed(raw.value.data, 2)
    if (typeof canonical !== 'string') return bad(canonical.path === '' ? 'data' : `data.${canonical.path}`, canonical.reason)
    if (sha256(canonical) !== head.value.dh) return fail('damaged', { field: 'dh', detail: { part: 'line' } })
    text = canonical
    data = raw.value.data as WireData
  } else if (head.value.op === 'erase') {
    return bad('data', 'not-an-object')
  }
  const tail = tailOf(head.value)
  if (hashVersion(head.value, sha256, tail) !== head.value.h) return fail('damaged', { field: 'h', detail: { part: 'line' } })
  if (versionLine(head.value, text, tail) !== line) return bad('', 'not-canonical')
  return ok({ version: { ...head.value, data }, text })
}
