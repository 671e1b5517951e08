/** Values that a new record starts with: what saving fills in, and what the form proposes beyond that. */
import type { Data, Value } from '../fields'
import type { Lookup } from '../facts'
import type { Declaration } from '../record'
import { filled } from './conditions'
import { currentTerm } from './term'

const words: readonly unknown[] = ['today', 'current-term']

/** `data` with the values of `more` where it has none. */
function fillEmpty(data: Data, more: Data, known: Declaration['fields']): Data {
  const fresh = Object.entries(more).filter(([key, value]) => Object.hasOwn(known, key) && filled({ [key]: value }, key) && !filled(data, key))
  return fresh.length === 0 ? data : { ...data, ...Object.fromEntries(fresh) }
}

/** A new record's content with its defaults; what was given stays. */
export function withDefaults(declaration: Declaration, data: Data, lookup: Lookup, today: string): Data {
  const constants = initials(declaration, (initial) => (words.includes(initial) ? null : initial))
  const started = fillEmpty(data, constants, declaration.fields)
  return declaration.defaults ? fillEmpty(started, declaration.defaults(started, lookup, today), declaration.fields) : started
}

/** What the form of a new record shows already filled in beside what is known so far. */
export function proposals(declaration: Declaration, data: Data, lookup: Lookup, today: string): Data {
  const proposed = initials(declaration, (initial) => (initial === 'today' ? today : initial === 'current-term' ? currentTerm(lookup, today)?.id ?? null : initial))
  const started = fillEmpty(data, proposed, declaration.fields)
  const more = declaration.propose ? fillEmpty(started, declaration.propose(started, lookup, today), declaration.fields) : started
  return Object.fromEntries(Object.entries(more).filter(([key, value]) => data[key] !== value))
}

function initials(declaration: Declaration, read: (initial: string | number | boolean) => Value): Data {
  return Object.fromEntries(
    Object.entries(declaration.fields).flatMap(([key, { initial }]) => (initial === undefined ? [] : [[key, read(initial)] as const])),
  )
}
