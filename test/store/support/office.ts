/** A town's or county's real store in a temporary folder, closed and removed when the test ends. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Data } from '../../../shared/fields'
import type { Rec } from '../../../shared/record'
import type { Change, CommitDone } from '../../../electron/store/change'
import { dataOf } from '../../../electron/store/change'
import { createStore, openStore } from '../../../electron/store/open'
import type { Store } from '../../../electron/store/store'

// One thousandth of a second instead of one: the tests are not about guessing passwords.
process.env['ZHEN_SCRYPT_N'] ??= '1024'

export const password = '青石镇人大2026'
export const at = '2026-03-02T09:00:00+08:00'
export const actor = { by: '主席', at }

export function folder(): string {
  const dir = mkdtempSync(join(tmpdir(), 'zhen-store-'))
  onTestFinished(() => { rmSync(dir, { recursive: true, force: true }) })
  return dir
}

export interface Office {
  readonly dir: string
  store: Store
  /** Saves a record and returns it; throws what the door refuses. */
  put(type: string, data: Data, more?: Partial<Extract<Change, { op: 'put' }>>): Rec
  /** Changes fields of a saved record. */
  set(id: string, fields: Data): Rec
  commit(...changes: readonly Change[]): CommitDone
  /** Closes and opens again. */
  reopen(): Store
}

export interface OfficeOptions {
  readonly role?: 'town' | 'county'
  readonly code?: string
  readonly now?: () => Date
}

/** A clock that starts on a Monday morning and moves a second at every look. */
export function movingClock(start = at): () => Date {
  let time = Date.parse(start)
  return () => new Date((time += 1000))
}

export function office(options: OfficeOptions = {}): Office {
  const dir = folder()
  const now = options.now ?? movingClock()
  const made = createStore(dir, { password, office: { role: options.role ?? 'town', code: options.code ?? '511321101', name: '青石镇' }, now })
  if (!made.ok) throw new Error(`no store: ${JSON.stringify(made)}`)
  const self: Office = {
    dir, store: made.value,
    commit: (...changes) => {
      const done = self.store.commit(actor, changes)
      if (!done.ok) throw new Error(JSON.stringify(done))
      return done.value
    },
    put: (type, data, more = {}) => {
      const rec = self.commit({ op: 'put', type, data, ...more }).recs[0]
      if (!rec) throw new Error('nothing saved')
      return rec
    },
    set: (id, fields) => {
      const rec = self.store.get(id)
      if (!rec) throw new Error(`no record ${id}`)
      return self.put(rec.type, { ...dataOf(rec), ...fields }, { uid: id, base: rec.version })
    },
    reopen: () => {
      self.store.close()
      const opened = openStore(dir, { password, now })
      if (!opened.ok) throw new Error(JSON.stringify(opened))
      self.store = opened.value
      return self.store
    },
  }
  onTestFinished(() => { self.store.close() })
  return self
}
