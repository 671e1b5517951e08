/** Constituencies of a term: their seats add up to the quota, and some stay empty. */
import { intOf } from '../facts'
import type { Random } from './random'
import type { Scribe } from './scribe'
import type { Deputy, TermSpan } from './term'
import type { Town } from './town'

export interface Seat {
  readonly constituency: string
}

const seatsEach = 3

/** Free seats in the order of the constituencies, one of each first, so that what stays empty lies apart. */
export function addConstituencies(scribe: Scribe, random: Random, town: Town, term: string, span: TermSpan, there: readonly Deputy[]): { readonly seats: readonly Seat[] } {
  const quota = intOf(scribe.get(term)?.fields ?? {}, 'quota') ?? span.size + 2
  const count = Math.ceil(quota / seatsEach)
  const free: { readonly id: string; left: number }[] = []
  for (let at = 0; at < count; at++) {
    const seats = Math.min(seatsEach, quota - at * seatsEach)
    const village = town.villages[at % town.villages.length]
    const fields = { seats, voters: random.between(900, 2600), name: `第${String(at + 1)}选区`, ...(village === undefined ? {} : { villages: [village] }) }
    const id = scribe.have('constituency', { term, level: '5', no: String(at + 1), ...fields })
    scribe.fill(id, fields)
    free.push({ id, left: (intOf(scribe.get(id)?.fields ?? {}, 'seats') ?? seats) - there.filter((one) => one.constituency === id).length })
  }
  const seats: Seat[] = []
  for (let round = 0; round < seatsEach; round++) {
    for (const one of free) {
      if (one.left <= 0) continue
      one.left -= 1
      seats.push({ constituency: one.id })
    }
  }
  return { seats }
}
