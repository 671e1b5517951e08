import { afterEach, describe, expect, it, vi } from 'vitest'
import type { FromWorker, ToWorker } from '../../../renderer/paper/messages'
import { readPile, type ReadPage } from '../../../renderer/paper/read-pile'

/** Says what the reading worker would say of a file of `pages` pages: happy-dom has no workers. */
function readerOf(pages: number) {
  return class {
    onmessage: ((event: { readonly data: FromWorker }) => void) | null = null
    page = 0
    postMessage({ kind }: ToWorker): void {
      const jpeg = (): ArrayBuffer => new Uint8Array([0xff, 0xd8, this.page]).buffer
      if (kind === 'next') this.page += 1
      const data: FromWorker = kind === 'file' ? { kind: 'pages', count: pages } : this.page > pages ? { kind: 'end' } : { kind: 'page', page: this.page, jpeg: jpeg(), codes: [] }
      queueMicrotask(() => this.onmessage?.({ data }))
    }
    terminate(): void {}
  }
}

afterEach(() => { vi.unstubAllGlobals() })

const read = (signal: AbortSignal, onPage: (page: ReadPage) => Promise<void>): Promise<void> =>
  readPile({ files: [new File(['%PDF-'], '一柜子.pdf')], signal, onPage, onProgress: () => undefined, onTrouble: () => undefined })

describe('A pile that is read', () => {
  it('lets go of every page that was handed on, however long the pile is', async () => {
    vi.stubGlobal('Worker', readerOf(200))
    const { signal } = new AbortController()
    const waiting = new Set<unknown>()
    const [add, remove] = [signal.addEventListener.bind(signal), signal.removeEventListener.bind(signal)]
    const most: number[] = []
    signal.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => { waiting.add(listener); most.push(waiting.size); add(type, listener, options) }
    signal.removeEventListener = (type: string, listener: EventListener) => { waiting.delete(listener); remove(type, listener) }
    const pages: number[] = []
    await read(signal, async ({ page }) => { pages.push(page) })
    expect(pages.length).toBe(200)
    // What waits for 停下 holds the page that it waited for.
    expect([Math.max(...most), waiting.size]).toEqual([1, 0])
  })

  it('ends where it is stopped, and keeps what was read', async () => {
    vi.stubGlobal('Worker', readerOf(600))
    const control = new AbortController()
    const pages: number[] = []
    await read(control.signal, async ({ page }) => {
      pages.push(page)
      if (page === 3) control.abort()
    })
    expect(pages).toEqual([1, 2, 3])
  })
})
