/**
 * An old ledger (a sheet of cases that were closed before the program came) read into records of the past: headings are the labels of the
 * fields or what people call them, a cell that names a person or unit becomes a search for it. Pure; nothing is saved here.
 */
import type { Field } from '../fields'
import { parseDateCell } from '../parse/date-cell'
import type { Declaration } from '../record'
import { readRows } from '../report/list-rows'
import { computed } from '../report/list-sheet'
import type { Table } from '../roster/table'
import { platformOf } from './platform-exports'
import { isPrivateCell } from './private-cells'

export interface LedgerColumn {
  readonly index: number
  readonly heading: string
  /** Key of the field, `status`, or null where the heading is none that is known: its cells go into the remark. */
  readonly key: string | null
}

export interface LedgerRow {
  /** The sheet's row, 1-based. */
  readonly row: number
  readonly fields: Readonly<Record<string, unknown>>
  /** The cells as they stand in the sheet, by field. */
  readonly texts: Readonly<Record<string, string>>
  /** Cells of unknown columns, for the remark. */
  readonly rest: readonly string[]
  /** Headings of unknown columns whose cells are private and go nowhere. */
  readonly kept: readonly string[]
}

export interface OldLedger {
  /** Every heading, as it is written: what a source is known by. */
  readonly headings: readonly string[]
  /** The platform whose export this is, where its columns are known. */
  readonly platform: string | null
  readonly columns: readonly LedgerColumn[]
  readonly rows: readonly LedgerRow[]
}

const status = 'status'

/** Headings of real ledgers that are no labels of ours. */
const called: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '*': { 状态: status, 办理状态: status, 办理情况: status, 编号: 'no', 备注: 'remark', 名称: 'title', 标题: 'title', 事项: 'title', 办结时间: 'closed_on' },
  suggestion: { 建议标题: 'title', 建议名称: 'title', 案由: 'title', 建议内容: 'body', 内容: 'body', 领衔: 'lead', 领衔人: 'lead', 提出代表: 'lead', 代表姓名: 'lead', 联名: 'cosign', 联名代表: 'cosign', 附议代表: 'cosign', 主办: 'host', 承办: 'host', 承办单位: 'host', 协办: 'cohosts', 协办单位: 'cohosts', 提出时间: 'raised_on', 交办时间: 'assigned_on', 分类: 'field' },
  voter_matter: { 反映时间: 'received_on', 接待日期: 'received_on', 反映事项: 'content', 内容: 'content', 办理结果: 'reply_text' },
  letter: { 来信时间: 'received_on', 收信日期: 'received_on', 内容: 'subject', 信访事项: 'subject' },
  supervision: { 活动名称: 'title', 主题: 'title', 时间: 'start_on', 开始时间: 'start_on' },
  activity: { 活动名称: 'title', 主题: 'title', 时间: 'start_on', 活动时间: 'start_on', 地点: 'place' },
}

const bare = (text: string): string => text.replace(/[（(][^（）()]*[）)]/gu, '').replace(/[\s:：*＊]/gu, '')

const taken: readonly Field['kind'][] = ['text', 'longText', 'date', 'month', 'ym', 'int', 'money', 'flag', 'choice', 'ref', 'refs', 'list']

/** Fields that a column may be taken for, in the order of the declaration; the status where the type has one. */
export const takenFields = (declaration: Declaration): readonly { readonly key: string; readonly label: string }[] => [
  ...Object.entries(declaration.fields).filter(([, field]) => taken.includes(field.kind)).map(([key, field]) => ({ key, label: field.label })),
  ...(declaration.firstStatus === undefined ? [] : [{ key: status, label: '办理状态' }]),
]

/** The field behind a heading: its label, whole or without brackets, else a usual name. */
export function keyOfHeading(declaration: Declaration, heading: string): string | null {
  const word = bare(heading)
  if (word === '') return null
  const own = called[declaration.type]?.[word]
  if (own !== undefined && own in declaration.fields) return own
  for (const [key, field] of Object.entries(declaration.fields)) if (taken.includes(field.kind) && bare(field.label) === word) return key
  const common = called['*']?.[word]
  return common === status ? (declaration.firstStatus === undefined ? null : status) : common !== undefined && common in declaration.fields ? common : null
}

const identities = (declaration: Declaration): readonly string[] => Object.entries(declaration.fields).filter(([, field]) => field.need === 'identity').map(([key]) => key)

/** What a person chose for a heading: the key of a field, '' for none. */
export type Choices = Readonly<Record<string, string>>
/** What is chosen for a table of these headings. */
export type ChoicesFor = (headings: readonly string[]) => Choices

type Cells = Table['rows'][number]

/** The headings in row `at`, and how many rows they take: under a merged heading may stand those of its columns, `提建议人` over `单位` and `姓名`. */
function headingsAt(table: Table, at: number): { readonly texts: readonly string[]; readonly rows: 1 | 2 } {
  const [upper = [], lower = []]: readonly (Cells | undefined)[] = [table.rows[at], table.rows[at + 1]]
  const under = lower.filter((cell, index) => cell.text.trim() !== '' && cell.merged === undefined && upper[index]?.merged !== undefined)
  const two = under.length > 0 && under.length === lower.filter((cell) => cell.text.trim() !== '').length && lower.some((cell, index) => cell.merged === 'covered' && (upper[index]?.text ?? '') !== '')
  if (!two) return { texts: upper.map((cell) => cell.text.trim()), rows: 1 }
  let over = ''
  return {
    rows: 2,
    texts: upper.map((cell, index) => {
      if (cell.merged !== 'covered') over = cell.text.trim()
      const own = (lower[index]?.text ?? '').trim()
      return own === '' ? cell.text.trim() : `${over}${own}`
    }),
  }
}

