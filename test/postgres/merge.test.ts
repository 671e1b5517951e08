import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { heads, seenByNext, view } from '../../shared/exchange/merge'
import { idFrom } from '../../shared/exchange/ids'
import type { Op, Version } from '../../shared/exchange/version'
import { connect, prepareSchema } from '../../electron/store/postgres/connect'
import { disconnect, loadPackage, openCounty, type LoadCounts, type LoadedPackage } from '../../electron/store/postgres/loader'
import { ok } from '../../shared/result'
import { seedOf, times, tried } from '../support/tried'
import { serverPrograms, startServer } from './support/server'

const programs = serverPrograms()
const server = programs === null ? null : startServer(programs)
afterAll(() => { server?.stop() })

const county = '511321'
const id = (n: number): string => {
  const bytes = new Uint8Array(16)
  // The first byte spreads the ids, so that their order is not that of their making.
  bytes[0] = (n * 167) % 256
  new DataView(bytes.buffer).setUint32(12, n)
  return idFrom(bytes)
}

interface Step { readonly record: number; readonly op: Op; readonly sees: number; readonly value: number; readonly clock: number }

/** Versions as offices write them: each has seen all that its author had, with everything that these had seen. */
function history(steps: readonly Step[]): readonly Version[] {
  const made: Version[] = []
  for (const [n, { record, op, sees, value, clock }] of steps.entries()) {
    const uid = id(1000 + record)
    const mine = made.filter((one) => one.uid === uid)
    const known = mine.filter((_, i) => (sees >> (i % 8)) % 2 === 1)
    const data = { title: `第${String(value)}稿`, ...(op === 'put' ? {} : { op_reason: '测试' }) }
    made.push({ id: id(n), uid, type: 'suggestion', org: '511321101', op, seen: seenByNext(known), hlc: 1_790_000_000_000 + clock, sv: 1, by: '主席', at: '2026-08-11T15:20:01+08:00', dh: String(value).repeat(64).slice(0, 64), h: String(n).padStart(64, '0'), data })
  }
  return made
}

const step = fc.record({
  record: fc.integer({ min: 0, max: 3 }), op: fc.constantFrom<Op>('put', 'put', 'put', 'del', 'merge', 'erase'), sees: fc.integer({ min: 0, max: 255 }),
  value: fc.integer({ min: 1, max: 3 }), clock: fc.integer({ min: 0, max: 5 }),
})

const runs = times(60, 3000)
const seed = seedOf(511_321)

let packages = 0
const ledger = (): LoadedPackage => {
  packages += 1
  return { id: id(5_000_000 + packages), sealSha256: String(packages), type: 'up', county, org: '511321101', device: id(9), pseq: packages, madeAt: '2026-08-11T15:20:01+08:00' }
}

const textOf = (version: Version): string => JSON.stringify(version.data)

describe.skipIf(server === null)('heads that PostgreSQL works out for a whole package', () => {
  it('are those of the merge rule, in any order, split and repeated', async () => {
    const url = server?.database() ?? ''
    const client = await connect(url)
    if (!client.ok) throw new Error(JSON.stringify(client))
    const db = client.value
    await prepareSchema(db)
    await openCounty(db, county)
    const load = async (versions: readonly Version[]): Promise<LoadCounts> => {
      const done = await loadPackage(db, ledger(), async (take) => {
        await take(versions.map((version) => ({ version, text: textOf(version) })))
        return ok({ have: versions.map((version) => version.id), closedTypes: [], errors: 0 })
      })
      if (!done.ok || done.value.state !== 'loaded') throw new Error(JSON.stringify(done))
      return done.value.counts
    }
    await fc.assert(fc.asyncProperty(
      fc.array(step, { minLength: 1, maxLength: 14 }).chain((steps) => fc.tuple(fc.constant(history(steps)), fc.shuffledSubarray(steps.map((_, i) => i), { minLength: steps.length }), fc.array(fc.nat(13), { maxLength: 4 }), fc.integer({ min: 1, max: 14 }))),
      async ([versions, order, again, size]) => {
        await db.query('DELETE FROM zhen.version; DELETE FROM zhen.head')
        const coming = [...order, ...again.filter((i) => i < versions.length)].map((i) => versions[i]).filter((one): one is Version => one !== undefined)
        for (let at = 0; at < coming.length; at += size) await load(dedupe(coming.slice(at, at + size)))
        const expected = [...new Set(versions.map((one) => one.uid))].sort().map((uid) => {
          const all = versions.filter((one) => one.uid === uid)
          const [first, ...others] = heads(all)
          if (!first) throw new Error('no head')
          const seen = view([first, ...others])
          const erased = all.some((one) => one.op === 'erase')
          return {
            uid, version_id: seen.winner.id, conflict: seen.conflict, deleted: seen.deleted, heads: [first, ...others].map((one) => one.id),
            blanked: erased ? all.filter((one) => one.op !== 'erase').length : 0,
          }
        })
        const { rows } = await db.query(`SELECT h.uid, h.version_id, h.conflict, h.deleted, array_agg(v.id ORDER BY v.id) FILTER (WHERE v.head) AS heads, count(*) FILTER (WHERE v.data IS NULL)::int AS blanked
          FROM zhen.head h JOIN zhen.version v USING (county, uid) GROUP BY h.uid, h.version_id, h.conflict, h.deleted ORDER BY h.uid`)
        expect(rows).toEqual(expected)
      },
    ), { numRuns: runs, seed })
    tried('heads of a package worked out in PostgreSQL against the merge rule', runs, { seed })
    await disconnect(db)
  }, runs * 2000)

  it('never let a line of another type or town into a record that stands', async () => {
    const client = await connect(server?.database() ?? '')
    if (!client.ok) throw new Error(JSON.stringify(client))
    const db = client.value
    await prepareSchema(db)
    await openCounty(db, county)
    const [first] = history([{ record: 0, op: 'put', sees: 0, value: 1, clock: 1 }])
    if (!first) throw new Error('no version')
    const other = { ...first, id: id(77), type: 'activity', seen: [first.id] }
    const put = (versions: readonly Version[]) => loadPackage(db, ledger(), async (take) => {
      await take(versions.map((version) => ({ version, text: textOf(version) })))
      return ok({ have: [], closedTypes: [], errors: 0 })
    })
    expect(await put([first, other])).toMatchObject({ ok: true, value: { counts: { added: 1, new: 1, error: 1 } } })
    expect(await put([{ ...other, id: id(78) }])).toMatchObject({ ok: true, value: { counts: { added: 0, error: 1 } } })
    expect((await db.query('SELECT type, version_id FROM zhen.head')).rows).toEqual([{ type: 'suggestion', version_id: first.id }])
    await disconnect(db)
  })

  it('says who keeps the server what to do when nobody answers', async () => {
    expect(await connect('postgresql://zhen@/zhen?host=/nowhere')).toMatchObject({ ok: false, code: 'no-database', detail: { reason: 'ENOENT' } })
    expect(await connect('/var/lib/database')).toMatchObject({ ok: false, code: 'no-database', detail: { reason: 'url' } })
  })
})

const dedupe = (versions: readonly Version[]): readonly Version[] => [...new Map(versions.map((one) => [one.id, one])).values()]
