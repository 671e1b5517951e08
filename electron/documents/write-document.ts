/** Writers of documents, whose libraries are loaded with the first document: they are half of what the store's process would load at its start. */
import type { Block } from '../../shared/report/block'
import type { FormPages } from './docx'
import type { Sheet } from './xlsx'

/** A Word document of these blocks; see docx.ts. */
export async function docxOf(title: string, blocks: readonly Block[]): Promise<Uint8Array> {
  const writer = await import('./docx')
  return writer.docxOf(title, blocks)
}

/** A printed form in Word: parts of one or more pages, each with its own code at the head. */
export async function formDocxOf(title: string, parts: readonly FormPages[]): Promise<Uint8Array> {
  const writer = await import('./docx')
  return writer.formDocxOf(title, parts)
}

/** A workbook of these sheets; see xlsx.ts. */
export async function xlsxOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const writer = await import('./xlsx')
  return writer.xlsxOf(sheets)
}
