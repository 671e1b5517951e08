/** Printed forms as LibreOffice prints their Word files, seen by the reader of returned sheets: `npm run test:long -- documents`. With ZHEN_KEEP_FORMS=DIR they stay there. */
import { execFileSync, spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { prepareZXingModule } from 'zxing-wasm/reader'
import { describe, expect, it } from 'vitest'
import { forms } from '../../shared/forms'
import { readCodes } from '../../renderer/paper/read-codes'
import { Clock, folder, makeOffice, qingshi } from '../handlers/support/offices'
import { everyForm } from '../paper/support/every-form'
import { pagesIn, rasterise } from '../paper/support/pages'
import { long } from '../support/tried'

describe.runIf(long)('a form saved as Word and printed from there', () => {
  it('shows the whole code of its record on every page, and leaves no page to a line to sign alone', async () => {
    const wasm = readFileSync(createRequire(import.meta.url).resolve('zxing-wasm/reader/zxing_reader.wasm'))
    prepareZXingModule({ overrides: { wasmBinary: wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.length) as ArrayBuffer } })
    const office = await makeOffice('town', qingshi, '青石镇', new Clock())
    await office.get('seed.run', { years: 2, scale: 1, seed: 3 })
    await office.add('supervision', { form: '09', topic: '代表履职测评' })
    const all = await everyForm((name, input) => office.get(name, input))
    expect(new Set(all.map(({ form }) => form.code))).toEqual(new Set(forms.map(({ code }) => code)))
    const dir = process.env['ZHEN_KEEP_FORMS'] ?? folder()
    mkdirSync(dir, { recursive: true })
    const files: string[] = []
    for (const { form, id, type } of all) {
      const { files: [made] } = await office.get('paper.docx', { id, form: form.code, out: folder() })
      const file = join(dir, `${form.code} ${type}.docx`)
      copyFileSync(made?.path ?? '', file)
      files.push(file)
    }
    const run = spawnSync('soffice', [`-env:UserInstallation=file://${folder()}`, '--headless', '--convert-to', 'pdf', '--outdir', dir, ...files], { encoding: 'utf8', timeout: 240_000 })
    expect(run.status).toBe(0)
    const wrong: string[] = []
    for (const [at, { form, id }] of all.entries()) {
      const pdf = (files[at] ?? '').replace(/docx$/u, 'pdf')
      const bytes = readFileSync(pdf)
      for (let page = 1; page <= await pagesIn(bytes); page++) {
        const seen = await rasterise(bytes, page, 100)
        const { data, width, height } = seen.getContext('2d').getImageData(0, 0, seen.width, seen.height)
        const codes = (await readCodes({ data: new Uint8ClampedArray(data), width, height })).map(({ text }) => text)
        if (codes.length !== 1 || !codes[0]?.endsWith(`/${form.code}${String(form.edition)}/${id.toUpperCase()}`)) wrong.push(`${pdf} page ${String(page)}: ${codes.join(' ')}`)
      }
      // The head of a page, its number and who signs: fewer lines than these are a page that nobody wants to print.
      const last = execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' }).split('\f').filter((one) => one.trim() !== '').at(-1) ?? ''
      if (last.split('\n').filter((line) => line.trim() !== '').length < 4) wrong.push(`${pdf}: ${last}`)
    }
    expect(wrong).toEqual([])
  }, 360_000)
})
