/** Packages of an older release in PostgreSQL, loaded by a program in which a record type was changed twice since. */
import pg from 'pg'
import { afterAll, beforeEach, expect, test, vi } from 'vitest'
import { asJob } from '../../electron/handlers/job'
import { loadIntoPostgres } from '../../electron/handlers/load'
import { forgeUp, line } from '../handlers/support/forge'
import { paired, type Office } from '../handlers/support/offices'
import { serverPrograms, startServer } from './support/server'

type Steps = Record<string, ((old: Record<string, string>) => Record<string, string>)[]>
const steps = vi.hoisted(() => ({ village: [] }) as Steps)
vi.mock('../../shared/records/upcasters', () => ({ upcasters: steps }))

const named = ({ title, ...rest }: Record<string, string>): Record<string, string> => ({ ...rest, ...(title === undefined ? {} : { name: title }) })
const written = ({ name, ...rest }: Record<string, string>): Record<string, string> => ({ ...rest, ...(name === undefined ? {} : { name: name.replace(/居$/u, '社区居民委员会') }) })

const programs = serverPrograms()
const server = programs === null ? null : startServer(programs)
afterAll(() => { server?.stop() })
beforeEach(() => { steps['village'] = [named, written] })

const load = async (office: Office, url: string, files: readonly string[]): Promise<void> => {
  const done = await asJob(office.desk, undefined, (job) => loadIntoPostgres(office.desk, { url, files, archive: false, jobs: 1 }, job))
  expect(done).toMatchObject({ ok: true, value: { files: files.map(() => ({ state: 'COMMITTED' })) } })
}

type Named = readonly [name: string, sv: number]
const byName = ([a]: Named, [b]: Named): number => (a < b ? -1 : 1)

async function records(url: string): Promise<readonly Named[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string | null; sv: string }>(`SELECT data->>'name' AS name, sv FROM zhen.record WHERE type = 'village'`)
  await client.end()
  return rows.map(({ name, sv }) => [name ?? '', Number(sv)] as const).sort(byName)
}

test.skipIf(server === null)('are read in one shape, whichever release wrote them, also those that were loaded before the upgrade; what is erased is nowhere', async () => {
  if (!server) return
  const url = server.database()
  const { county, town } = await paired()
  const [old, erased] = [town.desk.newId(), town.desk.newId()]
  // Loaded by the program of the release in which the name had just been renamed.
  steps['village'] = [named]
  await load(county, url, [await forgeUp(town, [line(town, { uid: old, type: 'village', sv: 1, data: { title: '东街居' } }), line(town, { uid: erased, type: 'village', sv: 1, data: { title: '要抹掉的居' } })])])
  expect(await records(url)).toEqual([['东街居', 1], ['要抹掉的居', 1]])
  // The upgraded program reads all of it anew, and what comes from then on in the same way.
  steps['village'] = [named, written]
  const later = line(town, { type: 'village', sv: 4, data: { name: '以后居' } })
  await load(county, url, [await forgeUp(town, [line(town, { type: 'village', sv: 2, data: { name: '西街居' } }), later])])
  expect(await records(url)).toEqual(([['东街社区居民委员会', 1], ['以后居', 4], ['西街社区居民委员会', 2], ['要抹掉的社区居民委员会', 1]] as Named[]).sort(byName))
  // An older program that loads there again leaves it as the newer one reads it.
  steps['village'] = [named]
  await load(county, url, [await forgeUp(town, [line(town, { uid: erased, type: 'village', op: 'erase', sv: 1, data: {} })])])
  expect(await records(url)).toEqual(([['东街社区居民委员会', 1], ['以后居', 4], ['西街社区居民委员会', 2]] as Named[]).sort(byName))
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const left = await client.query('SELECT data::text FROM zhen.upcast UNION ALL SELECT data::text FROM zhen.version WHERE data IS NOT NULL')
  await client.end()
  expect(JSON.stringify(left.rows)).not.toContain('要抹掉')
})
