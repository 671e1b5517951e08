/** Paper and PDF: the page itself, or a document made as HTML, printed by a hidden window without scripts. */
import { BrowserWindow } from 'electron'
import { fail, ok, type Result } from '../../shared/result'
import { feetHtml, feetOf, type CountedPaper } from './feet'
import { layOut } from './paper'
import { printAnswer } from './print-answer'

type Printed = Result<{ readonly printed: boolean; readonly unshown?: readonly string[] }>

/** Without any printer the system's dialog would show an empty list, or nothing at all. */
async function withPrinter(window: BrowserWindow, print: () => Promise<Printed>): Promise<Printed> {
  const printers = await window.webContents.getPrintersAsync()
  return printers.length === 0 ? fail('no-printer') : print()
}

/** The colour behind the page would be printed in the margins of the sheet. */
async function onWhite<T>(window: BrowserWindow, print: () => Promise<T>): Promise<T> {
  const behind = window.getBackgroundColor()
  window.setBackgroundColor('#FFFFFF')
  try {
    return await print()
  } finally {
    window.setBackgroundColor(behind)
  }
}

/**
 * Characters of the page that no font of this computer has: each is drawn and compared with two that nobody can have. Runs in the page, so
 * it is text; it knows nothing of the page but its letters, and those of the sheet alone where one is put beside it.
 */
const unshownScript = `(() => {
  const rare = [...new Set((document.querySelector('.sheet-place')?.textContent ?? document.body.innerText).match(/[\\u3400-\\u4dbf\\u9fc0-\\u9fff\\ue000-\\uf8ff\\uf900-\\ufaff]|[\\u{20000}-\\u{3fffd}]|[\\u{f0000}-\\u{10fffd}]/gu) ?? [])]
  if (rare.length === 0) return []
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 48
  const pen = canvas.getContext('2d', { willReadFrequently: true })
  pen.font = '32px ' + getComputedStyle(document.body).fontFamily
  pen.textBaseline = 'top'
  const picture = (char) => {
    pen.clearRect(0, 0, 48, 48)
    pen.fillText(char, 4, 4)
    return pen.getImageData(0, 0, 48, 48).data.join()
  }
  const boxes = new Set(['\\u{3fffc}', '\\u{378}', '\\u{10fffc}'].map(picture))
  return rare.filter((char) => boxes.has(picture(char)))
})()`

const unshownIn = (page: BrowserWindow): Promise<readonly string[]> => page.webContents.executeJavaScript(unshownScript) as Promise<readonly string[]>

/** A page through the system's dialog, and which of its characters come out as boxes. */
async function toPrinter(page: BrowserWindow, ask: boolean): Promise<Printed> {
  const unshown = await unshownIn(page)
  const answer = await new Promise<Printed>((done) => { page.webContents.print({ silent: !ask, printBackground: true }, (printed, reason) => { done(printAnswer(printed, reason)) }) })
  return answer.ok && answer.value.printed && unshown.length > 0 ? ok({ printed: true, unshown }) : answer
}

/** Prints the window's page; `printed` is false when the person cancelled. Errors: no-printer, print-failed. */
export const printPage = (window: BrowserWindow, ask: boolean): Promise<Printed> => withPrinter(window, () => onWhite(window, () => toPrinter(window, ask)))

const footer = '<div style="font-size:10pt;width:100%;text-align:center;font-family:serif">— <span class="pageNumber"></span> —</div>'

const plain = { preferCSSPageSize: true, printBackground: true }
const numbered = { ...plain, displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: footer }

/** PDF of `html` and the characters that could not be drawn (A4, CSS page size kept), or of the page itself where html is null. */
export async function printHtml(window: BrowserWindow, html: string | null): Promise<{ readonly pdf: Buffer; readonly unshown: readonly string[] }> {
  const print = async (page: BrowserWindow, papers: readonly CountedPaper[] | null) => {
    const unshown = await unshownIn(page)
    return { pdf: papers === null ? await page.webContents.printToPDF(numbered) : await withFeet(window, page, papers), unshown }
  }
  return html === null ? onWhite(window, () => print(window, null)) : onPaper(window, html, print)
}

