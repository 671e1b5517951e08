/** One cell to the values it means, by the kind of its field. Doubtful is a warning: the value is kept wherever it can be stored. */
import { codeOf, isLooseWord, type CodeTableName } from '../codes'
import { parseDateCell } from '../parse/date-cell'
import { parseIdNo, idCheckCharacter } from '../parse/id-no'
import { parsePhones } from '../parse/phone'
import { cleanText, compactText } from '../parse/text'
import type { Scalar } from '../fields'
import type { RosterField } from './fields'
import type { RosterWarningCode } from './issue'
import { readConstituency, readPresidiumRole } from './read-link'
import type { Cell } from './table'

export interface CellContext {
  /** `YYYY-MM-DD`: facts do not lie behind it. */
  readonly today: string
  /** The file does not tell text from numbers. */
  readonly untyped: boolean
  /** Some date of this column ends in a zero or has one in front: its 1978.1 is a January. */
  readonly keepsZeros: boolean
}

export interface ReadCell {
  /** By `record.field`; one cell may give two (birth and birth_on). */
  readonly set: Readonly<Record<string, Scalar>>
  readonly warnings: readonly RosterWarningCode[]
  /** Those of the warnings that mark the field 待核. */
  readonly doubts: readonly RosterWarningCode[]
  /** What could not be stored where it belongs and goes to the remark of the same record. */
  readonly remark?: string
  /** The other month that the date may be. */
  readonly otherwise?: string
}

const nothing: ReadCell = { set: {}, warnings: [], doubts: [] }
const value = (field: RosterField, scalar: Scalar): ReadCell => ({ ...nothing, set: { [field.key]: scalar } })

/** Not stored: a warning, 待核, and the word kept in the remark. */
const refused = (field: RosterField, code: RosterWarningCode, word: string): ReadCell => ({
  set: {}, warnings: [code], doubts: [code], remark: `${field.label}：${word}`,
})

const marked = (read: ReadCell, codes: readonly RosterWarningCode[]): ReadCell => ({
  ...read,
  warnings: [...read.warnings, ...codes],
  doubts: [...read.doubts, ...codes],
})

/** A number of more than 15 digits is not what was typed: spreadsheets keep 15. */
const lostDigits = (cell: Cell, text: string): boolean =>
  (cell.kind === 'number' && Math.abs(cell.number ?? 0) >= 1e15) || /^\d(\.\d+)?E\+?\d{2}$/iu.test(text)

function readText(cell: Cell, field: RosterField, max: number): ReadCell {
  const text = cleanText(cell.text)
  if (lostDigits(cell, text)) return marked(nothing, ['number-cut'])
  if (text.length <= max) return value(field, text)
  return { ...refused(field, 'too-long', text), set: { [field.key]: [...text].slice(0, max / 2).join('') } }
}

function readChoice(cell: Cell, field: RosterField, codes: CodeTableName): ReadCell {
  const word = cleanText(cell.text)
  const code = codeOf(codes, word)
  if (code === null) return refused(field, 'unknown-code', word)
  return isLooseWord(codes, word) ? { ...value(field, code), warnings: ['loose-word'] } : value(field, code)
}

const yes = new Set(['是', '有', '√', '✓', '✔', 'Y', 'YES', 'TRUE', '1', '对'])
const no = new Set(['否', '无', '没有', '不是', '×', '✗', '✕', 'X', 'N', 'NO', 'FALSE', '0'])

function readFlag(cell: Cell, field: RosterField): ReadCell {
  const word = compactText(cell.text).toUpperCase()
  if (yes.has(word)) return value(field, true)
  return no.has(word) ? value(field, false) : refused(field, 'unknown-code', cleanText(cell.text))
}

function readInt(cell: Cell, field: RosterField): ReadCell {
  const digits = /^(\d{1,9})(?:\.0+)?[票人名届]?$/u.exec(compactText(cell.text))?.[1]
  return digits === undefined ? refused(field, 'bad-number', cleanText(cell.text)) : value(field, Number(digits))
}

/**
 * A number cell is no ID: the last three digits are gone, and nothing of it is stored. A text file shows the same loss as 15 digits
 * and 000 that do not check.
 */
