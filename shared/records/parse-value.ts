/**
 * One value of one field as people, files and programs write it, brought to the form that is stored. Nothing is invented: what cannot
 * be read is an error with the path of the field.
 */
import { codeOf, isLooseWord } from '../codes'
import type { Field, Row, Scalar, Value } from '../fields'
import { parseDateCell } from '../parse/date-cell'
import { parseIdNo } from '../parse/id-no'
import { parseMoney } from '../parse/money'
import { tidyName } from '../parse/name'
import { parsePhone } from '../parse/phone'
import { hasDirections, signsIn, toHalfWidth, withoutDirections } from '../parse/text'
import type { ErrorCode, Warning } from '../result'

export interface FieldError {
  /** Key of the field; items of a list as `members.0.mandate`. */
  readonly field: string
  readonly code: ErrorCode
  readonly detail: Readonly<Record<string, unknown>>
}

/** `value` null = empty. */
export type ParsedValue = { readonly ok: true; readonly value: Value; readonly warnings: readonly Warning[] } | { readonly ok: false; readonly errors: readonly FieldError[] }

const idLength = 64
const controls = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Surrogate}/u
const secrecy = /[绝机秘涉]密/u
const flagWords: Readonly<Record<string, boolean>> = {
  true: true, yes: true, y: true, '1': true, 是: true, 有: true, '√': true, false: false, no: false, n: false, '0': false, 否: false, 无: false, '×': false,
}

/** Whether a raw value says "empty". */
export const isBlank = (raw: unknown): boolean =>
  raw === undefined || raw === null || (typeof raw === 'string' && raw.trim() === '') || (Array.isArray(raw) && raw.length === 0)

const good = (value: Value, warnings: readonly Warning[] = []): ParsedValue => ({ ok: true, value, warnings })

/**
 * Reads `raw` as a value of `field`.
 * @param path key of the field, for errors
 * @param today Asia/Shanghai, `YYYY-MM-DD`: no fact lies after it
 */
export function parseValue(field: Field, raw: unknown, path: string, today: string): ParsedValue {
  const bad = (code: ErrorCode, detail: Readonly<Record<string, unknown>> = {}): ParsedValue =>
    ({ ok: false, errors: [{ field: path, code, detail: { label: field.label, ...detail } }] })
  if (isBlank(raw)) return good(null)
  switch (field.kind) {
    case 'text':
    case 'longText':
      return parseText(field, raw, path, bad)
    case 'date':
    case 'month':
    case 'ym':
      return parseDay(field, field.kind, raw, today, bad)
    case 'int':
      return parseInteger(field, raw, bad)
    case 'money': {
      if (typeof raw === 'number') return Number.isSafeInteger(raw) ? inRange(field, raw, bad) : bad('bad-number', { value: raw })
      if (typeof raw !== 'string') return bad('bad-number')
      const fen = parseMoney(raw, '元')
      return fen.ok ? inRange(field, fen.value, bad) : bad(fen.code, { value: raw })
    }
    case 'flag': {
      const word = typeof raw === 'string' ? flagWords[toHalfWidth(raw).trim().toLowerCase()] : raw === 1 ? true : raw === 0 ? false : raw
      return typeof word === 'boolean' ? good(word) : bad('bad-input', { value: raw })
    }
    case 'choice':
      return parseChoice(field, raw, path, bad)
    case 'ref':
    case 'file':
      return typeof raw === 'string' && isIdLike(field, raw) ? good(raw.trim()) : bad('bad-ref', { value: raw })
    case 'refs':
    case 'files': {
      const ids = Array.isArray(raw) ? raw as readonly unknown[] : [raw]
      if (ids.length > (field.max ?? ids.length)) return bad('too-long', { max: field.max })
      const odd = ids.find((id) => typeof id !== 'string' || !isIdLike(field, id))
      if (odd !== undefined) return bad('bad-ref', { value: odd })
      const once = [...new Set((ids as readonly string[]).map((id) => id.trim()))]
      return good(once, once.length < ids.length && field.kind === 'refs' ? [{ code: 'named-again', field: path, detail: { label: field.label, again: ids.length - once.length } }] : [])
    }
    case 'list':
      return parseRows(field, raw, path, today, bad)
    case 'derived':
      return bad('derived-field')
  }
}

type Bad = (code: ErrorCode, detail?: Readonly<Record<string, unknown>>) => ParsedValue

/** Ids are looked up by the caller; here only what can be none is refused. */
const isIdLike = (field: Field, id: string): boolean =>
  id.trim() !== '' && id.length <= (field.orText ? field.max ?? idLength : idLength) && (field.orText === true || !/\s/u.test(id.trim())) && !controls.test(id)

function parseText(field: Field, raw: unknown, path: string, bad: Bad): ParsedValue {
  if (typeof raw !== 'string' && typeof raw !== 'number') return bad('bad-text', { value: raw })
  const plain = withoutDirections(String(raw).normalize('NFC')).replace(/\r\n?/gu, '\n').trim()
  if (controls.test(plain)) return bad('bad-text', { value: plain, signs: signsIn(plain) })
  const oneLine = field.kind === 'text' ? plain.replace(/\s*\n\s*/gu, ' ').replace(/\t/gu, ' ') : plain
  const value = inForm(field, oneLine)
  if (field.oneOf && !field.oneOf.includes(value)) return bad('unknown-code', { value })
  const length = [...value].length
  if (length > (field.max ?? length)) return bad('too-long', { max: field.max, length })
  return good(value, hasDirections(String(raw)) ? [{ code: 'hidden-signs', field: path, detail: { label: field.label, signs: signsIn(String(raw)) } }] : [])
}

