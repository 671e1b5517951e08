/**
 * The real window against a bare one of the same runtime: from spawn to painted, and memory at rest. No test driver stands between: a small
 * main script starts the built application unchanged, watches its page from the main process, does what a person does, and prints times.
 */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { folder } from './office'
import { least, part, type Part } from './measure'

const executable = (): string => process.env['ZHEN_ELECTRON'] ?? path.resolve('.cache/electron/electron')

/** Runs in the page. Times are of the wall clock, so that they compare with the bench's own. */
const painted = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(Date.now()))))'
const until = (what: string): string => `(async () => { while (!(${what})) await new Promise((next) => setTimeout(next, 4)); return await ${painted} })()`

const watch = (steps: string): string => `
import { app } from 'electron'
app.on('browser-window-created', (_event, window) => {
  window.webContents.once('dom-ready', async () => {
    const ask = (code) => window.webContents.mainFrame.executeJavaScript(code)
    try {
      ${steps}
    } catch (error) {
      console.log('BENCH FAILED ' + String(error))
    }
  })
})
`

const bareSteps = `console.log('BENCH ' + JSON.stringify({ shown: await ask(${JSON.stringify(until("document.querySelector('h1')"))}) }))`

const unlock = (password: string): string => `(() => {
  const box = document.querySelector('input[type=password]')
  Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(box, ${JSON.stringify(password)})
  box.dispatchEvent(new Event('input', { bubbles: true }))
  return new Promise((done) => setTimeout(() => { const at = Date.now(); box.form.requestSubmit(); done(at) }, 0))
})()`

const ourSteps = (password: string, then: string, and: string): string => `
    const shown = await ask(${JSON.stringify(until("document.querySelector('input[type=password]')"))})
    const asked = await ask(${JSON.stringify(unlock(password))})
    const usable = await ask(${JSON.stringify(until("document.querySelector('nav') && /记活动|各镇上报/.test(document.body.textContent)"))})
    const complete = await ask(${JSON.stringify(until("/今年到今天|各镇上报/.test(document.body.textContent)"))})
    ${then}
    console.log('BENCH ' + JSON.stringify({ shown, asked, usable, complete${and === '' ? '' : `, ${and}`} }))`

function script(name: string, before: string, after: string): string {
  const dir = path.join(folder(), name)
  mkdirSync(dir)
  writeFileSync(path.join(dir, 'package.json'), JSON.stringify({ name, version: '1.0.0', type: 'module', main: 'main.js' }))
  writeFileSync(path.join(dir, 'main.js'), `${before}\n${after}`)
  return dir
}

const bareApp = (): string => script('bare', watch(bareSteps),
  "import { BrowserWindow } from 'electron'; void app.whenReady().then(() => { const w = new BrowserWindow({ width: 1366, height: 768, webPreferences: { sandbox: true } }); void w.loadURL('data:text/html,<h1>bare</h1>') })")

/** The built application, watched until its home page is complete; `then` is done after that, and its result of the name `and` is said too. */
export const ourApp = (password: string, then = '', and = ''): string => script('ours', watch(ourSteps(password, then, and)), `await import(${JSON.stringify(pathToFileURL(path.resolve('dist/main/main.js')).href)})`)

