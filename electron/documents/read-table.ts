/**
 * Reads any table a town office may have: .xlsx, .xls, the HTML and XML that old systems name .xls, .csv and .txt in four encodings.
 * What a file is is told from its content, never from its name. Bad input is a Result, never an exception.
 */
import { fail, ok, type Result } from '../../shared/result'
import type { Table } from '../../shared/roster/table'
import { decodeText } from './decode-text'
import { mostTableBytes } from './read-chosen'
import { makeTable, type RawSheet } from './make-table'
import { readDelimitedText } from './read-text'
import { isCompoundFile, readMarkup, readXls } from './read-xls'
import { isZip, readXlsx } from './read-xlsx'

async function readSheets(bytes: Uint8Array): Promise<Result<readonly RawSheet[]>> {
  if (isZip(bytes)) return readXlsx(bytes)
  if (isCompoundFile(bytes)) return readXls(bytes)
  const text = decodeText(bytes)
  if (text === null) return fail('not-a-table')
  if (text.trim() === '') return fail('file-empty')
  const start = text.trimStart().slice(0, 4096)
  const isMarkup = /^<(\?xml|!doctype|html|head|body|table|meta|style|!--)/iu.test(start) || /<(table|html)[\s>]/iu.test(start)
  return isMarkup ? readMarkup(text) : readDelimitedText(text)
}

/**
 * The sheets of a file, visible ones first, hidden ones behind; only sheets that hold something. `fileName` names the one table of a file
 * without sheets. Errors: `file-empty`, `file-too-big`, `file-encrypted`, `not-a-table`.
 */
export async function readTables(bytes: Uint8Array, fileName: string): Promise<Result<Table[]>> {
  if (bytes.length === 0) return fail('file-empty', { detail: { file: fileName } })
  if (bytes.length > mostTableBytes) return fail('file-too-big', { detail: { file: fileName, bytes: bytes.length, limit: mostTableBytes } })
  const sheets = await readSheets(bytes)
  if (!sheets.ok) return { ...sheets, detail: { ...sheets.detail, file: fileName } }

  const tables: Table[] = []
  for (const sheet of sheets.value) {
    const table = makeTable(sheet.name === '' ? { ...sheet, name: fileName } : sheet)
    if (!table.ok) return { ...table, detail: { ...table.detail, file: fileName } }
    if (table.value.rows.length > 0) tables.push(table.value)
  }
  if (tables.length === 0) return fail('file-empty', { detail: { file: fileName } })
  return ok([...tables.filter((table) => !table.hidden), ...tables.filter((table) => table.hidden)])
}
