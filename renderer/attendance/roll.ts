/** Who was expected and who came, as it is ticked: everybody is present until unticked. Pure. */

/** A way of being absent: its code, its word, and whether it is held against the person. */
export interface Away {
  readonly code: string
  readonly word: string
  readonly tone: 'idle' | 'late'
}

/** The states of one register: participation has two ways of being absent, a session of the congress four. */
export interface Register {
  readonly present: string
  readonly away: readonly Away[]
}

export const participationRegister: Register = { present: '1', away: [{ code: '2', word: '请假', tone: 'idle' }, { code: '3', word: '缺席', tone: 'late' }] }

export const sessionRegister: Register = {
  present: '1', away: [{ code: '3', word: '事假', tone: 'idle' }, { code: '2', word: '病假', tone: 'idle' }, { code: '4', word: '公务', tone: 'idle' }, { code: '5', word: '缺席', tone: 'late' }],
}

/** What is kept while it is ticked; plain data, so that a draft keeps it. */
export interface Roll {
  /** Ids of the mandates that are expected; null = those that the screen proposes. */
  readonly ids: readonly string[] | null
  /** Codes of those who are not simply present. */
  readonly marks: Readonly<Record<string, string>>
  /** Why somebody is on leave. */
  readonly reasons: Readonly<Record<string, string>>
}

export const emptyRoll: Roll = { ids: null, marks: {}, reasons: {} }

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)
const words = (value: unknown): Readonly<Record<string, string>> =>
  isRecord(value) ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')) : {}

/** Reads a roll out of a draft. */
export function rollOf(value: unknown): Roll {
  if (!isRecord(value)) return emptyRoll
  const ids = value['ids']
  return { ids: Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : null, marks: words(value['marks']), reasons: words(value['reasons']) }
}

export const stateOf = (roll: Roll, register: Register, id: string): string => roll.marks[id] ?? register.present

export function mark(roll: Roll, register: Register, id: string, code: string): Roll {
  const { [id]: _before, ...marks } = roll.marks
  const { [id]: _reason, ...reasons } = roll.reasons
  return code === register.present ? { ...roll, marks, reasons } : { ...roll, marks: { ...marks, [id]: code } }
}

export const allPresent = (roll: Roll): Roll => ({ ...roll, marks: {}, reasons: {} })

/** The people of the last event with the states they had then. */
export const asLast = (register: Register, rows: readonly { readonly mandate: string; readonly state: string }[]): Roll => ({
  ids: rows.map((row) => row.mandate), reasons: {},
  marks: Object.fromEntries(rows.filter((row) => row.state !== register.present).map((row) => [row.mandate, row.state])),
})

/** A pasted list names those who were expected; marks of others go. */
export const expectOnly = (ids: readonly string[]): Roll => ({ ids, marks: {}, reasons: {} })

/** A pasted list names those who came; the others of `expected` are on leave until somebody says otherwise. */
export function presentOnly(roll: Roll, register: Register, expected: readonly string[], came: readonly string[]): Roll {
  const present = new Set(came)
  const leave = register.away[0]?.code ?? register.present
  return { ...roll, marks: Object.fromEntries(expected.filter((id) => !present.has(id)).map((id) => [id, leave])), reasons: {} }
}

/** A signed sheet says of some that they did not come; a word that the register does not have is a leave, or an absence where it is none. */
export function markAway(roll: Roll, register: Register, words: Readonly<Record<string, string>>): Roll {
  const codeOf = (word: string): string | undefined =>
    (register.away.find((one) => one.word === word) ?? (/假|公/u.test(word) ? register.away[0] : register.away.at(-1)))?.code
  return Object.entries(words).reduce((now, [id, word]) => mark(now, register, id, codeOf(word) ?? register.present), roll)
}

export interface Count {
  readonly expected: number
  readonly present: number
  /** In the order of the register. */
  readonly away: readonly { readonly code: string; readonly word: string; readonly tone: Away['tone']; readonly count: number }[]
}

export function countRoll(roll: Roll, register: Register, expected: readonly string[]): Count {
  const of = (code: string): number => expected.filter((id) => stateOf(roll, register, id) === code).length
  return { expected: expected.length, present: of(register.present), away: register.away.map((one) => ({ ...one, count: of(one.code) })) }
}

export interface RollRow {
  readonly mandate: string
  readonly state: string
  /** null empties what was saved before. */
  readonly leave_reason?: string | null
}

/** The rows to be saved, in the order they stand. */
export function rowsOfRoll(roll: Roll, register: Register, expected: readonly string[]): readonly RollRow[] {
  return expected.map((mandate) => {
    const reason = roll.reasons[mandate]?.trim() ?? ''
    return { mandate, state: stateOf(roll, register, mandate), ...(reason === '' ? {} : { leave_reason: reason }) }
  })
}
