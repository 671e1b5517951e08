/** `npm run test:long`: what LibreOffice makes of the file. Needs libreoffice-writer and poppler-utils. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { docxOf } from '../../electron/documents/docx'
import type { Block } from '../../shared/report/block'

const minutes = 60_000

/** Lines of every page, as printed. */
async function pagesOf(blocks: readonly Block[]): Promise<readonly (readonly string[])[]> {
  const dir = mkdtempSync(join(tmpdir(), 'zhen-render-'))
  onTestFinished(() => { rmSync(dir, { recursive: true, force: true }) })
  writeFileSync(join(dir, 'a.docx'), await docxOf('试', blocks))
  execFileSync('soffice', [`-env:UserInstallation=file://${dir}/profile`, '--headless', '--convert-to', 'pdf', '--outdir', dir, join(dir, 'a.docx')], { stdio: 'ignore', timeout: 2 * minutes })
  const text = execFileSync('pdftotext', ['-layout', join(dir, 'a.pdf'), '-'], { encoding: 'utf8' })
  return text.split('\f').filter((page) => page.trim() !== '').map((page) => page.split('\n').map((line) => line.trim()).filter((line) => line !== ''))
}

describe.runIf(process.env['ZHEN_LONG'] === '1')('a rendered document', () => {
  it('has 28 characters a line and 22 lines a page', { timeout: 3 * minutes }, async () => {
    const pages = await pagesOf([{ kind: 'paragraph', text: '国'.repeat(28 * 22 * 2 + 100) }])
    const body = (pages[1] ?? []).filter((line) => line.startsWith('国'))
    expect([body.length, new Set(body.map((line) => line.length))]).toEqual([22, new Set([28])])
    expect(pages[0]?.at(-1)?.replaceAll(' ', '')).toBe('—1—')
  })
})
