/** Fields of the office's own: defined in its file, so that they travel and can be undone; the county's reach a town as an offer with the receipt. */
import { createHash } from 'node:crypto'
import type { FieldOffer, FieldsTold } from '../../shared/contract/own-fields'
import type { Value } from '../../shared/fields'
import { declarationOf } from '../../shared/records'
import { isOwnKey, mayHide, mostOwnFields, rowsOfSettings, settingsIn, withSettings, type FieldSetting } from '../../shared/records/own-fields'
import { fail, ok, type Result } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { dataOf } from '../store/change'
import type { Desk } from './desk'
import { commit } from './save'

const offerKind = 'zhen-fields'
const offerKey = 'field_offer'
const seenKey = 'field_offers_seen'
const offeredKey = 'fields_offered'
const mostSettings = 400

function told(desk: Desk, org = desk.store.office.code): FieldsTold {
  const offer = desk.store.settings.get<FieldOffer | null>(offerKey, null)
  return { settings: desk.layouts.settings(org), offer, offered: desk.store.settings.get<boolean>(offeredKey, false) }
}

/** Writes the settings into the office's file. */
function keep(desk: Desk, settings: readonly FieldSetting[]): Result<true> {
  const { store } = desk
  const office = store.get(store.uidOf('office', {}, store.office.code) ?? '')
  if (!office || office.deleted) return fail('not-found', { field: 'type', detail: { type: 'office' } })
  if (settings.length > mostSettings) return fail('too-long', { field: 'type', detail: { max: mostSettings } })
  const done = commit(desk, [{ op: 'put', type: 'office', uid: office.id, data: { ...dataOf(office), custom: rowsOfSettings(settings) } }])
  desk.layouts.forget()
  return done.ok ? ok(true) : done
}

type Wanted = Parameters<Handlers<Desk>['fields.set']>[0]

/** Two fields of one form that are called alike could not be told apart, in the form or in a file of lines. */
function labelTaken(desk: Desk, type: string, key: string, label: string): boolean {
  const fields = desk.layouts.declaration(type)?.fields ?? {}
  return Object.entries(fields).some(([other, field]) => other !== key && field.label === label)
}

function settingOf(desk: Desk, wanted: Wanted, key: string, before: FieldSetting | undefined): Result<FieldSetting> {
  const field = declarationOf(wanted.type)?.fields[key]
  const own = field === undefined
  const label = wanted.label === undefined ? before?.label : wanted.label.trim()
  if (own && !label) return fail('required', { field: 'label', detail: { label: '名称' } })
  if (label && labelTaken(desk, wanted.type, key, label)) return fail('already-exists', { field: 'label', detail: { label } })
  const kind = wanted.kind ?? before?.kind
  if (own && kind === undefined) return fail('required', { field: 'kind', detail: { label: '填什么' } })
  // What was filled in as one kind could not be read as another.
  if (own && before?.kind !== undefined && kind !== before.kind) return fail('key-fixed', { field: 'kind', detail: { label: '填什么' } })
  const options = (wanted.options ?? before?.options ?? []).map((word) => word.trim()).filter((word, at, all) => word !== '' && all.indexOf(word) === at)
  if (own && kind === 'choice' && options.length < 2) return fail('required', { field: 'options', detail: { label: '选项', min: 2 } })
  const hidden = wanted.hidden ?? before?.hidden ?? false
  if (hidden && field !== undefined && !mayHide(field)) return fail('not-now', { field: 'hidden', detail: { why: `“${field.label}”保存或数据质量要用，只能改名，不能隐藏`, label: field.label } })
  const column = wanted.column ?? before?.column
  return ok({
    type: wanted.type, key,
    ...(label && label !== field?.label ? { label } : {}), ...(own && kind !== undefined ? { kind } : {}), ...(own && kind === 'choice' ? { options } : {}),
    ...(hidden ? { hidden } : {}), ...(column === undefined ? {} : { column }), ...(before?.at === undefined ? {} : { at: before.at }),
  })
}

/** The columns of a list in another order; which they are does not change. None = the order as declared. */
function order({ type, columns }: Parameters<Handlers<Desk>['fields.order']>[0], desk: Desk): ReturnType<Handlers<Desk>['fields.order']> {
  const shown = desk.layouts.declaration(type)?.columns
  if (shown === undefined) return fail('unknown-type', { field: 'type', detail: { type } })
  const settings = desk.layouts.settings(desk.store.office.code)
  if (columns.length === 0) {
    const rest = settings.map(({ at, ...one }): FieldSetting => (one.type === type || at === undefined ? one : { ...one, at }))
    const kept = keep(desk, rest.filter((one) => Object.keys(one).length > 2))
    return kept.ok ? ok(told(desk)) : kept
  }
  const stranger = columns.find((key, at) => !shown.includes(key) || columns.indexOf(key) !== at) ?? shown.find((key) => !columns.includes(key))
  if (stranger !== undefined) return fail('unknown-field', { field: 'columns', detail: { type, key: stranger } })
  const placed = columns.map((key, at): FieldSetting => ({ ...(settings.find((one) => one.type === type && one.key === key) ?? { type, key }), at }))
  const kept = keep(desk, [...settings.filter((one) => one.type !== type || !columns.includes(one.key)), ...placed])
  return kept.ok ? ok(told(desk)) : kept
}

