import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { beforeAll, describe, expect, test } from 'vitest'
import { createCanvas, type Canvas } from '@napi-rs/canvas'
import { prepareZXingModule } from 'zxing-wasm/reader'
import { readPaperCode } from '../../shared/forms/paper-code'
import { lookForCodes, readCodes, uprightBy } from '../../renderer/paper/read-codes'
import { beside, blurred, creased, darkened, folded, fromPicture, halfOf, jpegOf, leaning, rasterise, scaled, scanPdf, torn, turned, written } from './support/pages'

/** An opinion form as the real program printed it. */
const opinion = readFileSync(new URL('../fixtures/paper/opinion.pdf', import.meta.url))
const urging = readFileSync(new URL('../fixtures/paper/urging.pdf', import.meta.url))
const dpi = 200

async function formsOn(page: Canvas): Promise<readonly string[]> {
  const { data, width, height } = page.getContext('2d').getImageData(0, 0, page.width, page.height)
  const found = await readCodes({ data: new Uint8ClampedArray(data), width, height })
  return found.map(({ text }) => { const code = readPaperCode(text); return code === null || code === 'newer' ? '?' : code.form }).toSorted()
}

const reads = async (page: Canvas): Promise<boolean> => (await formsOn(page)).includes('SF')

/** The last of these strengths, weakest first, at which the page is still read. */
async function lastRead(strengths: readonly number[], spoil: (strength: number) => Canvas): Promise<number | null> {
  let last: number | null = null
  for (const strength of strengths) {
    if (!await reads(spoil(strength))) break
    last = strength
  }
  return last
}

let page: Canvas
beforeAll(async () => {
  const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) as ArrayBuffer } })
  page = await rasterise(opinion, 1, dpi)
}, 30_000)

describe('a printed form, rasterised as a scanner does', () => {
  test('is read however it lies, and says how far it must be turned', async () => {
    for (const angle of [0, 90, 180, 270, 7, -12, 33, 45]) expect([angle, await reads(turned(page, angle))]).toEqual([angle, true])
    const { data, width, height } = turned(page, 90).getContext('2d').getImageData(0, 0, page.height, page.width)
    expect(uprightBy(await readCodes({ data: new Uint8ClampedArray(data), width, height }))).toBe(-90)
  }, 60_000)

  test('is read at fewer dots, out of focus, in the dark, folded and torn, up to the limits of docs/paper.md', async () => {
    const limits = {
      dpi: await lastRead([100, 72, 60, 54, 48], (dots) => scaled(page, dots / dpi)),
      blur: await lastRead([1, 2, 3], (radius) => blurred(page, radius)),
      dark: await lastRead([0.3, 0.1, 0.05], (least) => darkened(page, least)),
      fold: await lastRead([0.6, 1.2, 1.8, 2.4], (width) => folded(page, width)),
      torn: await lastRead([0.2, 0.3, 0.4, 0.5, 0.6], (share) => torn(page, share)),
    }
    console.log(JSON.stringify(limits))
    expect(limits.dpi).toBeLessThanOrEqual(60)
    expect(limits.blur).toBeGreaterThanOrEqual(2)
    expect(limits.dark).toBeLessThanOrEqual(0.1)
    expect(limits.fold).toBeGreaterThanOrEqual(1.2)
    expect(limits.torn).toBeGreaterThanOrEqual(0.3)
  }, 120_000)

  test('is read where it leans away from the camera, was folded in four, or is the half that has the code', async () => {
    const leans = await lastRead([0.2, 0.35, 0.5], (share) => leaning(page, share))
    console.log(JSON.stringify({ leans }))
    expect(leans).toBeGreaterThanOrEqual(0.2)
    expect(await reads(turned(creased(page), 4))).toBe(true)
    expect([await reads(halfOf(page, 'upper')), await formsOn(halfOf(page, 'lower'))]).toEqual([true, []])
  }, 120_000)

  test('is not looked for on the empty back of a sheet, but on any page that has ink, however dark it lies', async () => {
    const blank = async (one: Canvas): Promise<boolean> => {
      const { data } = one.getContext('2d').getImageData(0, 0, one.width, one.height)
      return (await lookForCodes({ data: new Uint8ClampedArray(data), width: one.width, height: one.height })).blank
    }
    const back = createCanvas(1654, 2339)
    const pen = back.getContext('2d')
    pen.fillStyle = '#fdfcf8'
    pen.fillRect(0, 0, back.width, back.height)
    expect([await blank(back), await blank(darkened(back, 0.9)), await blank(halfOf(page, 'lower')), await blank(darkened(halfOf(page, 'lower'), 0.05))]).toEqual([true, true, false, false])
  }, 60_000)

  test('is read beside another one in the same photo, and half a page without its code is not', async () => {
    const other = await rasterise(urging, 1, dpi)
    expect(await formsOn(turned(beside(page, other), 5))).toEqual(['SF', 'SU'])
    expect(await formsOn(written(1654, 2339))).toEqual([])
  }, 60_000)

  test('is read from the scanner PDF and from a strongly pressed JPEG', async () => {
    const jpeg = jpegOf(page, 12)
    expect(await reads(await fromPicture(jpeg))).toBe(true)
    expect(await reads(await rasterise(scanPdf([{ jpeg, width: page.width, height: page.height }]), 1, dpi))).toBe(true)
  }, 60_000)
})

