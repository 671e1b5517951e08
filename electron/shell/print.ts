/** Paper and PDF: the page itself, or a document made as HTML, printed by a hidden window without scripts. */
import { BrowserWindow, type WebContents } from 'electron'
import { fail, type Result } from '../../shared/result'
import { layOut } from './paper'
import { printAnswer } from './print-answer'

type Printed = Result<{ readonly printed: boolean }>

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

/** Prints the window's page; `printed` is false when the person cancelled. Errors: no-printer, print-failed. */
export const printPage = (window: BrowserWindow, ask: boolean): Promise<Printed> => withPrinter(window, () => onWhite(window, () => new Promise((done) => {
  window.webContents.print({ silent: !ask, printBackground: true }, (printed, reason) => { done(printAnswer(printed, reason)) })
})))

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

const footer = '<div style="font-size:10pt;width:100%;text-align:center;font-family:serif">— <span class="pageNumber"></span> —</div>'

/** PDF of `html` and the characters that could not be drawn (A4, page numbers at the foot, CSS page size kept), or of the page itself where html is null. */
export async function printHtml(window: BrowserWindow, html: string | null): Promise<{ readonly pdf: Buffer; readonly unshown: readonly string[] }> {
  const options = { preferCSSPageSize: true, printBackground: true, displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: footer }
  const print = async (page: BrowserWindow) => {
    const unshown = await page.webContents.executeJavaScript(unshownScript) as readonly string[]
    return { pdf: await page.webContents.printToPDF(options), unshown }
  }
  return html === null ? onWhite(window, () => print(window)) : onPaper(window, html, print)
}

/** Pages of a PDF as Chromium writes it. */
const pagesIn = (pdf: Buffer): number => pdf.toString('latin1').match(/\/Type\s*\/Page\b/gu)?.length ?? 0

/** Several papers in one: each begins on the front of a sheet, so that printed on both sides they can be taken apart; each is counted alone. False where there are none. */
async function sheets(webContents: WebContents): Promise<boolean> {
  const count = await webContents.executeJavaScript("document.querySelectorAll('.paper').length") as number
  const show = (which: string): Promise<unknown> => webContents.executeJavaScript(`document.querySelectorAll('.paper').forEach((paper, at) => { paper.style.display = ${which} ? '' : 'none' })`)
  for (let at = 0; at < count; at += 1) {
    await show(`at === ${String(at)}`)
    if (pagesIn(await webContents.printToPDF({ preferCSSPageSize: true })) % 2 === 0) continue
    await webContents.executeJavaScript(`{
      const paper = document.querySelectorAll('.paper')[${String(at)}]
      const alone = paper.querySelector('.alone.even')
      const place = alone ?? (${String(at)} < ${String(count - 1)} ? paper : null)
      place?.insertAdjacentHTML(place === paper ? 'beforeend' : 'beforebegin', '<div class="page">\u3000</div>')
    }`)
  }
  if (count > 0) await show('true')
  return count > 0
}

/** An imprint that has a page of its own belongs on an even one; Chromium knows no such break, so the page before it is left empty where the pages turn out odd. */
async function evenUp({ webContents }: BrowserWindow): Promise<void> {
  if (await sheets(webContents)) return
  if (!await webContents.executeJavaScript("document.querySelector('.alone.even') !== null")) return
  if (pagesIn(await webContents.printToPDF({ preferCSSPageSize: true })) % 2 === 0) return
  await webContents.executeJavaScript("document.querySelector('.alone.even').insertAdjacentHTML('beforebegin', '<div class=\"page\">\u3000</div>')")
}

/** Lays the document out in a hidden window and takes it away again. */
async function onPaper<T>(window: BrowserWindow, html: string, use: (hidden: BrowserWindow) => Promise<T>): Promise<T> {
  const hidden = new BrowserWindow({ show: false, webPreferences: { sandbox: true, javascript: true, session: window.webContents.session, contextIsolation: true } })
  const paper = layOut(html)
  try {
    await hidden.loadURL(paper.url)
    await hidden.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
    await evenUp(hidden)
    return await use(hidden)
  } finally {
    hidden.destroy()
    paper.clear()
  }
}

/** Prints a document through the system's dialog; `printed` is false when the person cancelled. Errors: no-printer, print-failed. */
export const printPaper = (window: BrowserWindow, html: string, ask: boolean): Promise<Printed> => withPrinter(window, () =>
  onPaper(window, html, (hidden) => new Promise((done) => { hidden.webContents.print({ silent: !ask, printBackground: true }, (printed, reason) => { done(printAnswer(printed, reason)) }) })))
