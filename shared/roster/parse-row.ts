/** One row of a roster to the fields of a person. */
import { codeOf } from '../codes'
import type { Data, Scalar } from '../fields'
import { parseName, type ParsedName } from '../parse/name'
import { hasDirections } from '../parse/text'
import { checkRow, type CheckedRow, type RowValues } from './check-row'
import type { RosterField } from './fields'
import type { Column } from './guess-columns'
import type { Doubt, RosterError, RosterWarning } from './issue'
import { readCell, type CellContext } from './read-cell'
import { roleInPost } from './read-link'
import type { RemarkLine, RosterLinks, RosterRow } from './roster-row'
import { emptyCell, type Cell, type Table } from './table'

export interface RowSource {
  readonly table: Table
  readonly columns: readonly { readonly column: Column; readonly field: RosterField; readonly context: CellContext }[]
  readonly nameColumn: Column
  readonly today: string
}

type Part = 'person' | 'personPrivate' | 'mandate'

const partOf = (field: RosterField): Part =>
  field.record === 'person' ? 'person' : field.record === 'person_private' ? 'personPrivate' : 'mandate'

interface Collected {
  readonly values: RowValues
  readonly remarks: readonly (RemarkLine & { readonly part: Part })[]
  readonly doubts: readonly (Doubt & { readonly part: Part })[]
  readonly warnings: readonly RosterWarning[]
  readonly birthOtherwise?: string
}

/** A merged 选区 or 小组 cell counts for every row that it covers. */
function cellAt(table: Table, at: number, column: number, field: RosterField): Cell {
  let row = at
  if (field.record === 'link') while (row > 0 && table.rows[row]?.[column]?.merged === 'covered') row--
  return table.rows[row]?.[column] ?? emptyCell
}

function collect(source: RowSource, at: number): Collected {
  const values: Record<string, Scalar> = {}
  const remarks: (RemarkLine & { readonly part: Part })[] = []
  const doubts: (Doubt & { readonly part: Part })[] = []
  const warnings: RosterWarning[] = []
  let birthOtherwise: string | undefined
  for (const { column, field, context } of source.columns) {
    const cell = cellAt(source.table, at, column.index, field)
    const read = readCell(cell, field, context)
    const part = partOf(field)
    const ownRemark = field.key === 'person.remark' ? read.set[field.key] : undefined
    if (typeof ownRemark === 'string') remarks.push({ part, text: ownRemark })
    // A column of its own (备用电话) wins over what another cell also held.
    else for (const [key, value] of Object.entries(read.set)) if (key === field.key || values[key] === undefined) values[key] = value
    if (read.remark !== undefined) remarks.push({ part, text: read.remark, field: field.field })
    if (field.key === 'person.birth') birthOtherwise = read.otherwise
    const codes = hasDirections(cell.text) && column !== source.nameColumn ? ['hidden-signs' as const, ...read.warnings] : read.warnings
    warnings.push(...codes.map((code) => ({ row: at + 1, column: column.heading, code, value: cell.text })))
    doubts.push(...read.doubts.map((code) => ({ part, field: field.field, code })))
  }
  return { values, remarks, doubts, warnings, ...(birthOtherwise === undefined ? {} : { birthOtherwise }) }
}

/** 王芳（女，苗族）: official lists put sex and nationality behind the name. They fill empty cells only; other words are kept as remark. */
function withNameNotes(collected: Collected, notes: readonly string[]): Collected {
  let values = collected.values
  const lines: (RemarkLine & { readonly part: Part })[] = []
  for (const note of notes) {
    const sex = codeOf('sex', note)
    const ethnic = sex === null ? codeOf('ethnic', note) : null
    if (sex !== null) values = { 'person.sex': sex, ...values }
    else if (ethnic !== null) values = { 'person.ethnic': ethnic, ...values }
    else lines.push({ part: 'person', text: note, field: 'name' })
  }
  return { ...collected, values, remarks: [...collected.remarks, ...lines] }
}

/** The ID told which month a numeric 1978.1 is: nothing is doubtful about it any more. */
function withoutAmbiguousBirth(collected: Collected, source: RowSource): Collected {
  const birthColumn = source.columns.find(({ field }) => field.key === 'person.birth')?.column.heading
  return {
    ...collected,
    birthOtherwise: undefined,
    doubts: collected.doubts.filter((doubt) => !(doubt.code === 'date-ambiguous' && doubt.field === 'birth')),
    warnings: collected.warnings.filter((issue) => !(issue.code === 'date-ambiguous' && issue.column === birthColumn)),
  }
}