/** An official paper with its numbers in their place; where its pages are not as they were counted, with numbers in the middle. */
async function withFeet(window: BrowserWindow, page: BrowserWindow, counted: readonly CountedPaper[]): Promise<Buffer> {
  const { overlaid, pageSizes } = await import('../documents/pdf-overlay')
  const pdf = await page.webContents.printToPDF(plain)
  const sizes = await pageSizes(pdf)
  const feet = feetOf(counted.map((paper) => (paper.pages === uncounted ? { ...paper, pages: sizes.length } : paper)))
  if (feet.length !== sizes.length) return page.webContents.printToPDF(numbered)
  const over = await onPaper(window, feetHtml(feet, sizes), ({ webContents }) => webContents.printToPDF(plain))
  const whole = await overlaid(pdf, over)
  return whole === null ? page.webContents.printToPDF(numbered) : Buffer.from(whole)
}

/** Number of pages of a paper that is alone in its file. */
const uncounted = 0

const filler = '<div class="page">\u3000</div>'

/**
 * An imprint that has a page of its own belongs on an even one; Chromium knows no such break, so the page before it is left empty where the
 * pages turn out odd. Several papers in one each begin on the front of a sheet, so that printed on both sides they can be taken apart. Tells
 * how many pages each paper has; null for a page that is no official paper: a form with its code, a sheet.
 */
async function evenUp({ webContents }: BrowserWindow): Promise<readonly CountedPaper[] | null> {
  const run = <T>(script: string): Promise<T> => webContents.executeJavaScript(script) as Promise<T>
  if (!await run<boolean>("document.documentElement.lang === 'zh-CN' && document.querySelector('table.frame') === null")) return null
  const several = await run<number>("document.querySelectorAll('.paper').length")
  const show = (which: string): Promise<void> => run(`document.querySelectorAll('.paper').forEach((paper, at) => { paper.style.display = ${which} ? '' : 'none' })`)
  const counted: CountedPaper[] = []
  for (let at = 0; at < Math.max(1, several); at += 1) {
    const paper = several === 0 ? 'document.body' : `document.querySelectorAll('.paper')[${String(at)}]`
    if (several > 0) await show(`at === ${String(at)}`)
    const has = (selector: string): Promise<boolean> => run(`${paper}.querySelector('${selector}') !== null`)
    const [alone, letter] = [await has('.alone.even'), await has('.letter')]
    // One paper without such an imprint needs no second printing: its pages are counted in the file itself.
    if (several === 0 && !alone) return [{ pages: uncounted, letter, bare: [] }]
    const { pageSizes } = await import('../documents/pdf-overlay')
    const pages = (await pageSizes(await webContents.printToPDF(plain))).length
    const odd = pages % 2 === 1
    if (odd && alone) await run(`${paper}.querySelector('.alone.even').insertAdjacentHTML('beforebegin', '${filler}')`)
    else if (odd && at < several - 1) await run(`${paper}.insertAdjacentHTML('beforeend', '${filler}')`)
    const whole = pages + (odd && (alone || at < several - 1) ? 1 : 0)
    counted.push({ pages: whole, letter, bare: alone ? (odd ? [whole - 1, whole] : [whole]) : whole > pages ? [whole] : [] })
  }
  if (several > 0) await show('true')
  return counted
}

/** Lays the document out in a hidden window and takes it away again. */
async function onPaper<T>(window: BrowserWindow, html: string, use: (hidden: BrowserWindow, papers: readonly CountedPaper[] | null) => Promise<T>): Promise<T> {
  const hidden = new BrowserWindow({ show: false, webPreferences: { sandbox: true, javascript: true, session: window.webContents.session, contextIsolation: true } })
  const paper = layOut(html)
  try {
    await hidden.loadURL(paper.url)
    await hidden.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
    return await use(hidden, await evenUp(hidden))
  } finally {
    hidden.destroy()
    paper.clear()
  }
}

/** Prints a document through the system's dialog; `printed` is false when the person cancelled. Errors: no-printer, print-failed. */
export const printPaper = (window: BrowserWindow, html: string, ask: boolean): Promise<Printed> => withPrinter(window, () =>
  onPaper(window, html, (hidden) => toPrinter(hidden, ask)))