function set(wanted: Wanted, desk: Desk): ReturnType<Handlers<Desk>['fields.set']> {
  const declaration = declarationOf(wanted.type)
  if (!declaration) return fail('unknown-type', { field: 'type', detail: { type: wanted.type } })
  const settings = desk.layouts.settings(desk.store.office.code)
  const ours = settings.filter((one) => one.type === wanted.type && isOwnKey(one.key))
  const key = wanted.key ?? `x_${desk.newId().slice(-10)}`
  const before = settings.find((one) => one.type === wanted.type && one.key === key)
  const known = Object.hasOwn(declaration.fields, key) || (wanted.key === undefined ? ours.length < mostOwnFields : before !== undefined)
  if (!known) return wanted.key === undefined ? fail('too-long', { field: 'type', detail: { label: '自己加的栏目', max: mostOwnFields } }) : fail('unknown-field', { field: key, detail: { type: wanted.type } })
  const made = settingOf(desk, wanted, key, before)
  if (!made.ok) return made
  const columns = withSettings(declaration, [...settings.filter((one) => one !== before), made.value]).columns
  if (columns.length === 0) return fail('not-now', { field: 'column', detail: { why: '名册至少要有一栏' } })
  const at = before === undefined ? settings.length : settings.indexOf(before)
  const kept = keep(desk, [...settings.slice(0, at), made.value, ...settings.slice(at + 1)])
  return kept.ok ? ok({ ...told(desk), key }) : kept
}

const offerId = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 20)

/** What the county puts into every receipt: its own settings, where it offers them. */
export function fieldsForReceipts(desk: Desk): readonly string[] {
  if (!desk.store.settings.get<boolean>(offeredKey, false)) return []
  const settings = desk.layouts.settings(desk.store.office.code)
  return settings.length === 0 ? [] : [JSON.stringify({ kind: offerKind, v: 1, from: desk.store.office.name, rows: rowsOfSettings(settings) })]
}

function readOffer(text: string): FieldOffer | null {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Another kind of template: it is somebody else's to read.
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { kind, from, rows } = value as Readonly<Record<string, unknown>>
  if (kind !== offerKind || !Array.isArray(rows)) return null
  const settings = settingsIn({ custom: rows as Value }).filter((one) => declarationOf(one.type) !== null)
  return settings.length === 0 ? null : { id: offerId(text), from: typeof from === 'string' ? from.slice(0, 60) : '', settings }
}

/** Keeps what a receipt carried until somebody decides; the same is not asked twice. */
export function keepFieldOffers(desk: Desk, texts: readonly string[]): void {
  const seen = desk.store.settings.get<readonly string[]>(seenKey, [])
  const fresh = texts.map(readOffer).findLast((offer) => offer !== null && !seen.includes(offer.id))
  if (fresh) desk.store.settings.set(offerKey, fresh)
}

/** The county's settings over our own: a field that it names is as it says, everything else stays. */
const over = (own: readonly FieldSetting[], theirs: readonly FieldSetting[]): readonly FieldSetting[] =>
  [...own.filter((one) => !theirs.some((other) => other.type === one.type && other.key === one.key)), ...theirs]

export const ownFieldHandlers = {
  'fields.get': ({ org }, desk) => ok(told(desk, org)),
  'fields.set': set,
  'fields.order': order,
  'fields.drop': ({ type, key }, desk) => {
    const settings = desk.layouts.settings(desk.store.office.code)
    if (!settings.some((one) => one.type === type && one.key === key)) return fail('not-found', { field: 'key', detail: { type, key } })
    const filled = isOwnKey(key) ? desk.store.lookup().all(type).filter((rec) => rec.fields[key] !== undefined).length : 0
    const kept = keep(desk, settings.filter((one) => one.type !== type || one.key !== key))
    return kept.ok ? ok({ ...told(desk), filled }) : kept
  },
  'fields.offer': ({ on }, desk) => {
    if (desk.store.office.role !== 'county') return fail('not-now', { detail: { why: '只有县里发给各镇' } })
    desk.store.settings.set(offeredKey, on)
    return ok(told(desk))
  },
  'fields.adopt': ({ id, take }, desk) => {
    const offer = desk.store.settings.get<FieldOffer | null>(offerKey, null)
    if (offer?.id !== id) return fail('not-found', { field: 'id', detail: { id } })
    if (take) {
      const kept = keep(desk, over(desk.layouts.settings(desk.store.office.code), offer.settings))
      if (!kept.ok) return kept
    }
    desk.store.settings.remove(offerKey)
    desk.store.settings.set(seenKey, [...desk.store.settings.get<readonly string[]>(seenKey, []), id].slice(-50))
    return ok(told(desk))
  },
} satisfies Partial<Handlers<Desk>>
