/**
 * The codes on a page, wherever they lie and however they are turned. zxing's own search comes first; where it finds nothing the page is looked
 * at again in ways that a dark photo, a pale copy or a small picture needs. What it reads and where it stops: docs/paper.md.
 */
import { readBarcodes, type ReaderOptions } from 'zxing-wasm/reader'

/** RGBA pixels, as a canvas gives them. */
export interface Pixels {
  readonly data: Uint8ClampedArray
  readonly width: number
  readonly height: number
}

export interface FoundCode {
  readonly text: string
  /** Degrees by which the code stands off upright, clockwise, −180 … 180. */
  readonly turned: number
}

const most = 30
const options: ReaderOptions = { formats: ['QRCode'], tryHarder: true, tryRotate: true, tryInvert: false, tryDownscale: true, maxNumberOfSymbols: most, textMode: 'Plain' }

async function search({ data, width, height }: Pixels): Promise<readonly FoundCode[]> {
  const found = await readBarcodes({ data, width, height, colorSpace: 'srgb' } as ImageData, options)
  return found.filter(({ isValid, text }) => isValid && text !== '').map(({ text, position: { topLeft, topRight } }) =>
    ({ text, turned: (Math.atan2(topRight.y - topLeft.y, topRight.x - topLeft.x) * 180) / Math.PI }))
}

const grey = (data: Uint8ClampedArray, at: number): number => (data[at] ?? 0) * 0.299 + (data[at + 1] ?? 0) * 0.587 + (data[at + 2] ?? 0) * 0.114

function mapped({ data, width, height }: Pixels, value: (grey: number, at: number) => number): Pixels {
  const out = new Uint8ClampedArray(data.length)
  for (let at = 0; at < data.length; at += 4) {
    const level = value(grey(data, at), at / 4)
    out[at] = out[at + 1] = out[at + 2] = level
    out[at + 3] = 255
  }
  return { data: out, width, height }
}

/** Between the darkest and the lightest of its pixels: a dark photo and a pale copy become black on white. */
export function stretched(pixels: Pixels): Pixels {
  const count = new Uint32Array(256)
  for (let at = 0; at < pixels.data.length; at += 4) {
    const level = Math.round(grey(pixels.data, at))
    count[level] = (count[level] ?? 0) + 1
  }
  const share = (pixels.data.length / 4) * 0.01
  const edge = (from: number, by: number): number => {
    let seen = 0
    let level = from
    while (seen < share && level >= 0 && level < 256) {
      seen += count[level] ?? 0
      level += by
    }
    return level - by
  }
  const [dark, light] = [edge(0, 1), edge(255, -1)]
  const range = Math.max(1, light - dark)
  return mapped(pixels, (level) => ((level - dark) / range) * 255)
}

/** Each pixel minus half of what its neighbours make of it: takes back some of a blur. */
export function sharpened(pixels: Pixels): Pixels {
  const { data, width } = pixels
  const row = width * 4
  const two = row * 2
  return mapped(pixels, (level, pixel) => {
    const at = pixel * 4
    const round = [at - 8, at + 8, at - two, at + two].map((one) => (one >= 0 && one < data.length ? grey(data, one) : level))
    return level * 3 - (round.reduce((sum, one) => sum + one, 0) / 4) * 2
  })
}

/** Twice as large, smoothly: codes whose modules are two pixels are too fine for the search. */
export function doubled({ data, width, height }: Pixels): Pixels {
  const out = new Uint8ClampedArray(data.length * 4)
  const at = (x: number, y: number): number => grey(data, (Math.min(height - 1, y) * width + Math.min(width - 1, x)) * 4)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const [a, b, c, d] = [at(x, y), at(x + 1, y), at(x, y + 1), at(x + 1, y + 1)]
      const put = (dx: number, dy: number, level: number): void => {
        const to = ((y * 2 + dy) * width * 2 + x * 2 + dx) * 4
        out[to] = out[to + 1] = out[to + 2] = level
        out[to + 3] = 255
      }
      put(0, 0, a)
      put(1, 0, (a + b) / 2)
      put(0, 1, (a + c) / 2)
      put(1, 1, (a + b + c + d) / 4)
    }
  }
  return { data: out, width: width * 2, height: height * 2 }
}

/** Pixels of a picture that is still doubled: beyond that its modules are wide enough. */
const mostToDouble = 4_500_000

/** All codes of the page; none where no way of looking finds one. */
export async function readCodes(pixels: Pixels): Promise<readonly FoundCode[]> {
  const ways: readonly (() => Pixels | null)[] = [
    () => pixels, () => stretched(pixels), () => sharpened(stretched(pixels)), () => (pixels.width * pixels.height > mostToDouble ? null : stretched(doubled(pixels))),
  ]
  for (const way of ways) {
    const seen = way()
    const found = seen === null ? [] : await search(seen)
    if (found.length > 0) return found
  }
  return []
}

/** How far the page must be turned to stand upright, from its first code: degrees against the clock of the picture, −180 … 180. */
export const uprightBy = (codes: readonly FoundCode[]): number => {
  const turned = codes[0]?.turned ?? 0
  // A hand's breadth of slope is left as it is: turning costs sharpness.
  const quarter = Math.round(turned / 90) * 90
  return Math.abs(turned - quarter) < 1.5 ? -quarter : -turned
}
