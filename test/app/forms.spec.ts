import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { expect, test } from '@playwright/test'
import { prepareZXingModule } from 'zxing-wasm/reader'
import { forms } from '../../shared/forms'
import { readPaperCode } from '../../shared/forms/paper-code'
import { readCodes } from '../../renderer/paper/read-codes'
import { everyForm } from '../paper/support/every-form'
import { pagesIn, rasterise } from '../paper/support/pages'
import { freshDataDir, launchApp } from './support/launch-app'
import { ask, setUp } from './support/office'

const env = { ZHEN_SAMPLES: '1', ZHEN_SCRYPT_N: '1024', ZHEN_NOW: '2026-03-10T09:00:00+08:00' }

/** With ZHEN_KEEP_FORMS=DIR the PDFs stay there, to be looked at, each form for every type of record. */
const kept = process.env['ZHEN_KEEP_FORMS']
const dir = kept ?? freshDataDir()

test('every form printed by the real program carries the code of its record on every page', async () => {
  test.setTimeout(240_000)
  const wasm = fs.readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
  prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) as ArrayBuffer } })
  const { app, page } = await launchApp({ dataDir: freshDataDir(), env })
  await setUp(page, { role: 'town', code: '511321101', name: '青石镇' })
  await ask(page, 'seed.run', { years: 2, scale: 1, seed: 3 })
  // A rating of all deputies, which no town of the seed has.
  await ask(page, 'record.add', { type: 'supervision', records: [{ form: '09', topic: '代表履职测评' }] })
  fs.mkdirSync(dir, { recursive: true })
  const all = await everyForm((name, input) => ask(page, name, input), kept === undefined)
  expect(new Set(all.map(({ form }) => form.code))).toEqual(new Set(forms.map(({ code }) => code)))
  const wrong: string[] = []
  for (const { form, id, type } of all) {
    const { html } = await ask(page, 'paper.html', { id, form: form.code })
    const file = path.join(dir, `${form.code} ${form.label} ${type}.pdf`)
    const { unshown } = await ask(page, 'shell.pdf', { path: file, html })
    if (unshown !== undefined) wrong.push(`${file}: ${unshown.join(' ')} is not shown`)
    const bytes = fs.readFileSync(file)
    for (let at = 1; at <= await pagesIn(bytes); at++) {
      const seen = await rasterise(bytes, at, 100)
      const { data, width, height } = seen.getContext('2d').getImageData(0, 0, seen.width, seen.height)
      const codes = (await readCodes({ data: new Uint8ClampedArray(data), width, height })).map(({ text }) => text)
      const code = readPaperCode(codes[0] ?? '')
      const read = code === null || code === 'newer' ? null : `${code.form}${String(code.edition)} ${code.record} ${String(code.part?.page ?? at)}`
      if (codes.length !== 1 || read !== `${form.code}${String(form.edition)} ${id} ${String(at)}`) wrong.push(`${file} page ${String(at)}: ${codes.join(' ')}`)
    }
  }
  expect(wrong).toEqual([])
  await app.close()
})
