/**
 * What an error tells of the value that was wrong: enough to find it, never the value itself where that is a megabyte of text, a structure
 * of a thousand levels or no well-formed text at all.
 */
const longest = 500
const most = 60
const deepest = 5

/** `value` cut to plain, short, well-formed JSON. */
export function brief(value: unknown, level = 0): unknown {
  if (typeof value === 'string') return briefText(value)
  if (typeof value !== 'object' || value === null) return typeof value === 'bigint' || typeof value === 'function' || typeof value === 'symbol' ? String(value) : value
  if (level >= deepest) return '…'
  if (Array.isArray(value)) {
    const cut = value.slice(0, most).map((one) => brief(one, level + 1))
    return value.length > most ? [...cut, '…'] : cut
  }
  const entries = Object.entries(value)
  return Object.fromEntries(entries.slice(0, most).map(([key, one]) => [briefText(key), brief(one, level + 1)]))
}

function briefText(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text
  return cut.replace(/\p{Surrogate}/gu, '\uFFFD')
}

/** The detail of a failure, each value cut. */
export const briefDetail = (detail: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(detail).map(([key, value]) => [key, brief(value)]))
