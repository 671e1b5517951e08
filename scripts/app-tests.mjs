import fs from 'node:fs'
import path from 'node:path'
import { passedOn } from './checks.mjs'
import { onAScreen } from './display.mjs'
import { electronExecutable } from './electron-runtime.mjs'
import { ordinaryUser, sandboxWorks } from './ordinary-user.mjs'
import { root } from './paths.mjs'

/** Runs test/app in the real Electron: as an ordinary user with Chromium's sandbox on wherever the machine allows. */
export async function appTests(reports, appFolder = root) {
  const results = path.join(root, 'test-results')
  fs.mkdirSync(results, { recursive: true })
  const user = ordinaryUser([root, process.execPath, electronExecutable()])
  const sandbox = sandboxWorks(user)
  console.log(`==> app: ${user?.name ?? 'this user'}, sandbox ${sandbox ? 'on' : 'off'}, ${electronExecutable()}`)
  if (user) for (const folder of [results, reports]) user.own(folder)
  const ran = await playwright('app', reports, { ZHEN_APP: appFolder, ZHEN_SANDBOX: sandbox ? 'on' : 'off', ...(user ? { HOME: user.home } : {}) }, (words) => (user ? user.command(words) : words))
  if (!user || ran.left.size === 0) return ran
  // What needs a disk of its own that is full or pulled out: an ordinary account may not mount one. Root may, and has no sandbox.
  const asRoot = await playwright('app, with disks of its own', reports, { ZHEN_APP: appFolder, ZHEN_SANDBOX: 'off' }, (words) => words, [...ran.left])
  return { passed: ran.passed + asRoot.passed, failed: [...ran.failed, ...asRoot.failed] }
}

/** Runs these files of test/app, or all; `left` are the files in which something was skipped. */
async function playwright(name, reports, env, as, files = []) {
  const json = path.join(reports, files.length === 0 ? 'playwright.json' : 'playwright-disks.json')
  const cli = path.join(root, 'node_modules/@playwright/test/cli.js')
  const test = [process.execPath, cli, 'test', '--pass-with-no-tests', ...files]
  const ok = await passedOn(name, as(onAScreen(test)), { ...process.env, ...env, ZHEN_ELECTRON: electronExecutable(), PLAYWRIGHT_JSON_OUTPUT_FILE: json })
  return readPlaywright(json, ok)
}

function readPlaywright(json, ok) {
  if (!fs.existsSync(json)) return { passed: 0, failed: ['playwright did not finish'], left: new Set() }
  const report = JSON.parse(fs.readFileSync(json, 'utf8'))
  const specs = report.suites.flatMap((suite) => specsOf(suite))
  const failed = specs.filter((spec) => !spec.ok).map((spec) => `${spec.file} > ${spec.title}`)
  if (!ok && failed.length === 0) failed.push('an error outside the tests')
  const ran = specs.filter((spec) => spec.tests.some((test) => test.status !== 'skipped'))
  const left = new Set(specs.filter((spec) => !ran.includes(spec)).map((spec) => spec.file))
  return { passed: ran.filter((spec) => spec.ok).length, failed, left }
}

function specsOf(suite) {
  return [...suite.specs, ...(suite.suites ?? []).flatMap((inner) => specsOf(inner))]
}
