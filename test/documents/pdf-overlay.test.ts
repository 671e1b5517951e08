import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { overlaid, pageSizes } from '../../electron/documents/pdf-overlay'

/** Pages that the real program printed. */
const printed = (name: string): Buffer => readFileSync(path.join(import.meta.dirname, '../fixtures/paper', name))
const [opinion, urging, feet] = [printed('opinion.pdf'), printed('urging.pdf'), printed('feet.pdf')]

function wordsOf(pdf: Buffer): readonly string[] {
  const dir = mkdtempSync(path.join(tmpdir(), 'zhen-pdf-'))
  onTestFinished(() => { rmSync(dir, { recursive: true, force: true }) })
  const file = path.join(dir, 'one.pdf')
  writeFileSync(file, pdf)
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1)
}

test('the pages of one file lie over those of another, every word of both', async () => {
  expect((await pageSizes(opinion)).map((size) => size.map(Math.round))).toEqual([[595, 842], [595, 842]])
  const both = await overlaid(opinion, feet)
  const bare = (words: readonly string[]): readonly string[] => words.map((page) => page.replaceAll(/\s/gu, ''))
  expect(bare(wordsOf(Buffer.from(both ?? [])))).toEqual(bare(wordsOf(opinion)).map((page, at) => `${page}—${String(at + 1)}—`))
})

test('what has another number of pages, or is no such file, is left alone', async () => {
  expect(await overlaid(opinion, urging)).toBeNull()
  expect(await Promise.all([overlaid(opinion, Buffer.from('%PDF-1.7\nnot one of ours')), overlaid(Buffer.alloc(0), opinion)])).toEqual([null, null])
  expect(await pageSizes(Buffer.from('no'))).toEqual([])
})
