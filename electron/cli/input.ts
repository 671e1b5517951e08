/** Reads what is piped in: one JSON object, or JSON lines. */
import { fail, ok, type Result } from '../../shared/result'
import { decodeInput } from './decode-input'

export type Bag = Readonly<Record<string, unknown>>

/** Everything on standard input as text; '' when it is a terminal. A byte-order mark is dropped. */
export async function readStandardInput(): Promise<string> {
  if (process.stdin.isTTY) return ''
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  return decodeInput(Buffer.concat(chunks))
}

// A key of this name would pass for the prototype further on: such a line is no record, and must not stop the others.
const isHostile = (value: unknown): boolean => typeof value === 'object' && value !== null && Object.hasOwn(value, '__proto__')

const isPlain = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value) && !isHostile(value)

/** Levels of objects and lists in one line: a record has four, a search for a reference in a row some more. */
const deepest = 16

/** Whether a value is nested deeper than any record; walked without recursion, which a hostile line would overflow. */
function isTooDeep(value: unknown): boolean {
  let level: readonly unknown[] = [value]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > deepest) return true
    level = level.flatMap((one): readonly unknown[] => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return false
}

function parseObject(text: string): Bag | null {
  try {
    const value: unknown = JSON.parse(text)
    return isPlain(value) && !isTooDeep(value) && (!Object.hasOwn(value, 'fields') || !isHostile((value as Bag)['fields'])) ? (value as Bag) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}

/** One JSON object; nothing at all is `{}`. */
export function oneObject(text: string): Result<Bag> {
  if (text.trim() === '') return ok({})
  const value = parseObject(text)
  return value ? ok(value) : fail('bad-input', { field: 'stdin', detail: { want: 'one JSON object' } })
}

/** One JSON object a line, blank lines skipped; a line that is none comes back as null, so that the others still go in. */
export function objectLines(text: string): readonly { readonly line: number; readonly value: Bag | null }[] {
  return text
    .split(/\r?\n/)
    .map((line, index) => ({ line: index + 1, text: line }))
    .filter((row) => row.text.trim() !== '')
    .map((row) => ({ line: row.line, value: parseObject(row.text) }))
}
