// Photographs of every screen, list, form and page of the real application on a made-up town, and contact sheets of them:
//   node scripts/gallery.mjs [OUT] [--only PATTERN] [--role county|city|practice] [--years N] [--text 特大] [--width W --height H] [--zoom 150] [--contrast high] [--axe] [--fits] [--keys]
//     [--state empty|loading|error] [--dialogs]
// With --axe every screen is checked for what a keyboard or a screen reader cannot use, and what is found fails the run.
// With --fits so do words that leave their box or are cut off without a dot.
// With --keys so does what Tab does not come to, or shows no ring.
// --state shows the screens of an office without records, of a store that does not answer, of one whose disk fails; --dialogs opens what the buttons open, and every dialog there is by keys.
// PATTERN is tried on names such as list-suggestion, form-letter, page-session, screen-home. Sheets need ImageMagick's `montage`.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { spawnSync } from 'node:child_process'
import { parseArgs } from 'node:util'
import { bootstrap } from './bootstrap.mjs'
import { build } from './build.mjs'
import { onAScreen, run } from './display.mjs'
import { electronExecutable } from './electron-runtime.mjs'
import { byKeys } from './gallery-by-keys.mjs'
import { deafDialogs, openAll } from './gallery-dialogs.mjs'
import { unfit } from './gallery-fits.mjs'
import { unreached } from './gallery-keys.mjs'
import { officeOf } from './gallery-offices.mjs'
import { ways } from './gallery-ways.mjs'
import { licencesPlugin } from './licences.mjs'
import { root } from './paths.mjs'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string', default: '' }, role: { type: 'string', default: 'town' }, years: { type: 'string', default: '2' }, text: { type: 'string', default: '' },
    width: { type: 'string', default: '1366' }, height: { type: 'string', default: '768' }, inside: { type: 'boolean', default: false },
    zoom: { type: 'string', default: '100' }, contrast: { type: 'string', default: '' }, state: { type: 'string', default: 'full' }, dialogs: { type: 'boolean', default: false }, axe: { type: 'boolean', default: false }, fits: { type: 'boolean', default: false }, keys: { type: 'boolean', default: false },
  },
})
const out = path.resolve(positionals[0] ?? path.join(root, 'test-results/gallery'))
const only = new RegExp(values.only, 'u')
/** A city's window is a county's. */
const level = ['town', 'practice'].includes(values.role) ? 'town' : 'county'

if (values.inside) await photograph()
else {
  await bootstrap({ window: true })
  await build(['main', 'preload', 'cli'])
  await buildWindow()
  fs.rmSync(out, { recursive: true, force: true })
  fs.mkdirSync(out, { recursive: true })
  const status = run(onAScreen([process.execPath, import.meta.filename, '--inside', ...process.argv.slice(2)]), { cwd: root, env: { ...process.env, ZHEN_ELECTRON: electronExecutable() } })
  if (status === 0) contactSheets()
  process.exitCode = status
}

// An application folder of its own: the same main process, and a page that can be told which screen to open.
async function buildWindow() {
  const app = path.join(root, '.cache/gallery')
  fs.mkdirSync(path.join(app, 'dist'), { recursive: true })
  for (const part of ['main', 'preload']) fs.cpSync(path.join(root, 'dist', part), path.join(app, 'dist', part), { recursive: true })
  fs.copyFileSync(path.join(root, 'package.json'), path.join(app, 'package.json'))
  const { build: vite } = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  await vite({
    configFile: false, logLevel: 'warn', root: path.join(root, 'test/renderer/support/live'), base: './', plugins: [react(), licencesPlugin(), liveApi()],
    build: { outDir: path.join(app, 'dist/renderer'), emptyOutDir: true, target: 'chrome130', minify: false, chunkSizeWarningLimit: 20_000 },
  })
}

// The window asks through a door that can be told not to answer (test/renderer/support/live/api.ts).
function liveApi() {
  const door = path.join(root, 'test/renderer/support/live/api.ts')
  return {
    name: 'live-api',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (importer === undefined || importer === door || !source.endsWith('/api')) return null
      const resolved = await this.resolve(source, importer, { skipSelf: true })
      return resolved?.id === path.join(root, 'renderer/api.ts') ? door : null
    },
  }
}

