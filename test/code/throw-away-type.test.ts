/**
 * A new record type is three edits: its declaration, its line in the registry, its migration. Here the three are made to the sources as they
 * are read (nothing on the disk changes), and then the type is used through the same handlers as the window and the command line use.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createServer, type Plugin, type ViteDevServer } from 'vite'

const root = path.resolve(import.meta.dirname, '../..')

const declaration = `
import { choice, date, int, text } from '../fields'
import { textOf } from '../facts'
import { defineRecord } from '../record'
export const umbrella = defineRecord({
  type: 'umbrella', label: '雨伞', scope: 'county', menu: 'settings',
  fields: { colour: text('颜色', 'identity', { max: 20 }), bought_on: date('购买日期', 'complete'), ribs: int('伞骨', 'optional', { unit: '根' }), kind: choice('类别', 'group.kind', 'optional') },
  dateField: 'bought_on', columns: ['colour', 'bought_on', 'ribs'], search: ['colour'], title: (data) => textOf(data, 'colour'),
})`

const replaced = (code: string, from: string | RegExp, to: string): string => {
  const after = code.replace(from, to)
  if (after === code) throw new Error(`nothing to edit at ${String(from)}`)
  return after
}

/** What the developer types. The migration is what scripts/draft-types-migration.mjs prints. */
function threeEdits(statements: () => readonly string[]): Plugin {
  return {
    name: 'three-edits',
    enforce: 'pre',
    resolveId: (id) => (id.endsWith('/umbrella') ? path.join(root, 'shared/records/umbrella.ts') : null),
    load: (id) => (id.endsWith('shared/records/umbrella.ts') ? declaration : null),
    transform(code, id) {
      if (id.endsWith('shared/records/index.ts')) return replaced(replaced(code, /,\n\} as const/, ', umbrella,\n} as const'), "import { vote } from './vote'", "import { vote } from './vote'\nimport { umbrella } from './umbrella'")
      if (id.endsWith('store/migrations/index.ts')) {
        const last = /\n\]\n\n\/\*\* The schema that this app writes/
        const version = (code.match(/\{ version: \d+/g) ?? []).length + 1
        return replaced(code, last, `\n  { version: ${String(version)}, statements: ${JSON.stringify(statements())}, rebuild: false },$&`)
      }
      return null
    },
  }
}

interface Answer { readonly ok: boolean; readonly value: Record<string, never> & { readonly [key: string]: unknown } }
type Module = Record<string, never> & { readonly [key: string]: unknown }

const servers: ViteDevServer[] = []
const serve = async (plugin: Plugin): Promise<ViteDevServer> => {
  const server = await createServer({ root, configFile: false, logLevel: 'error', plugins: [plugin], appType: 'custom', server: { middlewareMode: true, watch: null, ws: false }, optimizeDeps: { noDiscovery: true } })
  servers.push(server)
  return server
}
const dir = mkdtempSync(path.join(tmpdir(), 'zhen-umbrella-'))
let ask: (name: string, input: unknown) => Promise<Answer>
let close: () => void

beforeAll(async () => {
  let drafted: readonly string[] = ['SELECT 1']
  const first = await serve(threeEdits(() => drafted))
  const { declarations } = (await first.ssrLoadModule('/shared/records/index.ts')) as { declarations: Record<string, unknown> }
  const { tableStatements } = (await first.ssrLoadModule('/electron/store/typed-schema.ts')) as { tableStatements: (declaration: unknown) => readonly string[] }
  drafted = tableStatements(declarations['umbrella'])
  const { handlers } = (await first.ssrLoadModule('/electron/handlers/index.ts')) as Module
  const { createDesk } = (await first.ssrLoadModule('/electron/handlers/desk.ts')) as unknown as { createDesk: (options: unknown) => { close: () => void } }
  const { route } = (await first.ssrLoadModule('/electron/ipc/route.ts')) as unknown as { route: (...args: readonly unknown[]) => Promise<Answer> }
  const desk = createDesk({ dir, now: () => new Date('2026-03-02T09:00:00+08:00') })
  close = () => { desk.close() }
  ask = (name, input) => route(handlers, desk, name, input)
}, 120_000)
afterAll(async () => {
  close()
  await Promise.all(servers.map((server) => server.close()))
  rmSync(dir, { recursive: true, force: true })
})

const get = async (name: string, input: unknown): Promise<Answer['value']> => {
  const answer = await ask(name, input)
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
  return answer.value
}

test('a throw-away record type made by the three edits is saved, listed, found, changed, deleted, restored and sound', async () => {
  process.env['ZHEN_SCRYPT_N'] = '1024'
  await get('office.init', { role: 'town', code: '511321101', name: '青石镇', term: 19, term_start: '2021-12-20', password: '青石镇人大2026' })
  const added = await get('record.add', { type: 'umbrella', records: [{ colour: '红色', bought_on: '2026.3.1', ribs: 8 }, { bought_on: '2026-03-01' }] })
  expect(added).toMatchObject({ added: 1, errors: [{ line: 2, field: 'colour', code: 'required' }] })
  const [id] = added['ids'] as unknown as readonly string[]
  expect(await get('record.list', { type: 'umbrella' })).toMatchObject({ total: 1, rows: [{ fields: { colour: '红色', bought_on: '2026-03-01', ribs: 8 } }] })
  expect(await get('search.all', { text: '红色' })).toMatchObject({ hits: [{ id, type: 'umbrella', title: '红色' }] })
  expect(await get('record.set', { id, fields: { ribs: 10 } })).toMatchObject({ record: { fields: { ribs: 10 } } })
  expect((await get('record.history', { id }))['versions']).toHaveLength(2)
  await get('record.delete', { id, reason: '丢了' })
  expect(await get('record.list', { type: 'umbrella' })).toMatchObject({ total: 0 })
  expect(await get('record.restore', { id })).toMatchObject({ record: { fields: { colour: '红色' } } })
  expect(await get('doctor.run', {})).toMatchObject({ ok: true })
}, 60_000)
