/** Makes, finds and opens the store of an office. Every fault has its own code, and nothing is ever deleted because of one. */
import { randomBytes } from 'node:crypto'
import { accessSync, constants, existsSync, renameSync, statfsSync, statSync } from 'node:fs'
import { idFrom } from '../../shared/exchange/ids'
import { schemaStamp } from '../../shared/records/schema'
import { fail, ok, type Failure, type Result } from '../../shared/result'
import { backupsOf } from './backup'
import { connect } from './connection'
import { Db } from './db'
import { storeFailure } from './failure'
import { databaseFiles, databasePath, restoreMarker, storeExists } from './files-of-store'
import { createKeyfile, newKey, readKeyfile, unlockKeyfile } from './keyfile'
import { clearLeftovers } from './leftovers'
import { liveStore } from './live-store'
import { takeLock, type Lock } from './lock'
import { makeFolder } from './make-folder'
import { latest, migrate, schemaOf } from './migrations'
import { checkPlace } from './place'
import { finishRestore } from './restore'
import { noteRenewed } from './search-renewal'
import { settingsOf } from './settings'
import type { DeviceIdentity, OfficeIdentity, Store } from './store'

export { storeExists }

export interface CreateOptions {
  readonly password: string
  readonly office: OfficeIdentity
  /** '' on the first computer of an office, 'B', 'C' … on others. */
  readonly letter?: string
  readonly now: () => Date
  /** Ids of versions and records; random but in tests. */
  readonly ids?: () => string
}

export type OpenOptions = ({ readonly password: string } | { readonly key: Buffer }) & {
  readonly now: () => Date
  /** For looking at a store that another process may have open: no lock, nothing is written or migrated. */
  readonly readonly?: boolean
  readonly ids?: () => string
}

/** Runs `work`; whatever it throws becomes a failure and lets go of the lock. */
function guarded(lock: Lock | null, work: () => Result<Store>): Result<Store> {
  let result: Result<Store>
  try {
    result = work()
  } catch (error) {
    result = storeFailure(error)
  }
  if (!result.ok) lock?.release()
  return result
}

/** Sets up the store of an office in `dir`: `store-exists`, `network-folder`, `in-use`, `disk-full`, `read-only`. */
export function createStore(dir: string, options: CreateOptions): Result<Store> {
  try {
    makeFolder(dir)
    const place = checkPlace(dir, 'new')
    if (!place.ok) return place
  } catch (error) {
    return storeFailure(error)
  }
  if (storeExists(dir)) return fail('store-exists', { detail: { dir } })
  const lock = takeLock(dir, options.now())
  if (!lock.ok) return lock
  return guarded(lock.value, () => {
    // A set-up that was cut off left a database whose key nobody has: put aside, not deleted.
    for (const file of databaseFiles(dir)) if (existsSync(file)) renameSync(file, `${file}.unfinished-${options.now().getTime()}`)
    const key = newKey()
    const db = new Db(connect(databasePath(dir), key, { mustExist: false }))
    migrate(db.raw)
    const device: DeviceIdentity = { id: idFrom(randomBytes(16)), letter: options.letter ?? '' }
    const settings = settingsOf(db)
    settings.set('office', options.office)
    settings.set('device', device)
    noteRenewed(settings)
    createKeyfile(dir, key, options.password)
    return ok(liveStore({ dir, db, key, lock: lock.value, now: options.now, ...(options.ids ? { ids: options.ids } : {}) }))
  })
}

/**
 * Opens the store in `dir`: `no-store`, `wrong-password`, `in-use` (detail.pid), `newer-version`, `damaged`, `network-folder`, `read-only`,
 * `io-error`, `disk-full`; with `readonly` on an older schema `needs-upgrade`. Migrates after a backup where the file is older.
 */
export function openStore(dir: string, options: OpenOptions): Result<Store> {
  const failure = startFailure(dir, { ignoreLock: true })
  if (failure) return failure
  const lock = options.readonly ? ok(null) : takeLock(dir, options.now())
  if (!lock.ok) return atStart(lock)
  return guarded(lock.value, () => {
    if (!options.readonly) {
      finishRestore(dir)
      clearLeftovers(dir)
    }
    const key = 'key' in options ? ok(options.key) : unlockKeyfile(dir, options.password)
    return key.ok ? openWith(dir, key.value, options, lock.value) : key
  })
}

