/** Puts the parts of an open store together. */
import { randomBytes } from 'node:crypto'
import { idFrom } from '../../shared/exchange/ids'
import { titleOf } from '../../shared/records'
import { ok, type ErrorCode } from '../../shared/result'
import { backupsOf } from './backup'
import { binOf } from './bin'
import { commit } from './commit'
import { referrersOf } from './commit-delete'
import { countyFirst } from './county-first'
import { resolve, write, type Core, type Pending } from './core'
import type { Db } from './db'
import { examine } from './doctor/examine'
import { declared, uidByKey } from './door'
import { draftsOf } from './drafts'
import { dumpLines } from './dump'
import { auditOf } from './audit'
import { eventsOf } from './events'
import { exchangeStoreOf } from './exchange-tables'
import { factsCacheOf } from './facts-cache'
import { figureCacheOf } from './figure-cache'
import { listsOf } from './list'
import type { Lock } from './lock'
import { sqlLookup } from './lookup'
import { putStored, storedVersion } from './merge'
import { momentOf } from './moment'
import { readHeads, readHistory, readRecord } from './read-record'
import { rebuild } from './rebuild'
import { recode } from './recode'
import { readRedirects, settleRedirects } from './redirects'
import { settleSearch } from './search-index'
import { searchAll } from './search-query'
import { renewSearch } from './search-renewal'
import { settingsOf } from './settings'
import { storeFailure } from './failure'
import type { Changed, DeviceIdentity, OfficeIdentity, Store } from './store'
import { inOneGo } from './steps'
import { together } from './together'
import { townsOf } from './towns'
import { idOf } from './version-codec'

const faultsOfDisk: ReadonlySet<ErrorCode> = new Set<ErrorCode>(['disk-full', 'io-error', 'read-only'])

export interface LiveOptions {
  readonly dir: string
  readonly db: Db
  readonly key: Buffer
  readonly lock: Lock | null
  readonly now: () => Date
  /** Ids of versions and records; random but in tests. */
  readonly ids?: () => string
}

