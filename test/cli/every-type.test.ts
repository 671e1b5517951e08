/** Every record type with every field that a program can fill, by what `types` says of them alone: in, out, and the same. */
import path from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { types as dictionary } from '../records/dictionary-types'
import { add, cli, folder, run, town, type Printed } from './support/run'

interface Field {
  readonly key: string
  readonly label: string
  readonly kind: string
  readonly need: string
  readonly readonly?: true
  readonly codes?: readonly { readonly code: string; readonly label: string; readonly aliases: readonly string[] }[]
  readonly to?: readonly string[]
  readonly items?: readonly Field[]
  readonly min?: number
  readonly max?: number
}

interface Type {
  readonly name: string
  readonly label: string
  readonly scope: string
  readonly key: readonly string[] | null
  readonly fields: readonly Field[]
  readonly steps: readonly { readonly name: string; readonly from: readonly string[]; readonly to: readonly string[]; readonly needs: readonly string[] }[]
}

const data = path.join(folder(), 'town')
let types: readonly Type[] = []

beforeAll(() => {
  types = (JSON.parse(run(['types']).out) as { types: readonly Type[] }).types
  town(data)
}, 120_000)

test('says of every type what a program needs to write it', () => {
  expect(types.map((type) => type.name)).toEqual(dictionary.map(([type]) => type))
  const kinds = new Set(['text', 'longText', 'date', 'month', 'ym', 'int', 'money', 'flag', 'choice', 'ref', 'refs', 'list', 'file', 'files', 'derived'])
  const names = new Set(types.map((type) => type.name))
  const fieldsOf = (fields: readonly Field[]): readonly Field[] => fields.flatMap((field) => [field, ...fieldsOf(field.items ?? [])])
  for (const type of types) {
    expect(['county', 'town']).toContain(type.scope)
    expect(type.fields.some((field) => field.need === 'identity') || (type.key ?? []).length > 0, type.name).toBe(true)
    for (const field of fieldsOf(type.fields)) {
      const where = `${type.name}.${field.key}`
      expect(kinds.has(field.kind), where).toBe(true)
      expect(['identity', 'step', 'complete', 'optional'], where).toContain(field.need)
      if (['ref', 'refs', 'file', 'files'].includes(field.kind)) expect((field.to ?? []).length > 0 && (field.to ?? []).every((to) => names.has(to)), where).toBe(true)
      if (field.kind === 'choice') expect(field.codes?.every((code) => code.code !== '' && code.label !== '' && Array.isArray(code.aliases)), where).toBe(true)
      if (field.kind === 'list') expect((field.items ?? []).length, where).toBeGreaterThan(0)
    }
    for (const step of type.steps) expect([step.from.length > 0, step.to.length > 0, Array.isArray(step.needs)], `${type.name}.${step.name}`).toEqual([true, true, true])
  }
  const needsOf = (type: string, step: string) => types.find((one) => one.name === type)?.steps.find((one) => one.name === step)?.needs
  expect([needsOf('suggestion', 'send_back'), needsOf('follow_up', 'urge'), needsOf('finding', 'hand_over'), needsOf('mandate', 'suspend')]).toEqual([['date', 'reason'], ['date'], ['date', 'due_on'], ['event_on', 'suspend_reason']])
})

// One after the other in an order in which references find what they point at, and then whatever came later; the days are one day, so that no order of dates is hurt.
const first = ['term', 'village', 'person', 'organisation', 'constituency', 'mandate', 'document', 'session', 'group', 'presidium_member', 'organ', 'plan_item', 'presidium_meeting', 'site', 'vote',
  'attendance', 'agenda_item', 'decision', 'supervision', 'activity', 'training', 'major_matter', 'bill', 'suggestion', 'letter', 'voter_matter', 'county_order', 'reply', 'contact', 'promise',
  'inquiry', 'follow_up', 'urge', 'recall', 'by_election', 'finding', 'debrief', 'livelihood_project', 'rating', 'participation', 'deed', 'visit', 'pairing', 'visitor', 'score', 'budget',
  'expense', 'task', 'party_log', 'assessment', 'publicity', 'person_private', 'file']
