/** `{"find":{…}}` in place of an id: the one record of the field's types whose fields have these values. */
import { labelOf, codeOf } from '../../shared/codes'
import { textOf } from '../../shared/facts'
import type { Declaration } from '../../shared/record'
import type { Rec } from '../../shared/record'
import { declarationOf, declarations } from '../../shared/records'
import { normaliseName } from '../../shared/parse/name'
import { fail, ok, type Failure, type Result } from '../../shared/result'
import type { Desk } from './desk'

type Bag = Readonly<Record<string, unknown>>

const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whether a record answers to one key of a search: its own field (code or label), or the name of the person behind a mandate. */
function answers(desk: Desk, rec: Rec, key: string, want: unknown): boolean {
  if (key === 'id') return rec.id === want
  if (key === 'status') return rec.status === want
  if (rec.type === 'mandate' && key === 'name') {
    const person = desk.store.lookup().get(textOf(rec.fields, 'person'))
    return person !== null && typeof want === 'string' && normaliseName(textOf(person.fields, 'name')) === normaliseName(want)
  }
  const field = declarationOf(rec.type)?.fields[key]
  const has = rec.fields[key]
  if (has === undefined || has === null) return false
  if (field?.codes && typeof want === 'string') return has === (codeOf(field.codes, want) ?? want) || labelOf(field.codes, textOf(rec.fields, key)) === want
  if (key === 'name' && typeof has === 'string' && typeof want === 'string') return normaliseName(has) === normaliseName(want)
  if (typeof has === 'string' && typeof want === 'string' && (field?.kind === 'ref')) return desk.store.resolve(has) === desk.store.resolve(want)
  // 选区 2 is typed as a number as often as a text.
  return has === want || ((typeof has === 'number' || typeof has === 'string') && (typeof want === 'number' || typeof want === 'string') && String(has) === String(want))
}

function findOne(desk: Desk, key: string, to: readonly string[], find: Bag): Result<string> {
  const types = typeof find['type'] === 'string' && !to.some((type) => declarationOf(type)?.fields['type']) ? [find['type']] : to.length > 0 ? to : Object.keys(declarations)
  const wants = Object.entries(find).filter(([name]) => name !== 'type')
  if (wants.length === 0) return fail('ref-not-found', { field: key, detail: { find } })
  const resolved: [string, unknown][] = []
  for (const [name, want] of wants) {
    if (!isBag(want)) {
      resolved.push([name, want])
      continue
    }
    const inner = isBag(want['find']) ? want['find'] : want
    const innerTo = types.flatMap((type) => declarationOf(type)?.fields[name]?.to ?? [])
    const id = findOne(desk, key, innerTo, inner)
    if (!id.ok) return id
    resolved.push([name, id.value])
  }
  const hits = types.flatMap((type) => candidates(desk, type, resolved)).filter((rec) => resolved.every(([name, want]) => answers(desk, rec, name, want)))
  const [only, second] = hits
  if (!only) return fail('ref-not-found', { field: key, detail: { find } })
  if (!second) return ok(only.id)
  const meant = likelyMandate(hits)
  return meant ? ok(meant.id) : fail('ref-ambiguous', { field: key, detail: { find, count: hits.length, ids: hits.map((rec) => rec.id) } })
}

/** Several mandates of one person: the one in office is meant, and 代表 unless said otherwise is the town's own level. Two people stay two. */
function likelyMandate(hits: readonly Rec[]): Rec | null {
  if (hits.some((rec) => rec.type !== 'mandate' || rec.fields['person'] !== hits[0]?.fields['person'])) return null
  const inOffice = hits.filter((rec) => rec.status === '在任')
  const own = inOffice.filter((rec) => rec.fields['level'] === '5')
  return (inOffice.length === 1 ? inOffice[0] : own.length === 1 ? own[0] : null) ?? null
}

/** Narrows by the first condition that an index answers, so that a long file of lines stays quick. */
function candidates(desk: Desk, type: string, wants: readonly (readonly [string, unknown])[]): readonly Rec[] {
  const lookup = desk.store.lookup()
  if (type === 'mandate') {
    const name = wants.find(([key]) => key === 'name')?.[1]
    if (typeof name === 'string') return lookup.where('person', 'name', name.normalize('NFC').trim()).flatMap((person) => lookup.where('mandate', 'person', person.id))
      .concat(lookup.where('person', 'name', name.trim()).length > 0 ? [] : lookup.all('mandate'))
  }
  for (const [key, want] of wants) {
    const field = declarationOf(type)?.fields[key]
    if (!field || typeof want !== 'string' || field.codes || !['text', 'longText', 'ref', 'date', 'month'].includes(field.kind)) continue
    const exact = lookup.where(type, key, want)
    if (exact.length > 0) return exact
  }
  return lookup.all(type)
}

/** Replaces every `{"find":…}` of a reference, a list of references or a row of a list by the id it finds. */
export function resolveFinds(desk: Desk, declaration: Declaration, raw: Bag): Result<Bag> {
  let failure: Failure | null = null
  const one = (key: string, to: readonly string[], value: unknown): unknown => {
    if (!isBag(value) || !isBag(value['find'])) return value
    const found = findOne(desk, key, to, value['find'])
    if (found.ok) return found.value
    failure ??= found
    return value
  }
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(raw)) {
    const field = declaration.fields[key]
    if (field?.kind === 'ref' || field?.kind === 'file') out[key] = one(key, field.to ?? [], value)
    else if (field?.kind === 'refs' || field?.kind === 'files') out[key] = Array.isArray(value) ? value.map((item: unknown) => one(key, field.to ?? [], item)) : one(key, field.to ?? [], value)
    else if (field?.kind === 'list' && Array.isArray(value)) {
      out[key] = value.map((row: unknown, at) => (isBag(row) ? Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, one(`${key}.${String(at)}.${name}`, field.items?.[name]?.to ?? [], cell)])) : row))
    } else out[key] = value
  }
  return failure ?? ok(out)
}