function inForm(field: Field, value: string): string {
  switch (field.form) {
    case 'name': return tidyName(value)
    case 'id-no': return parseIdNo(value).value
    case 'phone': return parsePhone(value).value
    case undefined: return value
  }
}

function parseDay(field: Field, kind: 'date' | 'month' | 'ym', raw: unknown, today: string, bad: Bad): ParsedValue {
  if (typeof raw !== 'string') return bad('bad-date', { value: raw })
  // Two-digit years and serial numbers belong to old rosters, not here: a day of the wrong century would pass unseen.
  const cell = /^\d{4}(\D|\d{2}$|\d{4}$)/u.test(toHalfWidth(raw).trim()) ? parseDateCell(raw) : null
  if (!cell?.ok || cell.value < '1900' || cell.value >= '2101') return bad('bad-date', { value: raw })
  if (kind === 'date' && cell.precision !== 'day') return bad('bad-date', { value: raw })
  const value = kind === 'month' ? cell.value.slice(0, 7) : cell.value
  if (!field.mayBeFuture && value > today.slice(0, value.length)) return bad('date-future', { value, day: value, today })
  return good(value)
}

function parseInteger(field: Field, raw: unknown, bad: Bad): ParsedValue {
  const text = typeof raw === 'string' ? toHalfWidth(raw).replace(/[\s,]/gu, '') : ''
  const value = typeof raw === 'number' ? raw : /^[-+]?\d+$/u.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(value) ? inRange(field, value, bad) : bad('bad-number', { value: raw })
}

function inRange(field: Field, value: number, bad: Bad): ParsedValue {
  const min = field.min ?? 0
  const range = { value, min, ...(field.max === undefined ? {} : { max: field.max }) }
  if (value < min) return bad(value < 0 ? 'negative' : 'out-of-range', range)
  return field.max !== undefined && value > field.max ? bad('out-of-range', range) : good(value === 0 ? 0 : value)
}

function parseChoice(field: Field, raw: unknown, path: string, bad: Bad): ParsedValue {
  if ((typeof raw !== 'string' && typeof raw !== 'number') || !field.codes) return bad('unknown-code', { value: raw })
  const word = String(raw)
  const code = codeOf(field.codes, word)
  if (code !== null) return good(code, isLooseWord(field.codes, word) ? [{ code: 'loose-word', field: path, detail: { label: field.label, value: word, code } }] : [])
  if (field.refusesSecrets && secrecy.test(word)) return bad('secret-document', { value: word })
  return field.orText ? parseText({ ...field, kind: 'text' }, raw, path, bad) : bad('unknown-code', { value: word, table: field.codes })
}

function parseRows(field: Field, raw: unknown, path: string, today: string, bad: Bad): ParsedValue {
  if (!Array.isArray(raw)) return bad('bad-input', { want: 'list' })
  if (raw.length > (field.max ?? raw.length)) return bad('too-long', { max: field.max })
  const rows: Row[] = []
  const errors: FieldError[] = []
  const warnings: Warning[] = []
  for (const [index, one] of (raw as readonly unknown[]).entries()) {
    const row = parseRow(field, one, `${path}.${index}`, today)
    if (!row.ok) errors.push(...row.errors)
    else {
      warnings.push(...row.warnings)
      if (Object.keys(row.row).length > 0) rows.push(row.row)
    }
  }
  return errors.length > 0 ? { ok: false, errors } : good(rows.length > 0 ? rows : null, warnings)
}

type ParsedRow = { readonly ok: true; readonly row: Row; readonly warnings: readonly Warning[] } | { readonly ok: false; readonly errors: readonly FieldError[] }

/** Computed items of a row that was read, changed and sent back are dropped without a word. */
function parseRow(field: Field, raw: unknown, path: string, today: string): ParsedRow {
  const items = field.items ?? {}
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { ok: false, errors: [{ field: path, code: 'bad-input', detail: { label: field.label, want: 'row' } }] }
  const row: [string, Scalar][] = []
  const errors: FieldError[] = []
  const warnings: Warning[] = []
  for (const [key, value] of Object.entries(raw)) {
    const item = Object.hasOwn(items, key) ? items[key] : undefined
    if (!item) errors.push({ field: `${path}.${key}`, code: 'unknown-field', detail: { label: field.label, key } })
    else if (item.kind !== 'derived') {
      const parsed = parseValue(item, value, `${path}.${key}`, today)
      if (!parsed.ok) errors.push(...parsed.errors)
      else {
        warnings.push(...parsed.warnings)
        if (parsed.value !== null && typeof parsed.value !== 'object') row.push([key, parsed.value])
      }
    }
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, row: Object.fromEntries(row), warnings }
}
