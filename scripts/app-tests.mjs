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
  const json = path.join(reports, 'playwright.json')
  const playwright = path.join(root, 'node_modules/@playwright/test/cli.js')
  const test = [process.execPath, playwright, 'test', '--pass-with-no-tests']
  const env = {
    ...process.env,
    ZHEN_ELECTRON: electronExecutable(),
    ZHEN_APP: appFolder,
    ZHEN_SANDBOX: sandbox ? 'on' : 'off',
    PLAYWRIGHT_JSON_OUTPUT_FILE: json,
    ...(user ? { HOME: user.home } : {}),
  }
  if (user) for (const folder of [results, reports]) user.own(folder)
  const ok = await passedOn('app', user ? user.command(onAScreen(test)) : onAScreen(test), env)
  return readPlaywright(json, ok)
}

function readPlaywright(json, ok) {
  if (!fs.existsSync(json)) return { passed: 0, failed: ['playwright did not finish'] }
  const report = JSON.parse(fs.readFileSync(json, 'utf8'))
  const specs = report.suites.flatMap((suite) => specsOf(suite))
  const failed = specs.filter((spec) => !spec.ok).map((spec) => `${spec.file} > ${spec.title}`)
  if (!ok && failed.length === 0) failed.push('an error outside the tests')
  const ran = specs.filter((spec) => spec.tests.some((test) => test.status !== 'skipped'))
  return { passed: ran.filter((spec) => spec.ok).length, failed }
}

function specsOf(suite) {
  return [...suite.specs, ...(suite.suites ?? []).flatMap((inner) => specsOf(inner))]
}
