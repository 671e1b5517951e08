/**
 * Names the faults of disk and database: a full disk, a read-only folder and a damaged file look alike to a person unless they are told
 * apart here. Nothing is ever deleted because of an error.
 */
import { fail, type ErrorCode, type Failure } from '../../shared/result'

/** A failure on its way out of a transaction, which rolls back because it is thrown. */
export class Refused extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.name = 'Refused'
    this.failure = failure
  }
}

const byCode: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_IOERR_WRITE_NOSPC', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['EDQUOT', 'disk-full'],
  ['SQLITE_READONLY', 'read-only'],
  ['SQLITE_PERM', 'read-only'],
  ['SQLITE_AUTH', 'read-only'],
  ['EROFS', 'read-only'],
  ['EACCES', 'read-only'],
  ['EPERM', 'read-only'],
  ['SQLITE_BUSY', 'in-use'],
  ['SQLITE_LOCKED', 'in-use'],
  ['SQLITE_NOTADB', 'damaged'],
  ['SQLITE_CORRUPT', 'damaged'],
  ['SQLITE_FORMAT', 'damaged'],
  ['SQLITE_PROTOCOL', 'in-use'],
  ['SQLITE_CANTOPEN', 'io-error'],
  ['SQLITE_IOERR', 'io-error'],
  ['SQLITE_NOMEM', 'io-error'],
  ['SQLITE_NOLFS', 'io-error'],
  ['SQLITE_INTERRUPT', 'io-error'],
  ['SQLITE_ABORT', 'io-error'],
  ['SQLITE_SCHEMA', 'io-error'],
  ['SQLITE_TOOBIG', 'too-big'],
  ['ENOMEDIUM', 'stick-removed'],
  ['ENOENT', 'file-not-found'],
  ['ELOOP', 'file-not-found'],
  ['EIO', 'io-error'],
  ['EBUSY', 'in-use'],
  ['EISDIR', 'io-error'],
  ['ENOTDIR', 'not-a-folder'],
  ['EEXIST', 'not-a-folder'],
  ['ENOTEMPTY', 'not-a-folder'],
  ['ENAMETOOLONG', 'too-long'],
  ['ERR_INVALID_ARG_VALUE', 'bad-input'],
  ['EINVAL', 'bad-input'],
  ['ELOOP', 'bad-input'],
  ['ETXTBSY', 'in-use'],
  ['ENXIO', 'io-error'],
  ['ENODEV', 'io-error'],
  ['EMFILE', 'io-error'],
  ['ENFILE', 'io-error'],
  ['ENOMEM', 'io-error'],
  ['ESTALE', 'io-error'],
  ['ETIMEDOUT', 'io-error'],
  ['EFBIG', 'too-big'],
  ['ERR_FS_FILE_TOO_LARGE', 'too-big'],
]

const textAt = (error: object, key: string): string => {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : ''
}

/** The failure that an exception stands for; `internal` with the folded detail where it is a fault of the program. */
export function storeFailure(error: unknown): Failure {
  if (error instanceof Refused) return error.failure
  if (typeof error !== 'object' || error === null) return fail('internal', { detail: { what: String(error) } })
  const code = textAt(error, 'code')
  const what = textAt(error, 'message')
  const known = byCode.find(([prefix]) => code.startsWith(prefix))
  if (known) return fail(known[1], { detail: { what, code } })
  return fail('internal', { detail: { what, ...(error instanceof Error && error.stack ? { stack: error.stack } : {}) } })
}
