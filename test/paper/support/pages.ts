/** Printed pages as scanners and phones see them: rasterised, turned, blurred, darkened, shrunk, put together. */
import { createCanvas, loadImage, type Canvas } from '@napi-rs/canvas'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A page of a PDF at so many dots an inch. */
export async function rasterise(pdf: Uint8Array, page: number, dpi: number): Promise<Canvas> {
  const task = getDocument({ data: Uint8Array.from(pdf), disableFontFace: true, verbosity: 0 })
  const found = await (await task.promise).getPage(page)
  const viewport = found.getViewport({ scale: dpi / 72 })
  const canvas = createCanvas(Math.round(viewport.width), Math.round(viewport.height))
  await found.render({ canvas: null, canvasContext: canvas.getContext('2d') as never, viewport, background: '#fff' }).promise
  await task.destroy()
  return canvas
}

export async function pagesIn(pdf: Uint8Array): Promise<number> {
  const task = getDocument({ data: Uint8Array.from(pdf), verbosity: 0 })
  const { numPages } = await task.promise
  await task.destroy()
  return numPages
}

const blank = (width: number, height: number, colour = '#fff') => {
  const canvas = createCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height)))
  const pen = canvas.getContext('2d')
  pen.fillStyle = colour
  pen.fillRect(0, 0, canvas.width, canvas.height)
  return { canvas, pen }
}

/** Turned by degrees, clockwise, on a desk of this colour. */
export function turned(page: Canvas, degrees: number, desk = '#8a7a66'): Canvas {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))]
  const { canvas, pen } = blank(page.width * cos + page.height * sin, page.width * sin + page.height * cos, desk)
  pen.translate(canvas.width / 2, canvas.height / 2)
  pen.rotate(angle)
  pen.drawImage(page, -page.width / 2, -page.height / 2)
  return canvas
}

