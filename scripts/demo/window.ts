/** A window of the real application, driven from outside. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { _electron, type Page } from 'playwright-core'

type Answer = Readonly<Record<string, unknown>>

export interface Office {
  readonly page: Page
  /** Asks through the window's own bridge; a refusal ends the demo with its code. */
  ask(name: string, input: Readonly<Record<string, unknown>>): Promise<Answer>
  /** Opens a screen by its route (renderer/state/opened-from-outside.ts). */
  open(route: Readonly<Record<string, unknown>>): Promise<void>
  /** Shows the present state as a person finds it after unlocking. */
  reload(): Promise<void>
  close(): Promise<void>
  /** Settles when the person closes the window. */
  closed(): Promise<void>
}

const environment = (): Record<string, string> => Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined))

export async function startWindow(dataDir: string): Promise<Office> {
  mkdirSync(path.dirname(dataDir), { recursive: true })
  const root = process.getuid?.() === 0
  const app = await _electron.launch({
    executablePath: process.env['ZHEN_ELECTRON'] ?? path.resolve('.cache/electron/electron'), args: [path.resolve('.'), '--force-device-scale-factor=1'], chromiumSandbox: !root, cwd: path.resolve('.'),
    env: { ...environment(), ZHEN_DATA: dataDir, ZHEN_SAMPLES: '1' },
  })
  const page = await app.firstWindow()
  await page.waitForFunction(() => 'api' in globalThis)
  return {
    page,
    async ask(name, input) {
      const result = await page.evaluate(([command, given]) => (globalThis as unknown as { api: { call: (name: unknown, input: unknown) => Promise<unknown> } }).api.call(command, given), [name, input] as const) as { ok: boolean; value: Answer; code?: string }
      if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result)}`)
      return result.value
    },
    async open(route) {
      await page.evaluate((detail) => { dispatchEvent(new CustomEvent('zhen-open', { detail })) }, route)
    },
    async reload() {
      await page.reload()
      await page.getByRole('heading', { level: 1 }).first().waitFor()
    },
    close: () => app.close(),
    closed: () => new Promise((done) => { app.once('close', () => { done() }) }),
  }
}
