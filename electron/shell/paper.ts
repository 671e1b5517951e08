/**
 * Documents on their way to the printer: kept in memory under a name nobody can guess, served by the window's own protocol and forgotten
 * after printing. Nothing of them is written to the disk, and a large one is no address (an address of a few megabytes is refused).
 */
import { randomUUID } from 'node:crypto'

const host = 'paper'
const papers = new Map<string, string>()

/** A page's address for the hidden window, and how to forget it. */
export function layOut(html: string): { readonly url: string; readonly clear: () => void } {
  const name = randomUUID()
  papers.set(name, html)
  return { url: `app://${host}/${name}`, clear: () => { papers.delete(name) } }
}

/** The page that stands at this address; null for every other one. */
export function paperAt(url: string): string | null {
  const asked = new URL(url)
  return asked.host === host ? papers.get(asked.pathname.slice(1)) ?? null : null
}