export function liveStore(options: LiveOptions): Store {
  const { dir, db, now } = options
  const moment = momentOf(db)
  const settings = settingsOf(db)
  let office = settings.get<OfficeIdentity>('office', { role: 'town', code: '', name: '' })
  const listeners = new Set<(changed: Changed) => void>()
  const towns = townsOf(db)

  const settle = (pending: Pending): void => {
    if (pending.redirects) settleRedirects(core, pending)
    settleSearch(core, pending)
    towns.count(new Set([...pending.touched.values()].map((one) => one.org)))
    // Kept beside the versions, so that opening need not look for the greatest of them.
    if (pending.touched.size > 0) settings.set('clock', core.clock)
  }
  const publish = (pending: Pending): void => {
    facts.renew(pending.touched, pending.redirects)
    lists.forget()
    const touched = [...pending.touched]
    const changed: Changed = {
      types: [...new Set(touched.map(([, one]) => one.type))].sort(), ids: touched.map(([id]) => id), orgs: [...new Set(touched.map(([, one]) => one.org))].sort(),
    }
    for (const listener of listeners) listener(changed)
  }
  const core: Core = {
    db, now, newId: options.ids ?? (() => idFrom(randomBytes(16))), org: office.code, redirects: readRedirects({ db }), clock: settings.get('clock', 0),
    pending: null, near: null, settle, publish, reset: () => { core.redirects = readRedirects(core) }, read: (uid) => readRecord(core, uid),
  }
  const facts = factsCacheOf(core)
  const lists = listsOf(core)
  const exchange = exchangeStoreOf(core)
  const makeAgain = (): void => {
    rebuild(core)
    facts.clear()
    lists.forget()
  }

  // A full or failing disk must not keep anybody from closing: the copy only saves time.
  const keep = (): void => {
    try {
      if (options.lock) facts.keep()
    } catch (error) {
      if (!faultsOfDisk.has(storeFailure(error).code)) throw error
    }
  }

  return {
    dir, now, settings,
    get office() { return office },
    // Read each time: the letter of a second computer comes with the county's certificate, while the store is open.
    get device() { return settings.get<DeviceIdentity>('device', { id: '', letter: '' }) },
    drafts: draftsOf(db, now), events: eventsOf(db, now), audit: auditOf(db), exchange, figures: figureCacheOf(db, (org) => towns.changes(org)),
    moment,
    get key() { return Uint8Array.from(options.key) },
    letGo: () => { db.raw.pragma('shrink_memory') },
    backups: backupsOf({ dir, db, key: options.key, now, get office() { return office }, settings }),

    get: core.read,
    getMany: (ids) => ids.map(core.read).filter((rec) => rec !== null),
    resolve: (id) => resolve(core, id),
    title: (id) => {
      const rec = core.read(resolve(core, id))
      return rec ? titleOf(rec, sqlLookup(core)) : ''
    },
    versionOf: (id) => {
      const bytes = db.value<Buffer>('SELECT version_id FROM head WHERE uid = ?', id)
      return bytes ? idOf(bytes) : null
    },
    history: (id) => readHistory(core, id),
    heads: (id) => readHeads(core, id),
    conflicts: (org) => db.column<string>('SELECT uid FROM head WHERE conflict = 1 AND org = ifnull(?, org) ORDER BY type, uid', org ?? null),
    list: (type, query = {}) => lists.list(type, query),
    search: (text, limit) => searchAll(core, text, limit),
    deletedList: (query = {}) => binOf(core, query),
    uidOf: (type, data, org) => uidByKey(core, declared(type), data, org ?? core.org),
    referrers: (id) => referrersOf(core, resolve(core, id)),
    lookup: () => core.near ?? sqlLookup(core),
    facts: (orgs) => facts.facts(orgs),
    townCodes: () => towns.codes(),
    towns: () => towns.list(),
    changes: (org) => towns.changes(org ?? ''),
    counts: (org) => Object.fromEntries((db.sql(
      `SELECT h.type AS type, count(*) AS n FROM head h WHERE h.deleted = 0 AND h.org = ifnull(?, h.org) AND NOT EXISTS (SELECT 1 FROM redirect r WHERE r.from_uid = h.uid) GROUP BY h.type ORDER BY h.type`,
    ).all(org ?? null) as { type: string; n: number }[]).map((row) => [row.type, row.n])),
    newestClock: () => core.clock,
    dump: () => dumpLines(core),

    commit: (actor, changes) => countyFirst(settings, core.read, changes) ?? commit(core, actor, changes),
    together: (work) => together(core, work),
    putVersions: (versions, { receivedIn }) => putStored(core, function* () { for (const version of versions) yield storedVersion(version) }(), receivedIn),
    subscribe: (listener) => {
      listeners.add(listener)
      return () => { listeners.delete(listener) }
    },
    rebuild: makeAgain,
    renewSearch: (limit) => renewSearch(core, settings, limit),
    recode: (to, name) => {
      const names = write(core, () => {
        const made = recode(core, { from: office.code, to, name })
        settings.set('office', { ...office, code: to, name } satisfies OfficeIdentity)
        return made
      })
      office = { ...office, code: to, name }
      core.org = to
      facts.clear()
      lists.forget()
      return names
    },
    examination: function* () { return ok(yield* examine(core, false)) },
    isSound: () => db.raw.pragma('quick_check', { simple: true }) === 'ok',
    doctor: ({ fix = false } = {}) => {
      const report = inOneGo(examine(core, fix))
      if (fix) {
        facts.clear()
        lists.forget()
      }
      return report
    },
    keep,
    close: () => {
      try {
        if (db.raw.open) keep()
      } finally {
        if (db.raw.open) db.raw.close()
        options.lock?.release()
      }
    },
  }
}
