/** Wiring only: lock, paths, store process, window. */
import { app, powerMonitor, type BrowserWindow } from 'electron'
import path from 'node:path'
import type { StoreEvent } from '../shared/contract'
import { fail, type Result } from '../shared/result'
import { listen } from './ipc/listen'
import { guardEverything } from './shell/guard'
import { chromiumDir, dataDir } from './shell/paths'
import { handedFile } from './shell/handed-file'
import { madeFiles } from './shell/made-files'
import { shellCommands, type Opened } from './shell/shell-commands'
import { openOffices } from './shell/offices'
import { selfCheck } from './shell/self-check'
import { openWindow, origin, registerScheme } from './shell/window'

const data = dataDir()
app.setPath('userData', chromiumDir(data))
app.setPath('sessionData', path.join(chromiumDir(data), 'session'))
for (const [name, value] of [['disable-http-cache'], ['disable-breakpad'], ['disable-background-networking'], ['disable-component-update'], ['disable-domain-reliability'], ['disk-cache-size', '1'], ['no-pings']] as const) {
  app.commandLine.appendSwitch(name, value ?? '')
}

const checkOnly = process.argv.includes('--self-check')
if (!checkOnly && !app.requestSingleInstanceLock()) {
  // The first window comes to the front; this one has nothing to do.
  app.exit(0)
}

guardEverything()
registerScheme()
let window: BrowserWindow | null = null
let tell: (event: StoreEvent) => void = () => undefined
const store = openOffices(data, (event) => { tell(event) })
const opened: Opened = { allowed: new Set(), handed: handedFile(process.argv.slice(1), process.cwd()) }
const shell = shellCommands(() => window, opened, store)

function open(): void {
  window = openWindow({ rendererDir: path.join(import.meta.dirname, '../renderer'), preload: path.join(import.meta.dirname, '../preload/preload.cjs'), show: true })
  window.on('closed', () => { window = null })
}

app.on('second-instance', (_event, args, cwd) => {
  opened.handed = handedFile(args.slice(1), cwd) ?? opened.handed
  if (opened.handed !== null) tell({ kind: 'handed' })
  if (window?.isMinimized()) window.restore()
  window?.focus()
})
app.on('window-all-closed', () => { app.quit() })

let closed = false
app.on('will-quit', (event) => {
  if (closed) return
  event.preventDefault()
  void store.close().finally(() => {
    closed = true
    app.quit()
  })
})

void app.whenReady().then(() => {
  if (checkOnly) {
    const to = process.argv.find((arg) => arg.startsWith('--self-check-to='))
    void selfCheck(data, to === undefined ? null : path.resolve(to.slice('--self-check-to='.length))).then((wrong) => { app.exit(wrong === 0 ? 0 : 1) })
    return
  }
  store.start()
  tell = listen({
    page: () => window?.webContents ?? null,
    origin,
    store: async (name, input) => {
      const answer = await store.ask(name, input)
      for (const file of madeFiles(name, answer)) opened.allowed.add(path.resolve(file))
      return answer
    },
    shell: async (name, input): Promise<Result<unknown>> => {
      try {
        return await (shell[name] as (input: unknown) => Promise<Result<unknown>>)(input)
      } catch (error) {
        return fail('internal', { detail: { why: error instanceof Error ? error.message : String(error) } })
      }
    },
  })
  open()
  // Whoever locks the computer or closes its lid has left it.
  for (const left of ['lock-screen', 'suspend'] as const) powerMonitor.on(left as 'suspend', () => { void store.ask('office.lock', { why: 'idle' }) })
})
