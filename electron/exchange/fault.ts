/**
 * Streams can only fail by throwing. Inside this folder a failure with a code is thrown as an ExchangeFault and turned back into a value
 * at the edge of every exported function; anything else that is thrown is a programming error and goes on.
 */
import { fail, type Detail, type ErrorCode, type Failure, type Result } from '../../shared/result'

export class ExchangeFault extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

/** A fault to throw inside a stream. */
export const fault = (code: ErrorCode, detail?: Detail): ExchangeFault => new ExchangeFault(fail(code, detail === undefined ? {} : { detail }))

const codeOfErrno: Readonly<Record<string, ErrorCode>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EIO: 'io-error',
  ENXIO: 'io-error',
  ENODEV: 'io-error',
  EBUSY: 'in-use',
  ENOMEDIUM: 'stick-removed',
  ENOENT: 'file-not-found',
  EISDIR: 'file-not-found',
  ELOOP: 'file-not-found',
}

/** The errno name of a system error, or null. */
export function errnoOf(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && /^E[A-Z0-9]+$/.test(error.code) ? error.code : null
}

/** The failure that an error stands for; null when it is a programming error. */
export function failureOf(error: unknown): Failure | null {
  if (error instanceof ExchangeFault) return error.failure
  if (error instanceof Error && error.name === 'AbortError') return fail('cancelled')
  const errno = errnoOf(error)
  const code = errno === null ? undefined : codeOfErrno[errno]
  return code === undefined ? null : fail(code, { detail: { errno } })
}

/** Runs `work` and gives its result, or the failure that it threw. */
export async function settle<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    const failure = failureOf(error)
    if (failure === null) throw error
    return failure
  }
}

/** Throws the failure of a result, for use inside streams. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new ExchangeFault(result)
}

/** Throws `cancelled` once the signal is aborted. */
export function checkCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted === true) throw fault('cancelled')
}
