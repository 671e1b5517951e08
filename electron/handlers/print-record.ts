/** A record as it is given out: with its derived values, references to merged duplicates resolved, private values masked in the window. */
import type { Data, Value } from '../../shared/fields'
import type { Rec } from '../../shared/record'
import { declarationOf } from '../../shared/records'
import { maskIdNo } from '../../shared/parse/id-no'
import { maskPhone } from '../../shared/parse/phone'
import type { Desk } from './desk'

const masks: Readonly<Record<string, Readonly<Record<string, (value: string) => string>>>> = {
  person_private: {
    id_no: maskIdNo, phone: maskPhone, phone2: maskPhone, birth_on: (value) => `${value.slice(0, 4)}-**-**`, address: () => '******', bank_account: (value) => `******${value.slice(-4)}`,
    wechat: () => '******', email: () => '******',
  },
  visitor: { phone: maskPhone, address: () => '******' },
}

/** Keys of a type whose values the window hides until asked for. */
export const maskedKeys = (type: string): readonly string[] => Object.keys(masks[type] ?? {})

function masked(type: string, data: Data): Data {
  const hide = masks[type]
  if (!hide) return data
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, typeof value === 'string' && Object.hasOwn(hide, key) ? hide[key]?.(value) : value]))
}

/** The record with derived fields; masked when it goes to a window. */
export function printRecord(desk: Desk, rec: Rec): Rec {
  const declaration = declarationOf(rec.type)
  const derived: Readonly<Record<string, Value>> = declaration?.derive && !rec.deleted ? declaration.derive(rec, desk.store.lookup(), desk.today) : {}
  const fields = { ...rec.fields, ...derived }
  return { ...rec, fields: desk.masks ? masked(rec.type, fields) : fields }
}
