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

/** Grey levels of a page, what all ways of looking are made of. Whole levels are too coarse for a dark photo, which has a dozen of them. */
interface Grey {
  readonly levels: Float32Array | Uint8ClampedArray
  readonly width: number
  readonly height: number
}

function greyOf({ data, width, height }: Pixels): Grey {
  const levels = new Float32Array(width * height)
  for (let pixel = 0; pixel < levels.length; pixel++) levels[pixel] = grey(data, pixel * 4)
  return { levels, width, height }
}

function pixelsOf({ levels, width, height }: Grey): Pixels {
  const data = new Uint8ClampedArray(levels.length * 4)
  for (let pixel = 0; pixel < levels.length; pixel++) {
    const at = pixel * 4
    data[at] = data[at + 1] = data[at + 2] = levels[pixel] ?? 0
    data[at + 3] = 255
  }
  return { data, width, height }
}

function countOf({ levels }: Grey): Uint32Array {
  const count = new Uint32Array(256)
  for (let pixel = 0; pixel < levels.length; pixel++) {
    const level = Math.round(levels[pixel] ?? 0)
    count[level] = (count[level] ?? 0) + 1
  }
  return count
}

/** Between the darkest and the lightest of its pixels: a dark photo and a pale copy become black on white. */
export function stretched(page: Grey): Grey {
  const count = countOf(page)
  const share = page.levels.length * 0.01
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
  const levels = new Uint8ClampedArray(page.levels.length)
  for (let pixel = 0; pixel < levels.length; pixel++) levels[pixel] = (((page.levels[pixel] ?? 0) - dark) / range) * 255
  return { ...page, levels }
}

/** Each pixel minus half of what its neighbours make of it: takes back some of a blur. */
export function sharpened(page: Grey): Grey {
  const { levels, width } = page
  const out = new Uint8ClampedArray(levels.length)
  const row = width * 2
  for (let at = 0; at < levels.length; at++) {
    const level = levels[at] ?? 0
    out[at] = level * 3 - ((levels[at - 2] ?? level) + (levels[at + 2] ?? level) + (levels[at - row] ?? level) + (levels[at + row] ?? level)) / 2
  }
  return { ...page, levels: out }
}

/** Twice as large, smoothly: codes whose modules are two pixels are too fine for the search. */
export function doubled({ levels, width, height }: Grey): Grey {
  const out = new Float32Array(levels.length * 4)
  for (let y = 0; y < height; y++) {
    const below = y + 1 < height ? width : 0
    for (let x = 0; x < width; x++) {
      const at = y * width + x
      const right = x + 1 < width ? 1 : 0
      const [a, b, c, d] = [levels[at] ?? 0, levels[at + right] ?? 0, levels[at + below] ?? 0, levels[at + below + right] ?? 0]
      const to = y * width * 4 + x * 2
      out[to] = a
      out[to + 1] = (a + b) / 2
      out[to + width * 2] = (a + c) / 2
      out[to + width * 2 + 1] = (a + b + c + d) / 4
    }
  }
  return { levels: out, width: width * 2, height: height * 2 }
}

/** Pixels of a picture that is still doubled: beyond that its modules are wide enough. */
const mostToDouble = 4_500_000
/** How much darker than the paper ink is at the least (of a light paper and of a dark one), and the share of a page that the smallest code that can be read is. */
const [inkLevels, inkPart, inkShare] = [16, 0.1, 0.0001]

/** The back of a sheet: hardly anything on it is darker than its paper. */
function isBlank(page: Grey): boolean {
  const count = countOf(page)
  const sumTo = (level: number): number => count.subarray(0, Math.max(0, level)).reduce((sum, one) => sum + one, 0)
  let paper = 0
  while (paper < 255 && sumTo(paper + 1) < page.levels.length / 2) paper += 1
  return sumTo(Math.floor(paper - Math.min(inkLevels, paper * inkPart))) < page.levels.length * inkShare
}

/** How to look: `coarse` leaves out the doubling, where a finer picture of the page can be had. */
export interface Looking {
  readonly coarse?: boolean
}

/** All codes of the page; none where no way of looking finds one, `blank` where there is nothing to be looked at again. */
export async function lookForCodes(pixels: Pixels, { coarse = false }: Looking = {}): Promise<{ readonly codes: readonly FoundCode[]; readonly blank: boolean }> {
  const first = await search(pixels)
  if (first.length > 0) return { codes: first, blank: false }
  const page = greyOf(pixels)
  if (isBlank(page)) return { codes: [], blank: true }
  const clear = stretched(page)
  const ways: readonly (() => Grey | null)[] = [
    () => clear, () => sharpened(clear), () => (coarse || page.levels.length > mostToDouble ? null : stretched(doubled(page))),
  ]
  for (const way of ways) {
    const seen = way()
    const codes = seen === null ? [] : await search(pixelsOf(seen))
    if (codes.length > 0) return { codes, blank: false }
  }
  return { codes: [], blank: false }
}

export const readCodes = async (pixels: Pixels): Promise<readonly FoundCode[]> => (await lookForCodes(pixels)).codes

/** How far the page must be turned to stand upright, from its first code: degrees against the clock of the picture, −180 … 180. */
export const uprightBy = (codes: readonly FoundCode[]): number => {
  const turned = codes[0]?.turned ?? 0
  // A hand's breadth of slope is left as it is: turning costs sharpness.
  const quarter = Math.round(turned / 90) * 90
  return Math.abs(turned - quarter) < 1.5 ? -quarter : -turned
}
