/**
 * Reads returned sheets beside the window: pictures and the pages of a PDF, one after another, each turned upright and made a JPEG. It alone
 * may compile WebAssembly (shell/window gives its file a policy of its own) and it reaches nothing but the app's own files.
 */
import { prepareZXingModule } from 'zxing-wasm/reader'
import zxingUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { FromWorker, PaperTrouble, ToWorker } from './messages'
import { lookForCodes, readCodes, uprightBy } from './read-codes'

interface Drawn {
  readonly canvas: OffscreenCanvas
  readonly close?: () => void
}
/** The pages of a file, drawn one at a time. */
export interface PageSource {
  readonly count: number
  readonly draw: (page: number, side: number) => Promise<OffscreenCanvas>
  readonly close: () => Promise<void>
}

/** Longest side that a page is read and kept at: A4 at 200 dpi. */
const side = 2340
/** Looked at once more where nothing was found: A4 at 300 dpi. */
const finer = 3508
const quality = 0.82
/** A picture of more pixels than this is no photo of a page. */
const mostPixels = 120_000_000

prepareZXingModule({ overrides: { locateFile: () => zxingUrl } })

const say = (message: FromWorker, give: Transferable[] = []): void => { self.postMessage(message, { transfer: give }) }

const penOf = (canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D => {
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  if (pen === null) throw new Error('no canvas')
  return pen
}

function sheet(width: number, height: number): Drawn & { readonly pen: OffscreenCanvasRenderingContext2D } {
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
  const pen = penOf(canvas)
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  return { canvas, pen }
}

class TooLarge extends Error {}

async function pictureSource(bytes: ArrayBuffer, type: string): Promise<PageSource> {
  const picture = await createImageBitmap(new Blob([bytes], { type }), { imageOrientation: 'from-image' })
  if (picture.width * picture.height > mostPixels) throw new TooLarge()
  return {
    count: 1,
    draw: (_page, longest) => {
      const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
      const { canvas, pen } = sheet(picture.width * scale, picture.height * scale)
      pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
      return Promise.resolve(canvas)
    },
    close: () => {
      picture.close()
      return Promise.resolve()
    },
  }
}

async function openSource(bytes: ArrayBuffer, type: string): Promise<PageSource> {
  const head = new TextDecoder('latin1').decode(bytes.slice(0, 1024))
  if (!head.includes('%PDF-')) return pictureSource(bytes, type)
  const { pdfSource } = await import('./pdf-pages')
  return pdfSource(bytes)
}

function turnedBy(canvas: OffscreenCanvas, degrees: number): OffscreenCanvas {
  if (degrees === 0) return canvas
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))]
  const out = sheet(canvas.width * cos + canvas.height * sin, canvas.width * sin + canvas.height * cos)
  out.pen.translate(out.canvas.width / 2, out.canvas.height / 2)
  out.pen.rotate(angle)
  out.pen.drawImage(canvas, -canvas.width / 2, -canvas.height / 2)
  return out.canvas
}

/** The pixels of a drawn page go at once: sixteen megabytes a page would wait for the engine's next clearing up. */
const freed = (canvas: OffscreenCanvas): void => { canvas.width = canvas.height = 0 }

async function readPage(source: PageSource, page: number): Promise<void> {
  const pixelsOf = (canvas: OffscreenCanvas): ImageData => penOf(canvas).getImageData(0, 0, canvas.width, canvas.height)
  const canvas = await source.draw(page, side)
  const first = await lookForCodes(pixelsOf(canvas), { coarse: true })
  let { codes } = first
  if (codes.length === 0 && !first.blank) {
    const large = await source.draw(page, finer)
    codes = await readCodes(pixelsOf(large.width > canvas.width ? large : canvas))
    freed(large)
  }
  const upright = turnedBy(canvas, uprightBy(codes))
  const jpeg = await (await upright.convertToBlob({ type: 'image/jpeg', quality })).arrayBuffer()
  freed(upright)
  freed(canvas)
  say({ kind: 'page', page, jpeg, codes: codes.map(({ text }) => text) }, [jpeg])
}

const troubleOf = (error: unknown): PaperTrouble =>
  (error instanceof TooLarge ? 'too-large' : error instanceof Error && error.name === 'PasswordException' ? 'encrypted' : 'broken')

let source: PageSource | null = null
let at = 0

async function next(): Promise<void> {
  if (source === null || at >= source.count) {
    await source?.close()
    source = null
    return say({ kind: 'end' })
  }
  at += 1
  try {
    await readPage(source, at)
  } catch {
    // The page is named to the person; the pages after it are read all the same.
    say({ kind: 'trouble', page: at, why: 'page-broken' })
  }
}

async function take(message: ToWorker): Promise<void> {
  if (message.kind === 'next') return next()
  await source?.close()
  source = null
  at = 0
  try {
    if (message.bytes.byteLength === 0) return say({ kind: 'trouble', page: 0, why: 'empty' })
    source = await openSource(message.bytes, message.type)
    say({ kind: 'pages', count: source.count })
  } catch (error) {
    say({ kind: 'trouble', page: 0, why: troubleOf(error) })
  }
}

self.addEventListener('message', (event: MessageEvent<ToWorker>) => { void take(event.data) })
