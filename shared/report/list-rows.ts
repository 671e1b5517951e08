/**
 * The rows of a list field in one cell, written so that an import reads them again: `姓名：张三，职务：组长；姓名：李四`. A row begins with ；, its cells
 * with ， and the label of the column, so that commas inside a text stay what they are. Pure.
 */
import type { Field } from '../fields'

type Items = Readonly<Record<string, Field>>
type Words = Readonly<Record<string, string>>

/** @param rows words by key, empty ones left out */
export function writeRows(items: Items, rows: readonly Words[]): string {
  return rows.map((row) => Object.entries(items).flatMap(([key, item]) => (row[key] === undefined || row[key] === '' ? [] : [`${item.label}：${row[key]}`])).join('，')).filter((row) => row !== '').join('；')
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\/]/gu, '\\$&')

/** What `writeRows` wrote, or a person typed in the same way; null where no label of a column stands in front. */
export function readRows(items: Items, text: string): readonly Words[] | null {
  const keys = new Map(Object.entries(items).map(([key, item]) => [item.label, key]))
  const labels = [...keys.keys()].toSorted((a, b) => b.length - a.length).map(escaped).join('|')
  const found = [...text.matchAll(new RegExp(`(^|[；;，,\\n])\\s*(${labels})[：:]`, 'gu'))]
  if (found[0]?.index !== 0) return null
  const rows: Record<string, string>[] = []
  for (const [at, match] of found.entries()) {
    const [whole, mark = '', label = ''] = match
    const key = keys.get(label)
    if (key === undefined) continue
    const value = text.slice(match.index + whole.length, found[at + 1]?.index ?? text.length).trim()
    const row = rows.at(-1)
    if (row === undefined || mark === '；' || mark === ';' || mark === '\n' || key in row) rows.push({ [key]: value })
    else row[key] = value
  }
  return rows
}