function readId(cell: Cell, field: RosterField, context: CellContext): ReadCell {
  const text = compactText(cell.text)
  const cut = context.untyped && /^\d{15}000$/u.test(text) && idCheckCharacter(text.slice(0, 17)) !== text[17]
  if (cell.kind === 'number' || cut || /^\d(\.\d+)?E\+?\d+$/iu.test(text)) return marked(nothing, ['id-as-number'])
  const id = parseIdNo(text)
  if (!/\d/u.test(id.value) || id.value.length > 40) return refused(field, 'id-characters', cleanText(cell.text))
  // That a number was lengthened is worth saying, but nothing to check.
  const note: readonly RosterWarningCode[] = id.problems.includes('id-converted') ? ['id-converted'] : []
  return marked({ ...value(field, id.value), warnings: note }, id.problems.filter((problem) => problem !== 'id-converted'))
}

function readPhone(cell: Cell, field: RosterField): ReadCell {
  const [first, second, ...rest] = parsePhones(cell.text)
  if (first === undefined) return nothing
  if (first.value.length > 60) return refused(field, 'bad-phone', cleanText(cell.text))
  let read = value(field, first.value)
  if (first.kind === 'odd') read = marked(read, ['bad-phone'])
  const others = field.field === 'phone' && second !== undefined && second.kind !== 'odd' ? rest : [second, ...rest]
  if (second !== undefined && !others.includes(second)) read = { ...read, set: { ...read.set, 'person_private.phone2': second.value } }
  const left = others.flatMap((phone) => (phone === undefined ? [] : [phone.value]))
  return left.length === 0 ? read : { ...read, warnings: [...read.warnings, 'phones-many'], remark: `${field.label}：${left.join('、')}` }
}

/** A date typed as 1978.3 into a cell formatted as a date shows a day of 1905; its number says what was typed. */
function dateSource(cell: Cell): string | number {
  const serial = cell.number ?? 0
  if (cell.kind === 'number') return serial
  const isTypedYear = cell.kind === 'date' && serial >= 1900 && serial < 2100 && !Number.isInteger(serial)
  return isTypedYear ? Number(serial.toFixed(4)) : cell.text
}

function readDate(cell: Cell, field: RosterField, context: CellContext, notBefore: number | undefined): ReadCell {
  const shown = cleanText(cell.text)
  const date = parseDateCell(dateSource(cell), {
    untyped: context.untyped && !context.keepsZeros,
    ...(notBefore === undefined ? {} : { notBefore }),
  })
  if (!date.ok) return refused(field, date.problem, shown)
  if (date.value > context.today.slice(0, date.value.length)) return refused(field, 'date-future', shown)
  const month = date.value.slice(0, 7)
  if (field.reading.kind === 'date') return date.precision === 'day' ? value(field, date.value) : refused(field, 'date-needs-day', shown)
  const isBirthDay = field.reading.kind === 'birth' && date.precision === 'day'
  const read: ReadCell = { ...nothing, set: { [field.key]: month, ...(isBirthDay ? { 'person_private.birth_on': date.value } : {}) } }
  return date.otherwise === undefined ? read : { ...marked(read, ['date-ambiguous']), otherwise: date.otherwise }
}

/** Reads a cell of a field other than the name. An empty cell, and a stroke that stands for it, say nothing. */
export function readCell(cell: Cell, field: RosterField, context: CellContext): ReadCell {
  if (cell.kind === 'empty' || /^[-–—/\\／…\s]*$/u.test(cell.text)) return nothing
  const reading = field.reading
  switch (reading.kind) {
    case 'name': return nothing
    case 'text': return readText(cell, field, reading.max)
    case 'choice': return readChoice(cell, field, reading.codes)
    case 'flag': return readFlag(cell, field)
    case 'int': return readInt(cell, field)
    case 'id': return readId(cell, field, context)
    case 'phone': return readPhone(cell, field)
    case 'constituency': return { ...nothing, set: readConstituency(cleanText(cell.text)) }
    case 'presidium': {
      const role = readPresidiumRole(cell.text, yes, no)
      if (role === null) return refused(field, 'unknown-code', cleanText(cell.text))
      return role === '' ? nothing : value(field, role)
    }
    case 'birth':
    case 'month':
    case 'date': return readDate(cell, field, context, reading.notBefore)
  }
}