function withFindings(collected: Collected, checked: CheckedRow, source: RowSource, at: number): Collected {
  const columnOf = (key: string): Column | undefined => source.columns.find(({ field }) => field.key === key)?.column
  const found = checked.findings.map(({ key, code }) => {
    // What the ID gave is said of the ID's column where there is no other.
    const column = columnOf(key) ?? columnOf('person_private.id_no')
    const value = column === undefined ? '' : source.table.rows[at]?.[column.index]?.text ?? ''
    return { row: at + 1, column: column?.heading ?? '', code, value }
  })
  const doubts = checked.findings.map(({ key, code }) => ({ part: 'person' as const, field: key.slice(key.indexOf('.') + 1), code }))
  return { ...collected, warnings: [...collected.warnings, ...found], doubts: [...collected.doubts, ...doubts] }
}

function withName(collected: Collected, parsed: ParsedName, source: RowSource, at: number, text: string): { readonly collected: Collected; readonly errors: readonly RosterError[] } {
  const where = { row: at + 1, column: source.nameColumn.heading, value: text }
  const { problem, notes } = parsed
  if (problem !== undefined && problem !== 'name-short' && problem !== 'name-digits') return { collected, errors: [{ ...where, code: problem }] }
  const noted = notes.length > 0 ? withNameNotes(collected, notes) : collected
  const codes = [...(problem === undefined ? [] : [problem]), ...(notes.length > 0 ? ['name-notes' as const] : []), ...(hasDirections(text) ? ['hidden-signs' as const] : [])]
  return {
    collected: {
      ...noted,
      warnings: [...codes.map((code) => ({ ...where, code })), ...noted.warnings],
      doubts: problem === undefined ? noted.doubts : [{ part: 'person', field: 'name', code: problem }, ...noted.doubts],
    },
    errors: [],
  }
}

function linksOf(values: RowValues): RosterLinks {
  const link = (key: string): string | undefined => {
    const value = values[`link.${key}`]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  const post = values['person.post']
  const links: RosterLinks = {
    constituencyNo: link('constituency_no'),
    constituencyName: link('constituency_name'),
    group: link('group'),
    delegation: link('delegation'),
    station: link('station'),
    presidiumRole: link('presidium') ?? (typeof post === 'string' ? roleInPost(post) ?? undefined : undefined),
  }
  return Object.fromEntries(Object.entries(links).filter(([, value]) => value !== undefined))
}

function recordData(values: RowValues, record: string): Data {
  const fields = Object.entries(values).filter(([key]) => key.startsWith(`${record}.`))
  return Object.fromEntries(fields.map(([key, value]) => [key.slice(record.length + 1), value]))
}

/** Reads the row at this index of the table. */
export function parseRow(source: RowSource, at: number): RosterRow {
  const nameText = source.table.rows[at]?.[source.nameColumn.index]?.text ?? ''
  const parsed = parseName(nameText)
  const named = withName(collect(source, at), parsed, source, at, nameText)
  const checked = checkRow(named.collected.values, named.collected.birthOtherwise, source.today)
  const settled = checked.birthDecided ? withoutAmbiguousBirth(named.collected, source) : named.collected
  const { remarks, doubts, warnings, birthOtherwise } = withFindings(settled, checked, source, at)

  const linesOf = (part: Part): readonly RemarkLine[] =>
    remarks.filter((line) => line.part === part).map(({ text, field }) => (field === undefined ? { text } : { text, field }))
  // What is doubtful about private fields is marked at the person: person_private has no list of its own.
  const doubtsOf = (isMandate: boolean): readonly Doubt[] =>
    doubts.filter((doubt) => (doubt.part === 'mandate') === isMandate).map(({ field, code }) => ({ field, code }))
  return {
    row: at + 1,
    name: parsed.value,
    person: recordData(checked.values, 'person'),
    personPrivate: recordData(checked.values, 'person_private'),
    mandate: recordData(checked.values, 'mandate'),
    links: linksOf(checked.values),
    remarks: { person: linesOf('person'), personPrivate: linesOf('personPrivate'), mandate: linesOf('mandate') },
    derived: checked.derived,
    ...(birthOtherwise === undefined ? {} : { birthOtherwise }),
    doubts: { person: doubtsOf(false), mandate: doubtsOf(true) },
    warnings,
    errors: named.errors,
  }
}
