import type { Data } from '../fields'
import { textOf } from '../facts'
import { toHalfWidth } from '../parse/text'
import type { Warning } from '../result'

const phoneOrId = /(?<!\d)(1[3-9]\d{9}|\d{17}[\dXx]|\d{15})(?![\dXx])/u

/** A warning for every text that seems to hold a phone or an ID number: such records travel to the county. */
export function looksPrivate(data: Data, keys: readonly string[]): readonly Warning[] {
  return keys
    .filter((key) => phoneOrId.test(toHalfWidth(textOf(data, key)).replace(/(?<=\d)[ -](?=\d)/gu, '')))
    .map((field) => ({ code: 'looks-private', field }))
}
