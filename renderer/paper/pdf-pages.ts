/** Pages of a PDF as pictures, by pdf.js inside the reading worker: no second worker, no scripts of the document, no fonts or data from elsewhere. */
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import openjpegUrl from 'pdfjs-dist/wasm/openjpeg.wasm?url'
import qcmsUrl from 'pdfjs-dist/wasm/qcms_bg.wasm?url'
import type { PageSource } from './paper-worker'

interface Held {
  canvas: OffscreenCanvas | null
  context: OffscreenCanvasRenderingContext2D | null
}

/** What pdf.js draws on where there is no document. */
class Canvases {
  create(width: number, height: number): Held {
    const canvas = new OffscreenCanvas(width, height)
    return { canvas, context: canvas.getContext('2d', { willReadFrequently: true }) }
  }
  reset({ canvas }: Held, width: number, height: number): void {
    if (canvas !== null) {
      canvas.width = width
      canvas.height = height
    }
  }
  destroy(held: Held): void {
    if (held.canvas !== null) held.canvas.width = held.canvas.height = 0
    held.canvas = null
    held.context = null
  }
}

/** Scanned pages need no filters. */
class Filters {
  addFilter = (): string => 'none'
  addHCMFilter = (): string => 'none'
  addAlphaFilter = (): string => 'none'
  addLuminosityFilter = (): string => 'none'
  addHighlightHCMFilter = (): string => 'none'
  destroy = (): void => undefined
}

const wasm: Readonly<Record<string, string>> = { 'openjpeg.wasm': openjpegUrl, 'qcms_bg.wasm': qcmsUrl }

/** Decoders of the app itself. */
class Decoders {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const url = wasm[filename]
    if (url === undefined) throw new Error(filename)
    return new Uint8Array(await (await fetch(url)).arrayBuffer())
  }
}

export async function pdfSource(bytes: ArrayBuffer): Promise<PageSource> {
  const task = getDocument({
    data: new Uint8Array(bytes), CanvasFactory: Canvases, FilterFactory: Filters, WasmFactory: Decoders, useWorkerFetch: false, isEvalSupported: false, disableFontFace: true, useSystemFonts: false,
    isOffscreenCanvasSupported: true, isImageDecoderSupported: false, enableXfa: false, verbosity: 0,
  })
  const pdf = await task.promise
  return {
    count: pdf.numPages,
    draw: async (page, longest) => {
      const found = await pdf.getPage(page)
      const whole = found.getViewport({ scale: 1 })
      const viewport = found.getViewport({ scale: longest / Math.max(whole.width, whole.height) })
      const canvas = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height))
      const pen = canvas.getContext('2d', { willReadFrequently: true })
      if (pen === null) throw new Error('no canvas')
      await found.render({ canvas: null, canvasContext: pen as unknown as CanvasRenderingContext2D, viewport, background: '#fff' }).promise
      found.cleanup()
      return canvas
    },
    close: () => task.destroy(),
  }
}
