// `npm test`: sets up what is missing and checks everything; ends with one line `N passed, N failed`.
// `--quick`: without the real Electron (`npm run check`); `--long`, `--faults`: the long tests instead, see long.mjs (`npm run test:long`, `npm run test:faults`).
import fs from 'node:fs'
import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { captured, passedOn } from './checks.mjs'
import { appTests } from './app-tests.mjs'
import { root } from './paths.mjs'

const quick = process.argv.includes('--quick')
if (process.argv.includes('--long') || process.argv.includes('--faults')) {
  await import('./long.mjs')
  process.exit()
}

await bootstrap({ window: !quick, server: true })

const node = process.execPath
const bin = (file) => path.join(root, 'node_modules', file)
const reports = path.join(root, '.cache/reports')
fs.rmSync(reports, { recursive: true, force: true })
fs.mkdirSync(reports, { recursive: true })

const failures = []
let passed = 0

function count(step, result) {
  passed += result.passed
  for (const what of result.failed) failures.push(`${step}: ${what}`)
}

function yesOrNo(ok, what) {
  return ok ? { passed: 1, failed: [] } : { passed: 0, failed: [what] }
}

async function types() {
  const projects = ['shared', 'electron', 'renderer', 'test'].filter((name) => name === 'test' || hasSources(name))
  const runs = []
  for (const name of projects) {
    const project = path.join(root, `tsconfig.${name}.json`)
    runs.push(await captured(`types: ${name}`, [node, bin('typescript/bin/tsc'), '--noEmit', '-p', project]))
  }
  return yesOrNo(runs.every((ok) => ok), 'tsc')
}

async function lint() {
  return yesOrNo(await captured('lint', [node, bin('eslint/bin/eslint.js'), '.', '--max-warnings=0']), 'eslint')
}

// What nobody uses, and what is used without being declared (knip.json says where the program begins).
async function unused() {
  return yesOrNo(await captured('unused code', [node, bin('knip/bin/knip.js'), '--no-progress']), 'knip')
}

async function unitTests() {
  const json = path.join(reports, 'vitest.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${json}`]
  const ok = await passedOn('vitest', [node, bin('vitest/vitest.mjs'), 'run', '--passWithNoTests', ...reporters])
  return readVitest(json, ok)
}

function readVitest(json, ok) {
  if (!fs.existsSync(json)) return yesOrNo(false, 'vitest did not finish')
  const report = JSON.parse(fs.readFileSync(json, 'utf8'))
  const results = report.testResults.flatMap((file) => ownResults(file))
  const failed = results.filter((one) => one.status === 'failed').map((one) => one.name)
  // A test file that cannot load, or an error outside any test, fails the run without a failed test.
  if (!ok && failed.length === 0) failed.push('an error outside the tests')
  sayWhatWasLeftOut(results.filter((one) => one.status === 'skipped' || one.status === 'pending'))
  return { passed: results.filter((one) => one.status === 'passed').length, failed }
}

// Counted neither as passed nor as failed: what this machine cannot run.
function sayWhatWasLeftOut(left) {
  const files = [...new Set(left.map((one) => one.name.split(' > ')[0]))]
  if (left.length > 0) console.log(`SKIPPED  ${left.length} tests of ${files.join(', ')}: what they need is not installed here`)
}

function ownResults(file) {
  const name = path.relative(root, file.name)
  if (file.assertionResults.length === 0 && file.status === 'failed') return [{ status: 'failed', name }]
  return file.assertionResults.map((test) => ({ status: test.status, name: `${name} > ${test.fullName}` }))
}

async function builds() {
  const parts = quick ? ['main', 'preload', 'renderer', 'cli', 'bench', 'demo'] : ['main', 'preload', 'renderer', 'cli']
  return passedOn('build', [node, path.join(root, 'scripts/build.mjs'), ...parts])
}

function hasSources(folder) {
  const place = path.join(root, folder)
  return fs.existsSync(place) && fs.readdirSync(place, { recursive: true }).some((name) => /\.tsx?$/.test(name))
}

// Types and lint share the two cores; the rest wants them for itself.
const [typesResult, lintResult] = await Promise.all([types(), lint()])
count('types', typesResult)
count('lint', lintResult)
count('unused', await unused())
count('vitest', await unitTests())
const built = await builds()
if (!built) count('build', yesOrNo(false, 'vite'))
else if (!quick) count('app', await appTests(reports))

for (const failure of failures) console.log(`FAILED  ${failure}`)
console.log(`${passed} passed, ${failures.length} failed`)
process.exitCode = failures.length > 0 ? 1 : 0
