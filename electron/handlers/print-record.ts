/** A record as it is given out: with its derived values, references to merged duplicates resolved, private values masked in the window. */
import type { Data, Field, Row, Value } from '../../shared/fields'
import type { Declaration, Rec } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { maskIdNo } from '../../shared/parse/id-no'
import { maskPhone } from '../../shared/parse/phone'
import type { Version } from '../../shared/contract/records'
import type { HistoryEntry } from '../store/store'
import type { Desk } from './desk'

/** 赵文 → 赵**: enough to know which visitor it is. */
const maskName = (name: string): string => `${[...name][0] ?? ''}**`

const masks: Readonly<Record<string, Readonly<Record<string, (value: string) => string>>>> = {
  person_private: {
    id_no: maskIdNo, phone: maskPhone, phone2: maskPhone, birth_on: (value) => `${value.slice(0, 4)}-**-**`, address: () => '******', bank_account: (value) => `******${value.slice(-4)}`,
    wechat: () => '******', email: () => '******',
  },
  visitor: { name: maskName, phone: maskPhone, address: () => '******' },
}

/** Keys of a type that are covered until somebody asks. */
export const maskedKeys = (type: string): readonly string[] => Object.keys(masks[type] ?? {})

/** The content of a record or of one of its versions as this desk may show it. */
export const shownData = (desk: Desk, type: string, data: Data): Data => (desk.masks ? asMasked(type, data) : data)

/** The same with private values masked, whoever asks. */
export function asMasked(type: string, data: Data): Data {
  const hide = masks[type]
  if (!hide) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, typeof value === 'string' && Object.hasOwn(hide, key) ? hide[key]?.(value) : value]))
}

/** A version as a history shows it. */
export function printVersion(desk: Desk, type: string, entry: HistoryEntry): Version {
  const { id, op, by, at, data, changed, head, reason } = entry
  return { id, op, by, at, data: data === null ? null : shownData(desk, type, data), changed, head, ...(reason === undefined ? {} : { reason }) }
}

/** The record with derived fields; masked when it goes to a window. */
export function printRecord(desk: Desk, rec: Rec): Rec {
  const whole = wholeRecord(desk, rec)
  return { ...whole, fields: shownData(desk, rec.type, whole.fields) }
}

/** The same unmasked, for files that a person asked for. */
export function wholeRecord(desk: Desk, rec: Rec): Rec {
  const declaration = declarationOf(rec.type)
  const derived: Readonly<Record<string, Value>> = declaration?.derive && !rec.deleted ? declaration.derive(rec, desk.store.lookup(), desk.today, desk.rules) : {}
  return { ...rec, fields: { ...followed(desk, declaration, rec.fields), ...derived } }
}

/** References to merged duplicates name the record that stayed. */
function followed(desk: Desk, declaration: Declaration | null, data: Data): Data {
  const follow = (field: Field | undefined, value: Data[string]): Data[string] => {
    if (field?.kind === 'ref' && typeof value === 'string') return desk.store.resolve(value)
    if (field?.kind === 'refs' && Array.isArray(value)) return [...new Set((value as readonly string[]).map((id) => desk.store.resolve(id)))]
    if (field?.kind !== 'list' || !Array.isArray(value)) return value
    return (value as readonly Row[]).map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [key, field.items?.[key]?.kind === 'ref' && typeof cell === 'string' ? desk.store.resolve(cell) : cell])))
  }
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, follow(declaration?.fields[key], value)]))
}

/** What a record is called where this desk shows it: who spoke to a deputy is not named until somebody asks. */
export function shownTitle(desk: Desk, id: string, type: string): string {
  const title = desk.store.title(id)
  return desk.masks && type === 'visitor' ? maskName(title) : title
}
