import { cpSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { asJob } from '../../electron/handlers/job'
import { loadIntoPostgres, type LoadedFile, type LoadOrder } from '../../electron/handlers/load'
import { folder, join2, makeOffice, liuxi, paired, qingshi, trip, type Office, type World } from '../handlers/support/offices'
import { cli, refusal } from '../cli/support/run'
import { forgeUp, line } from '../handlers/support/forge'
import { serverPrograms, startServer } from './support/server'

const programs = serverPrograms()
const server = programs === null ? null : startServer(programs)
afterAll(() => { server?.stop() })

const load = async (office: Office, url: string, more: Partial<LoadOrder>): Promise<readonly LoadedFile[]> => {
  const done = await asJob(office.desk, undefined, (job) => loadIntoPostgres(office.desk, { url, files: [], archive: false, jobs: 4, ...more }, job))
  if (!done.ok) throw new Error(JSON.stringify(done))
  return done.value.files
}

async function ask<T extends pg.QueryResultRow>(url: string, question: string): Promise<readonly T[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return (await client.query<T>(question)).rows
  } finally {
    await client.end()
  }
}

interface Shown { readonly uid: string; readonly type: string; readonly org: string; readonly op: string; readonly conflict: boolean; readonly version: string; readonly data: string | null }

const byUid = (a: Shown, b: Shown): number => (a.uid < b.uid ? -1 : 1)

const inPostgres = async (url: string): Promise<readonly Shown[]> =>
  [...await ask<Shown & pg.QueryResultRow>(url, 'SELECT h.uid, h.type, h.org, h.op, h.conflict, h.version_id AS version, v.data::text AS data FROM zhen.head h JOIN zhen.version v ON v.county = h.county AND v.id = h.version_id')].sort(byUid)

/** The same of the county's own store. */
const atCounty = ({ store }: Office): readonly Shown[] => {
  const conflicts = new Set(store.conflicts())
  return [...store.dump()].map((text) => JSON.parse(text) as { uid: string; type: string; org: string; op: string }).filter(({ org }) => org.length === 9).map(({ uid, type, org, op }) => {
    const version = store.versionOf(uid) ?? ''
    return { uid, type, org, op, conflict: conflicts.has(uid), version, data: store.exchange.version(version)?.text ?? null }
  }).sort(byUid)
}

/** A county with two towns, one of them with two computers, after edits, a conflict, a deletion, a merge and an erasure; every package that was made. */
async function busyCounty(): Promise<World & { readonly files: readonly string[] }> {
  const world = await paired()
  const { county, town, stick, clock } = world
  // The first trip of the town was made before.
  const files = readdirSync(join(county.dir, 'archive')).map((name) => join(county.dir, 'archive', name))
  const up = async (office: Office): Promise<void> => {
    const file = await office.send(stick, { always: true })
    if (file === null) throw new Error('no package')
    const kept = join(folder(), 'kept.zpk')
    cpSync(file, kept)
    files.push(kept)
    await county.take(file, { approve: true })
  }
  const other = await makeOffice('town', liuxi, '柳溪乡', clock)
  const second = await makeOffice('town', qingshi, '青石镇', clock)
  for (const office of [other, second]) await join2({ county, stick }, office)
  const shared = await town.add('person', { name: '张有田' })
  const [gone, erased, doubled] = [await town.add('person', { name: '删' }), await town.add('person', { name: '抹' }), await town.add('person', { name: '张有田' })]
  await up(town)
  await up(second)
  await up(other)
  await second.take(await county.send(stick, { town: qingshi, always: true }))
  await town.set(shared, { post: '会计' })
  await second.set(shared, { post: '出纳' })
  await town.get('record.delete', { id: gone, reason: '重复' })
  await town.get('record.merge', { from: doubled, into: shared, reason: '同一人' })
  const wiped = town.store.commit(town.desk.actor, [{ op: 'erase', uid: erased, reason: '本人要求' }])
  if (!wiped.ok) throw new Error(JSON.stringify(wiped))
  await other.add('person', { name: '李春花𠮷', post: '第一行\n第二行"\\' })
  await up(town)
  await up(second)
  await up(other)
  return { ...world, files }
}