async function photograph() {
  const { _electron } = await import('playwright-core')
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'zhen-gallery-'))
  const { data, stick, rules, open: openOffice } = officeOf(values.role, values.state, Number(values.years), place)
  const sandbox = process.getuid?.() !== 0 && process.env.ZHEN_SANDBOX !== 'off'
  const app = await _electron.launch({
    executablePath: process.env.ZHEN_ELECTRON, args: [path.join(root, '.cache/gallery'), '--force-device-scale-factor=1'], chromiumSandbox: sandbox, cwd: root,
    env: { ...process.env, ZHEN_DATA: data, ZHEN_STICK: stick, ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8', ZHEN_SAMPLES: '1' },
  })
  const page = await app.firstWindow()
  const complaints = []
  let now = 'start'
  page.on('console', (message) => { if (message.type() === 'error') complaints.push(`${now}: ${message.text()}`) })
  page.on('pageerror', (error) => complaints.push(`${now}: ${error.message}`))
  const ask = async (name, input) => {
    const answer = await page.evaluate(([command, given]) => globalThis.api.call(command, given), [name, input])
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
    return answer.value
  }
  await page.waitForFunction(() => 'api' in globalThis && 'gallery' in globalThis)
  await openOffice(ask)
  await page.reload()
  await page.waitForFunction(() => 'gallery' in globalThis)
  await app.evaluate(({ BrowserWindow }, box) => { const [window] = BrowserWindow.getAllWindows(); window.setMinimumSize(1, 1); window.setContentSize(box.width, box.height) }, sizeOfWindow())
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  if (values.text !== '') await page.evaluate((size) => globalThis.gallery.setTextSize(size), { 大: 'large', 特大: 'xlarge' }[values.text] ?? values.text)
  if (values.contrast !== '') await page.evaluate((contrast) => globalThis.gallery.setContrast(contrast), values.contrast)
  if (values.axe) await page.evaluate(fs.readFileSync(path.join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'))
  const shoot = async (name) => {
    await page.screenshot({ path: path.join(out, `${name}.png`) })
    if (values.fits) complaints.push(...(await page.evaluate(unfit)).map((line) => `${name}: ${line}`))
    // A dialog keeps Tab to itself; --dialogs goes through it in its own way.
    if (values.keys && (await page.locator('dialog[open], [role=dialog]').count()) === 0) complaints.push(...(await unreached(page)).map((line) => `${name}: ${line}`))
    if (values.axe) complaints.push(...(await violations(page)).map((line) => `${name}: ${line}`))
  }
  const routes = await routesOf(page, ask)
  if (['loading', 'error'].includes(values.state)) await page.evaluate((state) => globalThis.gallery.setState(state), values.state)
  if (values.dialogs) await deafDialogs(app, rules)
  for (const [name, route] of routes) {
    if (!only.test(name)) continue
    now = name
    const open = async (again = false) => {
      // Whatever hangs over the page goes with it.
      if (again) await page.evaluate(() => globalThis.gallery.go({ screen: 'help' }))
      await page.evaluate((to) => globalThis.gallery.go(to), route)
      await quiet(page, values.state !== 'loading')
    }
    await open()
    await shoot(name)
    if (values.dialogs) await openAll(page, { name, open, shoot })
  }
  if (values.dialogs) await everyDialog(new Map(routes), page, { shoot, complain: (line) => complaints.push(line), at: (name) => { now = name } })
  await app.close()
  fs.rmSync(place, { recursive: true, force: true })
  for (const line of complaints) console.error(line)
  if (complaints.length > 0) process.exitCode = 1
}

/** Every dialog and side sheet of the level, opened and gone through by keys. */
async function everyDialog(routes, page, { shoot, complain, at }) {
  const own = (way) => way.level === level && (way.role ?? values.role) === values.role
  for (const way of ways.filter((one) => own(one) && only.test(one.name))) {
    at(way.name)
    const route = routes.get(way.at)
    if (route === undefined) { complain(`${way.name}: no screen ${way.at}`); continue }
    await page.evaluate(() => globalThis.gallery.go({ screen: 'help' }))
    await page.evaluate((to) => globalThis.gallery.go(to), route)
    await quiet(page)
    for (const line of await byKeys(page, way, shoot)) complain(`${way.name}: ${line}`)
  }
}

// A screen of 1920 × 1080 that the system shows at 150 % leaves 1280 × 720 to a page.
function sizeOfWindow() {
  const part = (side) => Math.round((Number(side) * 100) / Number(values.zoom))
  return { width: part(values.width), height: part(values.height) }
}

/** Every screen that the level has, then list, empty form, first page and its form of every type. */
async function routesOf(page, ask) {
  const { screens, types } = await page.evaluate((of) => ({ screens: globalThis.gallery.screens[of], types: globalThis.gallery.types[of] }), level)
  const first = async (type) => (await ask('record.list', { type, limit: 1 })).rows[0]?.id
  const year = new Date().getFullYear()
  /** What a screen must be told. */
  const told = {
    deputy: { mandate: await first('mandate') }, merge: { type: 'person', from: await first('person') }, 'fund-allowance': { year: String(year) },
    ...Object.fromEntries(['list', 'record', 'edit'].map((name) => [name, null])),
  }
  const routes = screens.filter((screen) => told[screen] !== null && !Object.values(told[screen] ?? {}).includes(undefined)).map((screen) => [`screen-${screen}`, { screen, ...told[screen] }])
  for (const part of ['office', 'safety', 'rules', 'choices', 'look']) routes.push([`settings-${part}`, { screen: 'settings', part }])
  for (const { type, typed } of types) {
    routes.push([`list-${type}`, { screen: 'list', type }])
    if (typed) routes.push([`form-${type}`, { screen: 'edit', type }])
    const id = await first(type)
    if (id !== undefined) routes.push([`page-${type}`, { screen: 'record', type, id }], [`change-${type}`, { screen: 'edit', type, id }])
  }
  return routes
}

/** What axe finds on the screen that is shown: rule, how grave, where. */
async function violations(page) {
  return page.evaluate(async () => {
    const { violations } = await globalThis.axe.run(document, { resultTypes: ['violations'] })
    return violations.map(({ id, impact, nodes }) => `${id} (${impact}) ${nodes.slice(0, 3).map((node) => node.target.join(' ')).join(' | ')}${nodes.length > 3 ? ` +${nodes.length - 3}` : ''}`)
  })
}

/** Waits until nothing has changed for a moment and, where answers come, nothing is still asked for. */
async function quiet(page, answers = true) {
  await page.evaluate((whole) => new Promise((done) => {
    const end = setTimeout(done, 8000)
    let timer = setTimeout(finish, 600)
    const watch = new MutationObserver(() => { clearTimeout(timer); timer = setTimeout(finish, 250) })
    function finish() {
      if (whole && document.querySelector('.bones, [aria-busy=true]') !== null) {
        timer = setTimeout(finish, 250)
        return
      }
      watch.disconnect()
      clearTimeout(end)
      done()
    }
    watch.observe(document.body, { childList: true, subtree: true, characterData: true })
  }), answers)
}

/** Twelve to a sheet, each with its name. */
function contactSheets() {
  const pictures = fs.readdirSync(out).filter((file) => file.endsWith('.png')).sort()
  for (let at = 0; at < pictures.length; at += 12) {
    const sheet = `sheet-${String(at / 12 + 1).padStart(2, '0')}.jpg`
    const { error, status, stderr } = spawnSync('montage', ['-label', '%t', ...pictures.slice(at, at + 12), '-tile', '3x4', '-geometry', '683x384+6+6', sheet], { cwd: out })
    if (error || status !== 0) {
      console.error(`没有做联系表 no contact sheet: ${error?.message ?? stderr.toString()}`)
      return
    }
  }
  console.error(`==> ${pictures.length} 张 pictures: ${out}`)
}