const day = '2025-03-08'
const texts: Readonly<Record<string, string>> = { start_time: '09:30', id_no: '11010519491231002X', phone: '13800138000', phone2: '13900139000', sha256: 'a1'.repeat(32), name: '何秀兰', code: '511321101001' }

/** A value that the field takes as it is, or undefined where nothing to point at is there yet. */
function valueOf(field: Field, made: ReadonlyMap<string, string>, avoid: string): unknown {
  const target = (field.to ?? []).map((type) => made.get(type)).find((id) => id !== undefined && id !== avoid)
  switch (field.kind) {
    case 'text': return texts[field.key] ?? `${field.label}一`
    case 'longText': return `${field.label}\n第二行`
    case 'date': return day
    case 'month': return '1978-03'
    case 'ym': return '2025-03'
    case 'int': return field.key === 'year' ? 2025 : Math.min(field.max ?? 20, Math.max(field.min ?? 0, 3))
    case 'money': return 12_345
    case 'flag': return true
    case 'choice': return field.codes?.[0]?.code
    case 'ref': case 'file': return target
    case 'refs': case 'files': return target === undefined ? undefined : [target]
    case 'list': return [fill(field.items ?? [], made, avoid)]
    default: return undefined
  }
}

const fill = (fields: readonly Field[], made: ReadonlyMap<string, string>, avoid: string): Record<string, unknown> =>
  Object.fromEntries(fields.filter((field) => field.kind !== 'derived' && field.readonly !== true).map((field) => [field.key, valueOf(field, made, avoid)] as const).filter(([, value]) => value !== undefined))

test('takes every field of every type and gives it back', () => {
  const { rows } = cli<{ rows: readonly Printed[] }>(['list', 'term', '--data', data])
  const made = new Map<string, string>([['term', rows[0]?.id ?? '']])
  const sent = new Map<string, Record<string, unknown>>()
  const later = types.map((type) => type.name).filter((name) => name !== 'office' && !first.includes(name))
  for (const name of [...first, ...later]) {
    const type = types.find((one) => one.name === name)
    if (!type) throw new Error(name)
    const fields = { ...fill(type.fields, made, ''), ...(name === 'term' ? { no: 20, first_meeting_on: '2026-12-20', end_on: '2031-12-20' } : {}) }
    const given = name === 'term' ? Object.fromEntries(Object.entries(fields).filter(([key]) => key !== 'first_meeting_on' && key !== 'elected_on')) : fields
    const [id = ''] = add(data, name, { fields: given })
    sent.set(id, given)
    if (name !== 'term') made.set(name, id)
  }
  const dumped = run(['dump', '--data', data]).out.split('\n').filter((line) => line !== '').map((line) => JSON.parse(line) as { uid: string; type: string; fields: Record<string, unknown> })
  const stored = new Map(dumped.map((line) => [line.uid, line]))
  for (const [id, fields] of sent) {
    const line = stored.get(id)
    expect(Object.fromEntries(Object.keys(fields).map((key) => [key, line?.fields[key]])), line?.type).toEqual(fields)
  }
  expect(dumped.map((line) => [line.type, line.uid])).toEqual([...dumped.map((line) => [line.type, line.uid] as const)].sort((a, b) => (`${a[0]} ${a[1]}` < `${b[0]} ${b[1]}` ? -1 : 1)))

  // The same by `get`, one by one. A row may have what the program reckons beside it: who is elected.
  for (const [id, fields] of sent) {
    const got = cli<Printed>(['get', id, '--data', data])
    expect(got.fields, got.type).toMatchObject(fields)
  }

  const printed = cli<Printed>(['get', made.get('suggestion') ?? '', '--data', data])
  expect(Object.keys(printed)).toEqual(['id', 'type', 'org', 'version', 'status', 'fields', 'deleted'])
  expect([printed.status, printed.org, printed.deleted]).toEqual(['草稿', '511321101', false])
  expect(Object.keys(cli<Printed>(['get', made.get('person') ?? '', '--data', data]))).toEqual(['id', 'type', 'org', 'version', 'status', 'fields', 'deleted'])
}, 240_000)