/** Tables as this program reads the versions: an older one read them under other schemas, or did not understand some. */
function madeAgain(store: Store): void {
  store.rebuild()
  store.settings.set('schemas', schemaStamp())
  noteRenewed(store.settings)
}

function openWith(dir: string, key: Buffer, options: OpenOptions, lock: Lock | null): Result<Store> {
  let db: Db
  try {
    db = new Db(connect(databasePath(dir), key, { readonly: options.readonly === true }))
  } catch (error) {
    const failure = storeFailure(error)
    // A key that was handed over may be another store's; one that the password unwrapped fits, so the file itself is broken.
    if (failure.code !== 'damaged') return failure
    return 'key' in options ? fail('wrong-password') : fail('damaged', { detail: { ...failure.detail, part: 'pages' } })
  }
  const refuse = (failure: Failure): Failure => {
    db.raw.close()
    return failure
  }
  const schema = schemaOf(db.raw)
  // A file without a schema is not an old office: whoever took it for one would set up an empty one in its place.
  if (schema === 0) return refuse(fail('damaged', { detail: { part: 'database', what: 'empty' } }))
  if (schema > latest) return refuse(fail('newer-version', { detail: { schema, known: latest } }))
  if (schema < latest && options.readonly) return refuse(fail('needs-upgrade', { detail: { schema, known: latest } }))
  const live = (): Store => liveStore({ dir, db, key, lock, now: options.now, ...(options.ids ? { ids: options.ids } : {}) })
  const settings = settingsOf(db)
  const raised = settings.get('schemas', '') !== schemaStamp()
  if (schema === latest) {
    const store = live()
    if (raised && !options.readonly) madeAgain(store)
    return ok(store)
  }
  const office = settings.get<OfficeIdentity>('office', { role: 'town', code: '', name: '' })
  const backup = backupsOf({ dir, db, key, now: options.now, office, settings }).make('migration')
  if (!backup.ok) return refuse(backup)
  try {
    // Schema and rows in one transaction: cut off between the two, the next start would take the old rows for the new ones.
    return ok(db.transaction(() => {
      const { rebuild } = migrate(db.raw)
      const store = live()
      if (rebuild || raised) madeAgain(store)
      return store
    }))
  } catch (error) {
    db.raw.close()
    throw error
  }
}

/** What is wrong with a store before anybody types a password; null = it can be unlocked. */
export function startFailure(dir: string, options: { readonly ignoreLock?: boolean } = {}): Failure | null {
  try {
    if (!existsSync(dir)) return fail('no-store', { detail: { dir } })
    const lock = options.ignoreLock ? ok({ release: () => undefined }) : takeLock(dir, new Date())
    if (!lock.ok) return atStart(lock)
    lock.value.release()
    return standing(dir)
  } catch (error) {
    return atStart(storeFailure(error))
  }
}

/** A disk that is full before anybody typed a word is told in other words than a save that did not fit. */
const atStart = (failure: Failure): Failure => (failure.code === 'disk-full' ? { ...failure, detail: { ...failure.detail, at: 'start' } } : failure)

/** Free bytes below which even reading may fail to write its journal. */
const leastFree = 1024 * 1024

/** Smaller than one page, and so is the log beside it: a power cut or a repair of the disk left only the name. */
const leastFile = 4096

function standing(dir: string): Failure | null {
  // The swap is finished by whoever opens the store.
  if (existsSync(restoreMarker(dir))) return null
  const slots = readKeyfile(dir)
  if (!slots.ok) return slots.code === 'no-store' && existsSync(databasePath(dir)) ? fail('damaged', { detail: { part: 'key' } }) : slots
  if (!existsSync(databasePath(dir))) return fail('damaged', { detail: { part: 'database', what: 'missing' } })
  if (databaseFiles(dir).slice(0, 2).every((file) => !existsSync(file) || statSync(file).size < leastFile)) return fail('damaged', { detail: { part: 'database', what: 'empty' } })
  const place = checkPlace(dir, 'existing')
  if (!place.ok) return place
  accessSync(databasePath(dir), constants.R_OK | constants.W_OK)
  const { bavail, bsize } = statfsSync(dir)
  return bavail * bsize < leastFree ? fail('disk-full', { detail: { at: 'start', free: bavail * bsize } }) : null
}