describe.skipIf(server === null)('the level above the county', () => {
  it('holds in PostgreSQL what the county holds, whatever the order, and nothing twice', async () => {
    const { county, files } = await busyCounty()
    const expected = atCounty(county)
    expect(expected.filter((one) => one.conflict).length).toBe(1)
    expect(new Set(expected.map((one) => one.op))).toEqual(new Set(['put', 'del', 'merge', 'erase']))
    const url = server?.database() ?? ''
    const answers = await load(county, url, { files })
    expect(answers.map(({ state, complete }) => [state, complete])).toEqual(files.map(() => ['COMMITTED', true]))
    expect(await inPostgres(url)).toEqual(expected)
    expect(await load(county, url, { files: [...files].reverse() })).toEqual([...files].reverse().map((file) => expect.objectContaining({ file, state: 'DUPLICATE', code: 'already-imported' }) as unknown))
    expect(await inPostgres(url)).toEqual(expected)

    const backwards = server?.database() ?? ''
    for (const file of [...files].reverse()) await load(county, backwards, { files: [file], jobs: 1 })
    expect(await inPostgres(backwards)).toEqual(expected)
    expect(await ask(backwards, 'SELECT count(*)::int AS n FROM zhen.version_511321 WHERE data IS NULL')).toEqual([{ n: 1 }])
    expect(await ask(backwards, 'SELECT count(*)::int AS n FROM zhen.record WHERE type = \'person\'')).toEqual([{ n: expected.filter((one) => one.type === 'person' && one.op === 'put').length }])
  })

  it('counts as the county counts, and says what has not come', async () => {
    const { county, town, stick } = await paired()
    const person = await town.add('person', { name: '甲' })
    const url = server?.database() ?? ''
    const first = await town.send(stick)
    await county.take(first)
    await town.take(await county.send(stick, { town: qingshi, always: true }))
    await town.set(person, { post: '会计' })
    await town.add('person', { name: '乙' })
    const second = await town.send(stick)
    const taken = await county.take(second)
    // The first package, which brought the rest, was never loaded here.
    expect(await load(county, url, { files: [second ?? ''] })).toMatchObject([{ state: 'COMMITTED', complete: false, counts: { new: 2, changed: 0, missing: 2 } }])
    expect((await load(county, url, { archive: true })).map(({ state }) => state).sort()).toEqual(['COMMITTED', 'COMMITTED', 'DUPLICATE'])
    expect(await inPostgres(url)).toEqual(atCounty(county))
    expect(taken.counts).toMatchObject({ new: 1, changed: 1 })
  })

  it('is fed by a command of the terminal', async () => {
    const { county } = await paired()
    const expected = atCounty(county)
    county.desk.close()
    const url = server?.database() ?? ''
    expect(cli(['load', '--archive', '--postgres', url, '--data', county.dir])).toMatchObject({ files: [{ state: 'COMMITTED', org: qingshi, complete: true, counts: { new: 2, error: 0 } }] })
    expect(await inPostgres(url)).toEqual(expected)
    expect(refusal(['load', '--postgres', url, '--data', county.dir])).toMatchObject({ exit: 2, code: 'usage' })
    expect(refusal(['load', '--archive', '--postgres', 'postgresql://zhen@/none?host=/nowhere', '--data', county.dir])).toMatchObject({ exit: 1, code: 'no-database', message: expect.stringContaining('连不上 PostgreSQL') as unknown })
  })

  it('takes what a computer sent that was closed since, from the archive only', async () => {
    const { county, town, stick } = await paired()
    await town.add('person', { name: '甲' })
    const file = await town.send(stick) ?? ''
    await county.take(file)
    await town.add('person', { name: '乙' })
    const late = await town.send(stick) ?? ''
    const device = (await county.get('exchange.devices', {})).devices[0]?.device ?? ''
    await county.get('exchange.close-device', { device })
    const url = server?.database() ?? ''
    expect(await load(county, url, { archive: true })).toMatchObject([{ state: 'COMMITTED' }, { state: 'COMMITTED' }])
    expect(await load(county, url, { files: [late] })).toMatchObject([{ state: 'HELD', code: 'device-closed' }])
  })

  it('passes the same gate: a stranger, a broken file, a receipt and another scope are held or refused', async () => {
    const { county, town, stick, clock } = await paired()
    const stranger = await makeOffice('town', liuxi, '柳溪乡', clock)
    await join2({ county, stick }, stranger)
    const unknown = await stranger.send(stick) ?? ''
    const receipt = await county.send(stick, { town: qingshi, always: true }) ?? ''
    const broken = join(folder(), 'broken.zpk')
    writeFileSync(broken, 'PK')
    const forged = await forgeUp(town, [line(town, { type: 'person', data: { name: '好' } }), line(town, { type: 'person_private', data: { phone: '13900000000' } }), line(town, { type: 'person', org: liuxi, data: { name: '别镇' } })])
    const url = server?.database() ?? ''
    const answers = await load(county, url, { files: [unknown, receipt, broken, forged] })
    expect(answers.map(({ state, code }) => [state, code])).toEqual([['HELD', 'awaiting-approval'], ['HELD', 'wrong-role'], ['HELD', 'not-a-package'], ['COMMITTED', undefined]])
    expect(answers[3]?.counts).toMatchObject({ added: 1, new: 1, error: 2 })
    expect(await ask(url, 'SELECT type, org FROM zhen.head')).toEqual([{ type: 'person', org: qingshi }])
  })

  it('adds up the counties\' figures as the counties do, from numerators and denominators', async () => {
    const { county, town, stick, clock } = await paired()
    const id = await town.add('activity', { kind: '07', title: '小组学习' })
    await town.get('step.run', { id, step: 'hold', fields: { start_on: '2026-02-01' } })
    await trip({ county, stick }, town)
    const city = await makeOffice('county', '511300', '南充市', clock)
    await join2({ county: city, stick }, county)
    const file = (await county.get('exchange.rollup', { to: stick })).file ?? ''
    const url = server?.database() ?? ''
    expect(await load(city, url, { files: [file] })).toMatchObject([{ state: 'HELD', code: 'awaiting-approval' }])
    await city.take(file, { approve: true })
    expect(await load(city, url, { files: [file] })).toMatchObject([{ state: 'COMMITTED', org: '511321', complete: true, counts: { error: 0 } }])
    const figures = (await county.get('stats.get', { from: '2026-01-01', to: '2026-12-31' })).indicators
    const rows = await ask<{ indicator: string; value: string | null; rate: string | null }>(url, `SELECT indicator, sum(value) AS value, round(100.0 * sum(rate_num) / nullif(sum(rate_den), 0), 1) AS rate
      FROM zhen.fact WHERE county = '511321' AND town <> county AND part IS NULL AND period_from = '2026-01-01' GROUP BY indicator`)
    for (const id of ['B1.05', 'B8.01', 'B8.02', 'B5.02']) {
      const figure = figures.find((one) => one.id === id)
      const row = rows.find((one) => one.indicator === id)
      expect([id, Number(row?.value), row?.rate ? Number(row.rate) : null]).toEqual([id, figure?.value, figure?.rate])
    }
    // Days are made of half days: two counties' halves are added up, the two of a day are not.
    expect(await ask(url, 'SELECT DISTINCT indicator, den::int AS den FROM zhen.fact WHERE fixed')).toEqual([{ indicator: 'B8.06', den: 2 }])
  })

  it('takes towns and the roll-up of their county at the same time, and neither is half in', async () => {
    const { county, town, stick, clock } = await paired()
    for (let n = 0; n < 30; n++) await town.add('person', { name: `第${String(n)}人` })
    await trip({ county, stick }, town)
    const city = await makeOffice('county', '511300', '南充市', clock)
    await join2({ county: city, stick }, county)
    const roll = (await county.get('exchange.rollup', { to: stick, records: true })).file ?? ''
    await city.take(roll, { approve: true })
    const url = server?.database() ?? ''
    // Both offices feed one database.
    const [fromCounty, fromCity] = await Promise.all([load(county, url, { archive: true }), load(city, url, { files: [roll] })])
    expect([...fromCounty, ...fromCity].map(({ state, complete }) => [state, complete])).toEqual([...fromCounty, ...fromCity].map(() => ['COMMITTED', true]))
    expect((await inPostgres(url)).filter(({ org }) => org.length === 9)).toEqual(atCounty(county))
  })

  it('is told when the server is not there, and a town may not load', async () => {
    const { county, town } = await paired()
    const order: LoadOrder = { url: 'postgresql://zhen@/zhen?host=/nowhere', files: [], archive: true, jobs: 1 }
    const asked = (office: Office) => asJob(office.desk, undefined, (job) => loadIntoPostgres(office.desk, order, job))
    expect(await asked(county)).toMatchObject({ ok: false, code: 'no-database' })
    expect(await asked(town)).toMatchObject({ ok: false, code: 'wrong-role' })
  })
})
