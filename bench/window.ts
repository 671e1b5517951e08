/** The real window against a bare one of the same runtime: spawn to painted, and memory at rest. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { _electron } from 'playwright-core'
import type { Desk } from '../electron/handlers/desk'
import { folder } from './office'
import { median, row, type BenchRow } from './measure'

const executable = (): string => process.env['ZHEN_ELECTRON'] ?? path.resolve('.cache/electron/electron')

const environment = (more: Readonly<Record<string, string>>): Record<string, string> =>
  ({ ...Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined)), ...more })

/** A window with one word, nothing else. */
function bareApp(): string {
  const dir = path.join(folder(), 'bare')
  mkdirSync(dir)
  writeFileSync(path.join(dir, 'package.json'), '{"name":"bare","version":"1.0.0","type":"module","main":"main.js"}')
  writeFileSync(path.join(dir, 'main.js'), "import { app, BrowserWindow } from 'electron'; void app.whenReady().then(() => { const w = new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true } }); void w.loadURL('data:text/html,<h1>bare</h1>') })")
  return dir
}

/** Proportional memory of a process and its children, bytes (Linux). */
function memoryOf(pid: number): number {
  const own = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
  const children = readdirSync(`/proc/${String(pid)}/task`).flatMap((task) => readFileSync(`/proc/${String(pid)}/task/${task}/children`, 'utf8').trim().split(' ')).filter((one) => one !== '')
  return own + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0)
}

interface Shown {
  readonly ms: number
  readonly bytes: number
}

async function show(app: string, env: Readonly<Record<string, string>>, password: string | null): Promise<Shown> {
  const from = performance.now()
  const running = await _electron.launch({ executablePath: executable(), args: [app], cwd: path.resolve('.'), chromiumSandbox: process.getuid?.() !== 0, env: environment(env) })
  const page = await running.firstWindow()
  await page.locator('h1').first().waitFor()
  let ms = performance.now() - from
  if (password !== null) {
    const box = page.locator('input[type=password]').first()
    await box.fill(password)
    await page.evaluate((word) => (globalThis as unknown as { api: { call: (name: string, input: unknown) => Promise<unknown> } }).api.call('office.unlock', { password: word }), password)
    // Key derivation is left out: the store is open now, and home is what follows.
    const opened = performance.now()
    await page.reload()
    await page.getByText('今年到今天').first().waitFor()
    ms += performance.now() - opened
  }
  await page.waitForTimeout(1500)
  const bytes = memoryOf(running.process().pid ?? 0)
  await running.close()
  return { ms, bytes }
}

/** Start and memory; null where no window can be shown. Closes the desk's store first, because the window opens it. */
export async function measureWindow(desk: Desk): Promise<readonly BenchRow[] | null> {
  if (process.platform !== 'linux' || !existsSync(executable()) || !process.env['DISPLAY'] || !existsSync('dist/main/main.js')) return null
  const data = desk.dir
  desk.close()
  const bare = bareApp()
  const bares: Shown[] = []
  const ours: Shown[] = []
  for (let at = 0; at < 3; at++) {
    bares.push(await show(bare, {}, null))
    ours.push(await show(path.resolve('.'), { ZHEN_DATA: data }, 'bench-2026'))
  }
  return [
    row('start', '打开到首页可用（不含密码推导）/ 空白 Electron 窗口', median(ours.map((one) => one.ms)), median(bares.map((one) => one.ms)), 1.5),
    row('memory', '静止内存 / 空白 Electron（兆字节）', median(ours.map((one) => one.bytes)) / 1e6, median(bares.map((one) => one.bytes)) / 1e6, 1.5),
  ]
}

