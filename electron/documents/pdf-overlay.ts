/** Lays the pages of one PDF over those of another: what stands in a page's margins (its number, a letter's red line) is drawn by the engine that drew the page. */
import { PDFDocument } from '@cantoo/pdf-lib'

/** Null for what is no PDF that can be read. */
async function opened(bytes: Uint8Array): Promise<PDFDocument | null> {
  try {
    const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
    return pdf.getPageCount() > 0 ? pdf : null
  } catch (error) {
    if (error instanceof Error) return null
    throw error
  }
}

/** Sizes of the pages in points; none where it is no PDF. */
export async function pageSizes(bytes: Uint8Array): Promise<readonly (readonly [width: number, height: number])[]> {
  const pdf = await opened(bytes)
  return pdf?.getPages().map((page) => [page.getWidth(), page.getHeight()] as const) ?? []
}

/** The base with page n of `over` on its page n; null where either is no PDF or their pages are not as many. */
export async function overlaid(base: Uint8Array, over: Uint8Array): Promise<Uint8Array | null> {
  const [under, upper] = [await opened(base), await opened(over)]
  if (under?.getPageCount() !== upper?.getPageCount() || !under || !upper) return null
  const feet = await under.embedPages(upper.getPages())
  for (const [at, page] of under.getPages().entries()) {
    const foot = feet[at]
    if (foot) page.drawPage(foot)
  }
  return under.save()
}