/** Proportional memory of a process and its children, bytes (Linux). */
export function memoryOf(pid: number): number {
  const own = Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${String(pid)}/smaps_rollup`, 'utf8'))?.[1] ?? 0) * 1024
  const children = readdirSync(`/proc/${String(pid)}/task`).flatMap((task) => readFileSync(`/proc/${String(pid)}/task/${task}/children`, 'utf8').trim().split(' ')).filter((one) => one !== '')
  return own + children.reduce((sum, child) => sum + memoryOf(Number(child)), 0)
}

/** Processor time of a process and its living children so far, milliseconds (Linux counts in hundredths). */
export function processorOf(pid: number): number {
  const words = readFileSync(`/proc/${String(pid)}/stat`, 'utf8').replace(/^.*\) /su, '').split(' ')
  const children = readdirSync(`/proc/${String(pid)}/task`).flatMap((task) => readFileSync(`/proc/${String(pid)}/task/${task}/children`, 'utf8').trim().split(' ')).filter((one) => one !== '')
  return (Number(words[11]) + Number(words[12])) * 10 + children.reduce((sum, child) => sum + processorOf(Number(child)), 0)
}

interface Shown {
  /** Milliseconds from spawn; of the application without the person's part and the time between. */
  readonly ms: number
  /** The same until every figure of the home page stands. */
  readonly complete: number
  readonly bytes: number
}

type Times = { readonly shown: number; readonly asked?: number; readonly usable?: number; readonly complete?: number }

const lineOf = <T>(child: ChildProcess, minutes: number): Promise<T> => new Promise((done, failed) => {
  let text = ''
  const patience = setTimeout(() => { failed(new Error(`no answer within ${String(minutes)} minutes: ${text.slice(-500)}`)) }, minutes * 60_000)
  child.stdout?.on('data', (piece: Buffer) => {
    text += piece.toString('utf8')
    const found = /^BENCH (\{.*\})$/m.exec(text)?.[1]
    const fault = /^BENCH FAILED .*$/m.exec(text)?.[0]
    if (found === undefined && fault === undefined) return
    clearTimeout(patience)
    if (found === undefined) failed(new Error(fault))
    else done(JSON.parse(found) as T)
  })
  child.once('exit', (code) => {
    clearTimeout(patience)
    failed(new Error(`the window ended with ${String(code)}: ${text.slice(-500)}`))
  })
})

/** Starts the application in `app`; what it says of itself is its one line. `oneCore` = all its processes share one core of the machine. */
export function started<T>(app: string, env: Readonly<Record<string, string>>, { oneCore = false, minutes = 2 }: { readonly oneCore?: boolean; readonly minutes?: number } = {}): { readonly child: ChildProcess; readonly said: Promise<T> } {
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const [command = '', ...before] = oneCore ? ['taskset', '-c', '0', executable()] : [executable()]
  const child = spawn(command, [...before, ...sandbox, app], { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'ignore'] })
  return { child, said: lineOf<T>(child, minutes) }
}

/** Ends it and waits until it is gone. */
export async function ended(child: ChildProcess): Promise<void> {
  child.removeAllListeners('exit')
  await new Promise((gone) => { child.once('exit', gone); child.kill() })
}

async function show(app: string, env: Readonly<Record<string, string>>): Promise<Shown> {
  const from = Date.now()
  const { child, said } = started<Times>(app, env)
  const { shown, asked = 0, usable = 0, complete = 0 } = await said
  // At rest: caches are warm, the first collection is over; the backup of the day waits five seconds.
  await new Promise((next) => setTimeout(next, 3000))
  const bytes = memoryOf(child.pid ?? 0)
  await ended(child)
  return { ms: shown - from + usable - asked, complete: shown - from + complete - asked, bytes }
}

/** Whether this machine has the runtime, a display and the built application. */
export const windowCanBeShown = (): boolean => process.platform === 'linux' && existsSync(executable()) && Boolean(process.env['DISPLAY']) && existsSync('dist/main/main.js')

export interface WindowParts {
  readonly start: readonly Part[]
  readonly memory: readonly Part[]
}

/** Start and memory over the closed store in `data`; null where no window can be shown. The first pair is not counted: it warms the disk. */
export async function measureWindow(data: string, password: string, times: number): Promise<WindowParts | null> {
  if (!windowCanBeShown()) return null
  const bare = bareApp()
  const ours = ourApp(password)
  const bares: Shown[] = []
  const shown: Shown[] = []
  for (let at = 0; at <= times; at++) {
    const one = await show(bare, {})
    const other = await show(ours, { ZHEN_DATA: data })
    if (at > 0) {
      bares.push(one)
      shown.push(other)
    }
  }
  const bareMs = least(bares.map((one) => one.ms))
  return {
    start: [
      part('usable', least(shown.map((one) => one.ms)), bareMs, 1.5),
      part('complete', least(shown.map((one) => one.complete)), bareMs, 1.5),
    ],
    memory: [part('at-rest', least(shown.map((one) => one.bytes)) / 1e6, least(bares.map((one) => one.bytes)) / 1e6, 1.5)],
  }
}