const written = (texts: readonly string[]): readonly string[] => texts.filter((text) => text !== '')

/** The field of a heading, by the person's choice where there is one. */
const chosenKey = (declaration: Declaration, heading: string, choices: Choices): string | null => {
  const choice = choices[heading.trim()]
  return choice === undefined ? keyOfHeading(declaration, heading) : choice === '' ? null : choice
}

/** The heading row: the first of the first twelve that names an identity field and one more, where the type has more. */
function headingRow(declaration: Declaration, table: Table, choicesFor: ChoicesFor): number {
  const wanted = identities(declaration)
  const enough = Math.min(2, takenFields(declaration).length)
  return table.rows.slice(0, 12).findIndex((_, at) => {
    const { texts } = headingsAt(table, at)
    const choices = choicesFor(written(texts))
    const keys = texts.map((text) => chosenKey(declaration, text, choices))
    // What a person put into the remark was looked at as well: the table stays found.
    const known = texts.filter((text, index) => keys[index] !== null || (text !== '' && choices[text] !== undefined))
    return known.length >= enough && keys.some((key) => key !== null && wanted.includes(key))
  })
}

const names = (text: string): readonly string[] => text.split(/[、，,;；\s]+/u).filter((name) => name !== '')

/** @param heading says the unit of an amount: 金额(万元) */
function valueOf(field: Field, text: string, heading: string): unknown {
  switch (field.kind) {
    case 'date': case 'month': case 'ym': {
      const read = parseDateCell(text, { notBefore: 1950 })
      return read.ok ? read.value : text
    }
    case 'ref': return { find: { name: text } }
    case 'money': return /万/u.test(heading) && /^[\d.,\s]+$/u.test(text) ? `${text}万元` : text
    case 'list': return readRows(field.items ?? {}, text)?.map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => {
      const item = field.items?.[key]
      return [key, item === undefined ? cell : valueOf(item, cell, item.label)]
    }))) ?? text
    case 'refs': return names(text).map((name) => ({ find: { name } }))
    case 'int': return field.tenths === true && /^\d+(\.\d)?$/u.test(text) ? Math.round(Number(text) * 10) : /^-?\d+$/u.test(text) ? Number(text) : text
    default: return text
  }
}

const sums = ['合计', '小计', '总计', '共计']

/** Cells of unknown columns: what may stand in the remark, and the headings of what may not. */
function restOf(cells: readonly { readonly column: LedgerColumn; readonly text: string }[]): Pick<LedgerRow, 'rest' | 'kept'> {
  const unknown = cells.filter(({ column }) => column.key === null)
  const isOpen = ({ column, text }: (typeof cells)[number]): boolean => !isPrivateCell(column.heading, text)
  return { rest: unknown.filter(isOpen).map(({ column, text }) => `${column.heading}：${text}`), kept: unknown.filter((cell) => !isOpen(cell)).map(({ column }) => column.heading) }
}

/** Reads a sheet as records of one type; null where no heading row is found. Blank rows and sums are no rows. */
export function readOldLedger(declaration: Declaration, table: Table, chosen: ChoicesFor = () => ({})): OldLedger | null {
  const platform = (headings: readonly string[]) => platformOf(declaration.type, headings)
  const choicesFor: ChoicesFor = (headings) => ({ ...platform(headings)?.columns, ...chosen(headings) })
  const at = headingRow(declaration, table, choicesFor)
  if (at < 0) return null
  const { texts: headings, rows: high } = headingsAt(table, at)
  const choices = choicesFor(written(headings))
  const seen = new Set<string>()
  const columns = headings.flatMap((text, index): LedgerColumn[] => {
    if (text === '' || (['序号', '序'].includes(bare(text)) && keyOfHeading(declaration, text) === null) || text.includes(computed)) return []
    const key = chosenKey(declaration, text, choices)
    const fresh = key !== null && !seen.has(key)
    if (fresh) seen.add(key)
    return [{ index, heading: text, key: fresh ? key : null }]
  })
  const rows = table.rows.slice(at + high).flatMap((cells, index): LedgerRow[] => {
    const filled = columns.map((column) => ({ column, text: (cells[column.index]?.text ?? '').trim() })).filter(({ text }) => text !== '')
    const first = (cells.find((cell) => cell.text.trim() !== '')?.text ?? '').trim()
    if (filled.length === 0 || sums.includes(bare(first)) || (cells[0]?.text.trim() ?? '') === (headings[0] ?? '-')) return []
    const fields = Object.fromEntries(filled.flatMap(({ column: { key, heading }, text }) => {
      if (key === null) return []
      const field = declaration.fields[key]
      return [[key, field === undefined ? text : valueOf(field, text, heading)] as const]
    }))
    const texts = Object.fromEntries(filled.flatMap(({ column: { key }, text }) => (key === null ? [] : [[key, text] as const])))
    return [{ row: at + high + 1 + index, fields, texts, ...restOf(filled) }]
  })
  return { headings: written(headings), platform: platform(written(headings))?.name ?? null, columns, rows }
}
