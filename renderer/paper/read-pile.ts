/** A pile of files through the reading worker, page by page; each page goes to the store before the next one is read, so that memory stays flat. */
import type { FromWorker, PaperTrouble, ToWorker } from './messages'

export interface ReadPage {
  /** Of the file. */
  readonly name: string
  readonly page: number
  /** Base64 of an upright JPEG. */
  readonly content: string
  readonly codes: readonly string[]
}

export interface PileOptions {
  readonly files: readonly File[]
  /** How far it is: page of pages in file of files. */
  readonly onProgress: (told: { readonly file: number; readonly files: number; readonly name: string; readonly page: number; readonly pages: number }) => void
  readonly onPage: (page: ReadPage) => Promise<void>
  readonly onTrouble: (told: { readonly name: string; readonly page: number; readonly why: PaperTrouble }) => void
  readonly signal: AbortSignal
}

/** More than this is no pile of paper but a video. */
const mostBytes = 800 * 1024 * 1024

const base64 = (bytes: ArrayBuffer): Promise<string> => new Promise((done, failed) => {
  const reader = new FileReader()
  reader.onload = () => { done(typeof reader.result === 'string' ? reader.result.replace(/^[^,]*,/u, '') : '') }
  reader.onerror = () => { failed(new Error('unreadable')) }
  reader.readAsDataURL(new Blob([bytes]))
})

/** Reads all files; ends early where the signal says so. */
export async function readPile({ files, onProgress, onPage, onTrouble, signal }: PileOptions): Promise<void> {
  const worker = new Worker(new URL('./paper-worker.ts', import.meta.url), { type: 'module', name: 'paper' })
  const ask = (message: ToWorker, give: Transferable[] = []): Promise<FromWorker> => new Promise((done, failed) => {
    const stop = (): void => { done({ kind: 'end' }) }
    // Stopped while a page was being kept.
    if (signal.aborted) return stop()
    // pdf.js greets the window from inside the worker; that is no answer of ours.
    worker.onmessage = (event: MessageEvent<FromWorker | { readonly kind?: undefined }>) => {
      if (event.data.kind === undefined) return
      // One that stayed would hold the page it waited for until the pile ends.
      signal.removeEventListener('abort', stop)
      done(event.data)
    }
    worker.onerror = (event) => { failed(new Error(event.message)) }
    signal.addEventListener('abort', stop, { once: true })
    worker.postMessage(message, give)
  })
  try {
    for (const [index, file] of files.entries()) {
      if (signal.aborted) return
      const told = { file: index + 1, files: files.length, name: file.name }
      onProgress({ ...told, page: 0, pages: 0 })
      if (file.size > mostBytes) {
        onTrouble({ name: file.name, page: 0, why: 'too-large' })
        continue
      }
      const bytes = await file.arrayBuffer()
      let answer = await ask({ kind: 'file', name: file.name, type: file.type, bytes }, [bytes])
      const pages = answer.kind === 'pages' ? answer.count : 0
      if (answer.kind === 'trouble') {
        onTrouble({ name: file.name, page: 0, why: answer.why })
        continue
      }
      for (;;) {
        answer = await ask({ kind: 'next' })
        if (answer.kind === 'end') break
        if (answer.kind === 'trouble') onTrouble({ name: file.name, page: answer.page, why: answer.why })
        if (answer.kind === 'page') await onPage({ name: file.name, page: answer.page, content: await base64(answer.jpeg), codes: answer.codes })
        if (answer.kind === 'page' || answer.kind === 'trouble') onProgress({ ...told, page: answer.page, pages })
      }
    }
  } finally {
    worker.terminate()
  }
}
