import type { ElectronApplication } from 'playwright-core'

/** A printer that keeps what it is given as a PDF: the test's computer has none. */
export async function printer(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ BrowserWindow }, target) => {
    const [window] = BrowserWindow.getAllWindows()
    if (!window) throw new Error('no window')
    const { webContents } = window
    webContents.getPrintersAsync = () => Promise.resolve([{ name: 'paper', displayName: 'paper', description: '', options: {}, isDefault: true, status: 0 }])
    webContents.print = (_options, done) => {
      void webContents.printToPDF({ printBackground: true, pageSize: 'A4' }).then((pdf) => {
        process.getBuiltinModule('node:fs').writeFileSync(target, pdf)
        done?.(true, '')
      })
    }
  }, file)
}
