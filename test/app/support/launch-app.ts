import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

const root = path.resolve(import.meta.dirname, '../../..')

/** A running application and its first window. */
export interface RunningApp {
  readonly app: ElectronApplication
  readonly page: Page
}

/** How to start it: the folder with the office's data, and more environment, such as `ZHEN_NOW` (the clock, ISO 8601). */
export interface LaunchOptions {
  readonly dataDir: string
  readonly env?: Readonly<Record<string, string>>
  /** More arguments, as the system gives them: a package that was opened. */
  readonly args?: readonly string[]
}

/**
 * Starts the real application on its own data folder and waits for its first window. Chromium's sandbox is on
 * unless the account or the machine has none (root; `ZHEN_SANDBOX=off`).
 */
export async function launchApp(options: LaunchOptions): Promise<RunningApp> {
  const app = await startApp(options)
  return { app, page: await app.firstWindow() }
}

/** Starts the application without waiting for a window, as for a second instance that must not open one. */
export function startApp({ dataDir, env = {}, args = [] }: LaunchOptions): Promise<ElectronApplication> {
  return _electron.launch({
    executablePath: process.env['ZHEN_ELECTRON'] ?? path.join(root, '.cache/electron/electron'),
    args: [process.env['ZHEN_APP'] ?? root, '--force-device-scale-factor=1', ...args],
    chromiumSandbox: process.getuid?.() !== 0 && process.env['ZHEN_SANDBOX'] !== 'off',
    cwd: root,
    env: { ...inherited(), ZHEN_DATA: dataDir, ...env },
  })
}

/** A fresh empty folder for one test's data; the caller removes nothing, the system's temporary folder is cleaned. */
export function freshDataDir(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'zhen-app-'))
}

/** Saves what the window shows as test-results/NAME.png, to be looked at. */
export async function screenshot(page: Page, name: string): Promise<string> {
  const file = path.join(root, 'test-results', `${name}.png`)
  await page.screenshot({ path: file })
  return file
}

// Playwright wants an environment without holes; ELECTRON_RUN_AS_NODE would start no window at all.
function inherited(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _, ...rest } = process.env
  return Object.fromEntries(Object.entries(rest).filter((entry): entry is [string, string] => entry[1] !== undefined))
}
