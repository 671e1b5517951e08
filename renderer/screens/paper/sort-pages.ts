/** Which pages still want something of the person. Pure. */
import type { PaperEntry, PaperPage } from '../../../shared/contract/paper'

export type Heap = 'ask' | 'tray' | 'done'

/** An entry that wants a date, a tick or at least a look. */
export const isOpen = (entry: PaperEntry): boolean => !entry.settled && (entry.step !== null || entry.roll !== null || entry.why !== null)

export const heapOf = (page: PaperPage): Heap => (page.entries.length === 0 ? 'tray' : page.entries.some(isOpen) ? 'ask' : 'done')

export const heaps: readonly { readonly heap: Heap; readonly word: string }[] = [{ heap: 'ask', word: '要登记' }, { heap: 'tray', word: '没认出来' }, { heap: 'done', word: '归好了' }]

/** The page to go on with: the next one of the same heap, else the first that wants something. */
export function nextPage(pages: readonly PaperPage[], after: string): string | null {
  const open = pages.filter((page) => page.id !== after && heapOf(page) !== 'done')
  const at = pages.findIndex((page) => page.id === after)
  const heap = pages[at] === undefined ? 'ask' : heapOf(pages[at])
  const behind = open.filter((page) => pages.indexOf(page) > at)
  return (behind.find((page) => heapOf(page) === heap) ?? open.find((page) => heapOf(page) === heap) ?? open[0])?.id ?? null
}
