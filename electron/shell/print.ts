/** Paper and PDF: the page itself, or a document made as HTML, printed by a hidden window without scripts. */
import { BrowserWindow } from 'electron'
import { layOut } from './paper'

/** Prints the window's page; false when the person cancelled. */
export function printPage(window: BrowserWindow, ask: boolean): Promise<boolean> {
  // The colour behind the page would be printed in the margins of the sheet.
  const behind = window.getBackgroundColor()
  window.setBackgroundColor('#FFFFFF')
  return new Promise((done) => {
    window.webContents.print({ silent: !ask, printBackground: true }, (printed) => {
      window.setBackgroundColor(behind)
      done(printed)
    })
  })
}

const footer = '<div style="font-size:10pt;width:100%;text-align:center;font-family:serif">— <span class="pageNumber"></span> —</div>'

/** PDF of `html` (A4, page numbers at the foot, CSS page size kept), or of the page itself where html is null. */
export async function printHtml(window: BrowserWindow, html: string | null): Promise<Buffer> {
  const options = { preferCSSPageSize: true, printBackground: true, displayHeaderFooter: true, headerTemplate: '<span></span>', footerTemplate: footer }
  if (html === null) return window.webContents.printToPDF({ ...options, displayHeaderFooter: false })
  const hidden = new BrowserWindow({ show: false, webPreferences: { sandbox: true, javascript: true, session: window.webContents.session, contextIsolation: true } })
  const paper = layOut(html)
  try {
    await hidden.loadURL(paper.url)
    await hidden.webContents.executeJavaScript('document.fonts.ready.then(() => true)')
    return await hidden.webContents.printToPDF(options)
  } finally {
    hidden.destroy()
    paper.clear()
  }
}
