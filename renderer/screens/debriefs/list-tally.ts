/**
 * A sheet that lists many names, read out name by name: 1–4 is the tick of the name that is called, the next name follows by itself, after the last one
 * the next sheet. The trail keeps every press, so that the last one can be taken back and a closed window goes on where it was. Pure.
 */
import { opinionKeys, type OpinionKey } from '../../../shared/records/rating-count'

/** Where names (a line each) and trail are kept in the draft. */
export const namesKey = '_names'
export const listTrailKey = '_list'

export type Voices = Readonly<Record<OpinionKey, number>>

export interface ListCount {
  /** Voices of each name, of the sheets that were read out to their end. */
  readonly rows: readonly Voices[]
  readonly valid: number
  readonly invalid: number
  /** Ticks of the sheet in hand, in the order of the names. */
  readonly sheet: readonly OpinionKey[]
}

const invalidDigit = '5'
const opinionOf = (digit: string): OpinionKey | undefined => opinionKeys[Number(digit) - 1]

export const namesIn = (text: unknown): readonly string[] => (typeof text === 'string' ? text.split(/[\n\t,，、;；]+/u).map((one) => one.trim()).filter((one) => one !== '') : [])

/** What the presses of `trail` add up to. A sheet that is called invalid gives no voice to anybody, wherever it was noticed. */
export function countList(names: number, trail: string): ListCount {
  const rows = Array.from({ length: names }, () => ({ satisfied: 0, basically: 0, dissatisfied: 0, abstain: 0 }))
  let [valid, invalid] = [0, 0]
  let sheet: OpinionKey[] = []
  for (const digit of trail) {
    const opinion = opinionOf(digit)
    if (digit === invalidDigit) {
      invalid += 1
      sheet = []
    } else if (opinion !== undefined) sheet.push(opinion)
    if (names > 0 && sheet.length === names) {
      for (const [at, one] of sheet.entries()) {
        const row = rows[at]
        if (row) row[one] += 1
      }
      valid += 1
      sheet = []
    }
  }
  return { rows, valid, invalid, sheet }
}

/** The trail after a key; null for a key that means nothing here. Space: the rest of the sheet is ticked like the name before. */
export function pressed(names: number, trail: string, key: string): string | null {
  if (names === 0) return null
  if (key === 'Backspace') return trail === '' ? null : trail.slice(0, -1)
  if (key === invalidDigit || opinionOf(key) !== undefined) return trail + key
  const { sheet } = countList(names, trail)
  return key === ' ' && sheet.length > 0 ? trail + (trail.at(-1) ?? '').repeat(names - sheet.length) : null
}
