// Photographs of screens with canned answers: node shoot.mjs OUT NAME SCENE ROUTE [WIDTHxHEIGHT] [SIZE]; several jobs as JSON on standard
// input: [{"name","scene","route","width","height","size","script"}]. `script` runs in the page before the picture is taken.
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { _electron } from 'playwright-core'

const root = path.resolve(import.meta.dirname, '../../../..')
const out = process.argv[2] ?? '.'
const jobs = JSON.parse(readFileSync(0, 'utf8'))
const preview = process.env.PREVIEW_OUT ?? path.join(root, '.cache/preview')
const app = await _electron.launch({
  executablePath: path.join(root, '.cache/electron/electron'),
  args: [path.join(import.meta.dirname, 'shoot-main')],
  env: { ...process.env, PREVIEW_OUT: preview },
})
const page = await app.firstWindow()
page.on('console', (message) => { if (['error', 'warning'].includes(message.type()) && !message.text().includes('Security Warning')) process.stderr.write(`${message.text()}\n`) })
page.on('pageerror', (error) => process.stderr.write(`${error.stack}\n`))
for (const job of jobs) {
  const { name, scene = 'town', route = '', width = 1366, height = 768, size = '', script, wait = 700 } = job
  await app.evaluate(({ BrowserWindow }, box) => { BrowserWindow.getAllWindows()[0].setContentSize(box.width, box.height) }, { width, height })
  const hash = typeof route === 'string' ? route : JSON.stringify(route)
  await page.goto('about:blank')
  await page.goto(`file://${preview}/index.html?as=${scene}&size=${size}#${encodeURIComponent(hash)}`)
  await page.waitForTimeout(wait)
  if (script) {
    await page.evaluate(script)
    await page.waitForTimeout(300)
  }
  for (const action of job.actions ?? []) {
    const [verb, target, text] = action
    if (verb === 'click') await page.getByText(target, { exact: true }).first().click()
    else if (verb === 'button') await page.getByRole('button', { name: target }).first().click()
    else if (verb === 'fill') await page.getByLabel(target).first().fill(text)
    else if (verb === 'press') await page.keyboard.press(target)
    await page.waitForTimeout(250)
  }
  await page.screenshot({ path: path.join(out, `${name}.png`) })
}
await app.close()
