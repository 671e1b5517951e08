/**
 * An error is a value: a code from one closed union, the field it belongs to and details for the sentence.
 * Words for people live in shared/text by code; nothing anywhere matches a message text.
 */
export const errorCodes = [
  // input
  'bad-input', 'unknown-command', 'unknown-type', 'unknown-field', 'unknown-code', 'unknown-step', 'unknown-indicator', 'required', 'too-long', 'bad-date', 'date-future',
  'date-order', 'bad-number', 'out-of-range', 'negative', 'bad-text', 'bad-ref', 'ref-ambiguous', 'ref-not-found', 'key-fixed', 'status-not-settable',
  'derived-field', 'usage',
  // records
  'not-found', 'not-now', 'changed-elsewhere', 'has-children', 'already-exists', 'already-deleted', 'reason-needed', 'different-person', 'same-record',
  'secret-document',
  // store
  'no-store', 'store-exists', 'wrong-password', 'password-needed', 'locked', 'in-use', 'disk-full', 'read-only', 'io-error', 'damaged', 'newer-version',
  'network-folder', 'no-database', 'not-a-folder', 'not-a-backup', 'wrong-role', 'clock-ahead', 'moved-away',
  // files
  'file-not-found', 'not-a-table', 'file-encrypted', 'file-empty', 'file-too-big', 'no-header', 'unknown-type-of-file', 'file-with-macros', 'file-with-links', 'old-table', 'cell-not-open', 'no-form', 'no-printer', 'print-failed',
  // rules
  'not-holidays', 'not-rules',
  // exchange (exchange.md 7)
  'truncated', 'not-a-package', 'wrong-realm', 'wrong-county', 'wrong-town', 'demo-data', 'needs-upgrade', 'unknown-device', 'device-closed',
  'awaiting-approval', 'bad-seal', 'bad-key', 'already-imported', 'incomplete', 'stick-readonly', 'stick-removed', 'too-big', 'cancelled',
  'not-paired', 'invite-expired', 'bad-code', 'county-first', 'county-keys',
  // last resort: a programming error, shown with the folded detail
  'internal',
] as const

/** The closed union of everything that can go wrong. */
export type ErrorCode = (typeof errorCodes)[number]

/** What an error sentence may need: plain values only, so that it crosses processes and prints as JSON. */
export type Detail = Readonly<Record<string, unknown>>

export interface Failure {
  readonly ok: false
  readonly code: ErrorCode
  /** The key of the field that is wrong, where there is one. */
  readonly field?: string
  readonly detail?: Detail
}

export type Result<T> = { readonly ok: true; readonly value: T } | Failure

/** A success carrying `value`. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value })

/** A failure with its code, and where known the field and the details of its sentence. */
export function fail(code: ErrorCode, more: { readonly field?: string; readonly detail?: Detail } = {}): Failure {
  return { ok: false, code, ...more }
}

/** Something that an action lets pass but says: kebab-case code, the field, the details of its sentence. */
export interface Warning {
  readonly code: string
  readonly field?: string
  readonly detail?: Detail
}

/** Proves at compile time that a union was handled to the end. */
export function assertNever(value: never): never {
  throw new Error(`unhandled: ${JSON.stringify(value)}`)
}