export function scaled(page: Canvas, by: number): Canvas {
  const { canvas, pen } = blank(page.width * by, page.height * by)
  pen.drawImage(page, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** Out of focus by so many pixels. */
export function blurred(page: Canvas, radius: number): Canvas {
  const { canvas, pen } = blank(page.width, page.height)
  pen.filter = `blur(${String(radius)}px)`
  pen.drawImage(page, 0, 0)
  return canvas
}

/** Light from one side only: `least` … 1 of the light across the page. */
export function darkened(page: Canvas, least: number): Canvas {
  const { canvas, pen } = blank(page.width, page.height)
  pen.drawImage(page, 0, 0)
  const shade = pen.createLinearGradient(0, 0, canvas.width, canvas.height)
  shade.addColorStop(0, 'rgba(0,0,0,0)')
  shade.addColorStop(1, `rgba(0,0,0,${String(1 - least)})`)
  pen.fillStyle = shade
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.fillStyle = `rgba(0,0,0,${String(1 - least)})`
  pen.fillRect(0, 0, canvas.width, canvas.height)
  return canvas
}

/** Two pages in one picture, as they lie on a desk. */
export function beside(a: Canvas, b: Canvas): Canvas {
  const { canvas, pen } = blank(a.width + b.width + 60, Math.max(a.height, b.height) + 40, '#8a7a66')
  pen.drawImage(a, 20, 20)
  pen.drawImage(b, a.width + 40, 20)
  return canvas
}

/** Millimetres of the printed code: right edge and top. */
const code = { right: 210 - 22, top: 9.5, side: 24 }

function patched(page: Canvas, patch: (mm: number) => readonly [x: number, y: number, width: number, height: number]): Canvas {
  const { canvas, pen } = blank(page.width, page.height)
  pen.drawImage(page, 0, 0)
  pen.fillStyle = '#777'
  pen.fillRect(...patch(page.width / 210))
  return canvas
}

/** A fold right through the code, so many millimetres wide. */
export const folded = (page: Canvas, width: number): Canvas => patched(page, (mm) => [(code.right - code.side) * mm, (code.top + code.side / 2) * mm, code.side * mm, width * mm])

/** The lower right corner of the code is torn off or written over: this share of its side. */
export const torn = (page: Canvas, share: number): Canvas => patched(page, (mm) => [(code.right - code.side * share) * mm, (code.top + code.side * (1 - share)) * mm, code.side * share * mm, code.side * share * mm])

/** Photographed from its lower edge: the upper edge is shorter by this share, and what is far is flatter. */
export function leaning(page: Canvas, share: number): Canvas {
  const { canvas, pen } = blank(page.width, page.height, '#8a7a66')
  const far = 1 - share
  // A line of the page at `v` (0 = upper edge) stands where a camera sees it.
  const seen = (v: number): number => v / (v + (1 - v) / far)
  for (let y = 0; y < page.height; y += 4) {
    const [from, to] = [seen(y / page.height), seen((y + 4) / page.height)]
    const width = page.width * (far + (1 - far) * from)
    pen.drawImage(page, 0, y, page.width, 4, (page.width - width) / 2, page.height * share / 2 + from * page.height * (1 - share / 2), width, (to - from) * page.height * (1 - share / 2) + 1)
  }
  return canvas
}

/** It was folded in four and laid flat again: its quarters lie at slopes of their own, lighter and darker. */
export function creased(page: Canvas): Canvas {
  const { canvas, pen } = blank(page.width, page.height, '#8a7a66')
  const [halfWidth, halfHeight] = [page.width / 2, page.height / 2]
  for (const [at, flat] of [0.97, 0.93, 0.94, 0.98].entries()) {
    const [x, y] = [at % 2 * halfWidth, Math.floor(at / 2) * halfHeight]
    pen.drawImage(page, x, y, halfWidth, halfHeight, x, y, halfWidth, halfHeight * flat)
    pen.fillStyle = `rgba(0,0,0,${String(0.1 + at % 2 * 0.15)})`
    pen.fillRect(x, y, halfWidth, halfHeight * flat)
  }
  return canvas
}

/** Torn across: the upper or the lower half alone. */
export function halfOf(page: Canvas, half: 'upper' | 'lower'): Canvas {
  const { canvas, pen } = blank(page.width, page.height / 2)
  pen.drawImage(page, 0, half === 'upper' ? 0 : page.height / 2, page.width, page.height / 2, 0, 0, page.width, page.height / 2)
  return canvas
}

/** A page that somebody wrote by hand: no code on it. */
export function written(width: number, height: number): Canvas {
  const { canvas, pen } = blank(width, height)
  pen.strokeStyle = '#224'
  pen.lineWidth = 4
  for (let line = 1; line < 20; line++) {
    pen.beginPath()
    for (let at = 0; at < 40; at++) pen.lineTo(120 + at * 35, line * 105 + Math.sin(at * line) * 18)
    pen.stroke()
  }
  return canvas
}

export const jpegOf = (page: Canvas, quality = 80): Buffer => page.toBuffer('image/jpeg', quality)
export const pngOf = (page: Canvas): Buffer => page.toBuffer('image/png')

export async function fromPicture(bytes: Buffer): Promise<Canvas> {
  const image = await loadImage(bytes)
  const { canvas, pen } = blank(image.width, image.height)
  pen.drawImage(image, 0, 0)
  return canvas
}

/** What a scanner makes of a pile: a PDF with one JPEG a page, A4. `locked` = it wants a password. */
export function scanPdf(pages: readonly { readonly jpeg: Buffer; readonly width: number; readonly height: number }[], locked = false): Buffer {
  const parts: Buffer[] = []
  const offsets: number[] = []
  let size = 0
  const add = (...pieces: (string | Buffer)[]): void => {
    for (const piece of pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece
      parts.push(bytes)
      size += bytes.length
    }
  }
  const object = (number: number, ...body: (string | Buffer)[]): void => {
    offsets[number] = size
    add(`${String(number)} 0 obj\n`, ...body, '\nendobj\n')
  }
  add('%PDF-1.4\n%\xff\xff\xff\xff\n')
  const first = 4
  object(1, '<</Type/Catalog/Pages 2 0 R>>')
  object(2, `<</Type/Pages/Count ${String(pages.length)}/Kids[${pages.map((_, at) => `${String(first + at * 3)} 0 R`).join(' ')}]>>`)
  if (locked) object(3, `<</Filter/Standard/V 1/R 2/Length 40/P -4/O<${'5a'.repeat(32)}>/U<${'a5'.repeat(32)}>>>`)
  else object(3, 'null')
  for (const [at, { jpeg, width, height }] of pages.entries()) {
    const number = first + at * 3
    const drawing = 'q 595 0 0 842 0 0 cm /I Do Q'
    object(number, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${String(number + 1)} 0 R/Resources<</XObject<</I ${String(number + 2)} 0 R>>>>>>`)
    object(number + 1, `<</Length ${String(drawing.length)}>>stream\n${drawing}\nendstream`)
    object(number + 2, `<</Type/XObject/Subtype/Image/Width ${String(width)}/Height ${String(height)}/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${String(jpeg.length)}>>stream\n`, jpeg, '\nendstream')
  }
  const start = size
  const count = first + pages.length * 3
  add(`xref\n0 ${String(count)}\n0000000000 65535 f \n`, ...Array.from({ length: count - 1 }, (_, at) => `${String(offsets[at + 1] ?? 0).padStart(10, '0')} 00000 n \n`))
  const id = '00112233445566778899aabbccddeeff'
  add(`trailer<</Size ${String(count)}/Root 1 0 R${locked ? `/Encrypt 3 0 R/ID[<${id}><${id}>]` : ''}>>\nstartxref\n${String(start)}\n%%EOF\n`)
  return Buffer.concat(parts)
}
