/** What is wrong with one line of many: the others go in. */
import type { ErrorCode, Failure } from '../result'
import { briefDetail } from './brief'

export interface LineError {
  readonly line: number
  readonly field?: string
  readonly code: ErrorCode
  readonly detail?: Readonly<Record<string, unknown>>
}

/** The failure of one line, without what only a single save needs. */
export function lineError(line: number, failure: Failure): LineError {
  const { index: _index, ...detail } = failure.detail ?? {}
  return { line, code: failure.code, ...(failure.field === undefined ? {} : { field: failure.field }), ...(Object.keys(detail).length > 0 ? { detail: briefDetail(detail) } : {}) }
}
