/** Writers of documents, whose libraries are loaded with the first document: they are half of what the store's process would load at its start. */
import type { Block } from '../../shared/report/block'
import type { PageHead } from './docx-form'
import type { Sheet } from './xlsx'

/** A Word document of these blocks; see docx.ts. */
export async function docxOf(title: string, blocks: readonly Block[], head: PageHead | null = null): Promise<Uint8Array> {
  const writer = await import('./docx')
  return writer.docxOf(title, blocks, head)
}

/** A workbook of these sheets; see xlsx.ts. */
export async function xlsxOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const writer = await import('./xlsx')
  return writer.xlsxOf(sheets)
}
