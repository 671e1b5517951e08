import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { WireData } from '../../shared/exchange/canon'
import type { Rec } from '../../shared/record'
import { connect } from '../../electron/store/connection'
import { databasePath } from '../../electron/store/files-of-store'
import { unlockKeyfile } from '../../electron/store/keyfile'
import { pack, unpack } from '../../electron/store/packed-records'
import { office, password, type Office } from './support/office'

interface Copy { readonly records: readonly (Rec & { readonly fields: Record<string, unknown> })[] }

const people = 1200

/** A town of many people whose facts were read, closed with a copy of them. */
function town(): { readonly office: Office; readonly ids: readonly string[] } {
  const made = office()
  const done = made.commit(...Array.from({ length: people }, (_, n) => ({ op: 'put' as const, type: 'person', data: { name: `张${String(n)}` } })))
  made.store.facts()
  made.reopen()
  return { office: made, ids: done.recs.map((rec) => rec.id) }
}

/** What stands in the file while nobody has it open. */
function inFile<T>(of: Office, look: (raw: ReturnType<typeof connect>) => T): T {
  of.store.close()
  const key = unlockKeyfile(of.dir, password)
  if (!key.ok) throw new Error(key.code)
  const raw = connect(databasePath(of.dir), key.value)
  try {
    return look(raw)
  } finally {
    raw.close()
    of.reopen()
  }
}

const copies = (of: Office): number => inFile(of, (raw) => (raw.prepare(`SELECT count(*) AS n FROM figure WHERE key = 'records'`).get() as { n: number }).n)
const byId = (a: Rec, b: Rec): number => (a.id < b.id ? -1 : 1)
const told = (of: Office): readonly Rec[] => [...of.store.facts().all('person')].sort(byId)
const truth = (of: Office, ids: readonly string[]): readonly Rec[] => of.store.getMany(ids).filter((rec) => !rec.deleted && of.store.resolve(rec.id) === rec.id).sort(byId)

test('a town that is opened again reads its records from one copy, and what was written later from its versions', () => {
  const { office: made, ids } = town()
  inFile(made, (raw) => {
    const row = raw.prepare(`SELECT value FROM figure WHERE key = 'records'`).get() as { value: Buffer }
    const copy = unpack(row.value.subarray(1)) as Copy
    const [first] = copy.records
    if (first) first.fields['name'] = '抄件里的名字'
    raw.prepare(`UPDATE figure SET value = ? WHERE key = 'records'`).run(Buffer.concat([row.value.subarray(0, 1), pack(copy)]))
  })
  expect(told(made).filter((rec) => rec.fields['name'] === '抄件里的名字')).toHaveLength(1)
  const fresh = made.put('person', { name: '李秀英' })
  made.reopen()
  expect(made.store.facts().get(fresh.id)).toEqual(fresh)
  expect(ids).toHaveLength(people)
})

test('after edits, deletions, restorations and merges the opened town says the same as its records', () => {
  const { office: made, ids } = town()
  const at = (n: number): string => ids[n] ?? ''
  const [, once, single] = [0, 1, 2].map((n) => made.store.get(at(n))?.version ?? '')
  const steps: readonly (() => void)[] = [
    () => { made.set(at(0), { post: '会计' }) },
    () => { made.commit({ op: 'del', uid: at(1), reason: '录错' }) },
    () => { made.commit({ op: 'revert', uid: at(1), to: once ?? '' }) },
    () => { made.commit({ op: 'merge', from: at(2), into: at(3), reason: '重复' }) },
    () => { made.commit({ op: 'del', uid: at(3), reason: '录错' }) },
    () => { made.commit({ op: 'revert', uid: at(2), to: single ?? '' }) },
    () => { made.commit({ op: 'erase', uid: at(4) }) },
    () => { made.store.rebuild() },
  ]
  for (const step of steps) {
    made.store.facts()
    step()
    const now = told(made)
    made.reopen()
    expect(told(made)).toEqual(truth(made, ids))
    expect(told(made)).toEqual(now)
  }
})

test('an erased record is in no copy, and a copy that cannot be read is left alone', () => {
  const { office: made, ids } = town()
  expect(copies(made)).toBe(1)
  made.commit({ op: 'erase', uid: ids[5] ?? '' })
  expect(copies(made)).toBe(0)
  expect(told(made)).toEqual(truth(made, ids))
  made.reopen()
  inFile(made, (raw) => { raw.prepare(`UPDATE figure SET value = ? WHERE key = 'records'`).run(Buffer.from('not a copy')) })
  expect(told(made)).toHaveLength(people - 1)
})

test('a copy that an earlier version of the program left is not read, and the next closing makes one that is', () => {
  const { office: made } = town()
  const old = Buffer.concat([Buffer.from([2]), pack({ redirects: [], records: [] })])
  inFile(made, (raw) => { raw.prepare(`UPDATE figure SET value = ? WHERE key = 'records'`).run(old) })
  expect(told(made)).toHaveLength(people)
  made.reopen()
  expect(inFile(made, (raw) => (raw.prepare(`SELECT substr(value, 1, 1) AS shape FROM figure WHERE key = 'records'`).get() as { shape: Buffer }).shape[0])).toBe(3)
  expect(told(made)).toHaveLength(people)
})

/** What the second computer of the town wrote comes in as versions: new people, and changes of those that both have. */
function takeFrom(second: Office, made: Office): void {
  const versions = [...second.store.exchange.headsLacking(made.store.exchange.have())].map(({ meta, text }) => ({ ...meta, data: text === null ? null : (JSON.parse(text) as WireData) }))
  made.store.putVersions(versions, { receivedIn: 'p' })
}

test('whatever is saved, deleted, taken back, merged, taken in and closed in whatever order, what is counted from is what the records say', () => {
  const { office: made, ids: first } = town()
  const second = office()
  takeFrom(made, second)
  const ids = [...first]
  const some = (n: number): string => ids[n % 12] ?? ''
  const living = (uid: string): boolean => made.store.get(uid)?.deleted === false && made.store.resolve(uid) === uid
  const does: readonly ((n: number) => void)[] = [
    (n) => { if (living(some(n))) made.set(some(n), { post: `职务${String(n)}` }) },
    (n) => { if (living(some(n))) made.commit({ op: 'del', uid: some(n), reason: '录错' }) },
    (n) => { const before = made.store.history(some(n)).at(-1); if (before) made.commit({ op: 'revert', uid: some(n), to: before.id }) },
    (n) => { if (living(some(n)) && living(some(n + 1))) made.commit({ op: 'merge', from: some(n), into: some(n + 1), reason: '重复' }) },
    (n) => { ids.push(second.put('person', { name: `王${String(n)}` }).id); takeFrom(second, made) },
    (n) => { if (second.store.get(some(n))?.deleted === false) second.set(some(n), { post: `那边${String(n)}` }); takeFrom(second, made) },
    () => { made.reopen() },
    () => { made.store.facts() },
  ]
  fc.assert(fc.property(fc.array(fc.tuple(fc.nat(does.length - 1), fc.nat(40)), { minLength: 4, maxLength: 10 }), (walk) => {
    for (const [what, n] of walk) does[what]?.(n)
    expect(told(made)).toEqual(truth(made, ids))
  }), { numRuns: 12 })
  made.reopen()
  expect(told(made)).toEqual(truth(made, ids))
})
