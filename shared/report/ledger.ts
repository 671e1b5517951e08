/** 查阅台账: which records belong to a period, register by register, and how they read as a table. Pure. */
import { labelOf } from '../codes'
import { idsOf, intOf, textOf, type Facts } from '../facts'
import type { Field, Row } from '../fields'
import { within } from '../measures/periods'
import type { Period } from '../measures/indicator'
import { declarations, recordTypes } from '../records'
import type { Declaration, Rec } from '../record'
import type { Block } from './block'
import { withoutPrivate } from './without-private'
import { columnHeading } from './money-heading'

/** Registers in the order of the folder. */
const registers = [
  ['meetings', '会议'], ['suggestions', '建议办理'], ['supervision', '监督'], ['activities', '代表活动'], ['people', '代表'], ['sites', '联络站'], ['matters', '民生与重大事项'], ['funds', '经费'], ['documents', '文件'],
] as const

export interface LedgerSheet {
  readonly type: string
  readonly label: string
  readonly columns: readonly { readonly label: string; readonly width: number }[]
  readonly rows: readonly (readonly string[])[]
  readonly records: readonly Rec[]
}

export interface LedgerPart {
  readonly name: string
  readonly sheets: readonly LedgerSheet[]
}

/** Never in a folder that is shown to others: what stays in the town, and bare attachments. */
export const isShown = (declaration: Declaration): boolean => declaration.scope === 'county' && declaration.type !== 'file' && declaration.type !== 'person'

/** Dated by the day on which they are or were to be finished: what is still open belongs to the matter in which it came up, as the figures count it. */
const datedByEnd: readonly string[] = ['finding', 'promise']

/** Records of the period: by their own date, and those that belong to one of them. */
export function recordsOf(facts: Facts, period: Period): ReadonlyMap<string, readonly Rec[]> {
  const found = new Map<string, Rec[]>()
  const ids = new Set<string>()
  const take = (rec: Rec): void => {
    ids.add(rec.id)
    const list = found.get(rec.type)
    if (list) list.push(rec)
    else found.set(rec.type, [rec])
  }
  const usable = recordTypes.map((type) => declarations[type]).filter(isShown)
  for (const declaration of usable) {
    const { dateField } = declaration
    if (dateField !== undefined) for (const rec of facts.all(declaration.type)) if (within(textOf(rec.fields, dateField), period)) take(rec)
  }
  for (const declaration of usable.filter(({ type, dateField }) => dateField === undefined || datedByEnd.includes(type))) {
    const keys = (declaration.parents ?? []).map(({ field }) => field)
    for (const rec of facts.all(declaration.type)) if (!ids.has(rec.id) && keys.some((key) => ids.has(facts.resolve(textOf(rec.fields, key))))) take(rec)
  }
  return found
}

export type TitleOf = (id: string) => string

/** A value in words: labels for codes, names for references, nothing private. */
export function plainCell(field: Field, value: unknown, titleOf: TitleOf): string {
  if (Array.isArray(value)) {
    return (value as readonly unknown[]).map((one) => (typeof one === 'string' ? titleOf(one) || one : Object.entries(one as Row).map(([key, cell]) => plainCell(field.items?.[key] ?? field, cell, titleOf)).filter((text) => text !== '').join(' '))).join('；')
  }
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (typeof value === 'number') return field.kind === 'money' ? (value / 100).toFixed(2) : String(value)
  if (typeof value !== 'string' || value === '') return ''
  if (field.codes !== undefined) return labelOf(field.codes, value)
  return field.kind === 'ref' ? titleOf(value) || (field.orText === true ? value : '') : withoutPrivate(value)
}

const wide: Readonly<Partial<Record<Field['kind'], number>>> = { longText: 40, text: 22, refs: 26, ref: 20, list: 30, date: 13 }

function sheetOf(declaration: Declaration, records: readonly Rec[], titleOf: TitleOf): LedgerSheet {
  const { dateField } = declaration
  const usable = Object.entries(declaration.fields).filter(([, field]) => !['file', 'files'].includes(field.kind) && field.need !== 'app')
  const ordered = dateField === undefined ? records : [...records].sort((a, b) => textOf(a.fields, dateField).localeCompare(textOf(b.fields, dateField)) || (a.id < b.id ? -1 : 1))
  const rows = ordered.map((rec) => usable.map(([key, field]) => plainCell(field, rec.fields[key], titleOf)))
  const kept = usable.map(([, field], at) => ({ field, at })).filter(({ at }) => rows.some((row) => row[at] !== ''))
  const status = declaration.firstStatus !== undefined
  return {
    type: declaration.type, label: declaration.label, records: ordered,
    columns: [...kept.map(({ field }) => ({ label: columnHeading(field), width: wide[field.kind] ?? 12 })), ...(status ? [{ label: '状态', width: 12 }] : [])],
    rows: rows.map((row, at) => [...kept.map((one) => row[one.at] ?? ''), ...(status ? [ordered[at]?.status ?? ''] : [])]),
  }
}

/** The registers that have something in the period, each with its tables. */
export function ledgerParts(facts: Facts, period: Period, titleOf: TitleOf): readonly LedgerPart[] {
  const found = recordsOf(facts, period)
  return registers.flatMap(([menu, name]): readonly LedgerPart[] => {
    const sheets = recordTypes.map((type) => declarations[type]).filter((declaration) => (declaration.menu ?? '') === menu).flatMap((declaration) => {
      const records = found.get(declaration.type) ?? []
      return records.length === 0 ? [] : [sheetOf(declaration, records, titleOf)]
    })
    return sheets.length === 0 ? [] : [{ name, sheets }]
  })
}

/** 考核对照: the county's items in their order, each with what proves it and where that lies in the folder. What is not in it is not named: it may stay in the town. */
export const assessmentOrder = (title: string, items: readonly Rec[], titleOf: TitleOf, placeOf: (id: string) => string | null): readonly Block[] => [
  { kind: 'form', text: title },
  {
    kind: 'table', columns: [{ label: '考核项', width: 10, align: 'center' }, { label: '内容', width: 26 }, { label: '自评分', width: 10, align: 'right' }, { label: '佐证', width: 30 }, { label: '在哪里', width: 24 }],
    rows: items.flatMap(({ fields }) => {
      const proofs = idsOf(fields, 'evidence')
      const points = intOf(fields, 'self_tenths')
      const head = [textOf(fields, 'item_no'), withoutPrivate(textOf(fields, 'item')), points === null ? '' : String(points / 10)]
      return proofs.length === 0 ? [{ cells: [...head, '没有挂佐证', ''] }] : proofs.map((id, at) => {
        const place = placeOf(id)
        return { cells: [...(at === 0 ? head : ['', '', '']), ...(place === null ? ['另附', '不在这份台账里'] : [withoutPrivate(titleOf(id)), place])] }
      })
    }),
  },
]

export interface ContentsLine {
  readonly what: string
  readonly count: string
  readonly place: string
}

/** 目录: what lies in the folder and where. */
export const contentsOf = (title: string, days: string, lines: readonly ContentsLine[]): readonly Block[] => [
  { kind: 'form', text: title }, { kind: 'note', text: days },
  {
    kind: 'table', columns: [{ label: '序号', width: 8, align: 'center' }, { label: '材料', width: 40 }, { label: '数量', width: 14, align: 'center' }, { label: '在哪里', width: 38 }],
    rows: lines.map(({ what, count, place }, index) => ({ cells: [String(index + 1), what, count, place] })),
  },
]
