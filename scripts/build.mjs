import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { stripVTControlCharacters } from 'node:util'
import { parts } from './build-parts.mjs'
import { root } from './paths.mjs'
import { withLock } from './process-lock.mjs'

const dist = path.join(root, 'dist')
const MINUTES_A_RUNNING_PROCESS_MAY_STILL_LOAD_OLD_CHUNKS = 60

/** Builds each named part into dist/NAME unless it is up to date. Parallel calls wait for one another. */
export async function build(names) {
  for (const name of names) {
    if (isFresh(name)) continue
    await withLock(path.join(root, `.cache/build-${name}.lock`), () => buildPart(name))
  }
}

async function buildPart(name) {
  // Taken before the build: a source saved meanwhile makes the part stale again.
  const state = stateOfSources(name)
  if (isFresh(name, state)) return
  const entries = parts[name].entries()
  if (Object.keys(entries).length === 0) {
    console.error(`==> 构建 Build: ${name}: 还没有源文件，跳过 / no source yet, skipped`)
    return
  }
  console.error(`==> 构建 Build: ${name}`)
  const work = path.join(root, `.cache/build-${name}`)
  fs.rmSync(work, { recursive: true, force: true })
  const config = await parts[name].config(entries, work)
  await bundle(name, { configFile: false, logLevel: 'warn', ...config })
  publish(work, path.join(dist, name))
  fs.mkdirSync(path.dirname(stampOf(name)), { recursive: true })
  fs.writeFileSync(stampOf(name), state)
}

async function bundle(name, config) {
  const { build: vite } = await import('vite')
  try {
    await vite(config)
  } catch (error) {
    console.error(process.stderr.isTTY ? error.message : stripVTControlCharacters(error.message))
    console.error(`==> 构建失败 Build failed: ${name}`)
    process.exit(1)
  }
}

// File by file and by rename, so that a process that starts meanwhile finds every file whole; entries come after
// the chunks they import.
function publish(work, target) {
  const files = filesIn(work).sort((a, b) => depthOfUse(a) - depthOfUse(b))
  for (const file of files) {
    fs.mkdirSync(path.dirname(path.join(target, file)), { recursive: true })
    fs.renameSync(path.join(work, file), path.join(target, file))
  }
  const oldest = Date.now() - MINUTES_A_RUNNING_PROCESS_MAY_STILL_LOAD_OLD_CHUNKS * 60_000
  const kept = new Set(files)
  for (const file of filesIn(target)) {
    const whole = path.join(target, file)
    if (!kept.has(file) && fs.statSync(whole).mtimeMs < oldest) fs.rmSync(whole)
  }
  fs.rmSync(work, { recursive: true, force: true })
}

function depthOfUse(file) {
  if (file.endsWith('.html')) return 2
  return /-[\w-]{8}\.(js|css)/.test(file) ? 0 : 1
}

function isFresh(name, state = stateOfSources(name)) {
  return fs.existsSync(stampOf(name)) && fs.readFileSync(stampOf(name), 'utf8') === state
}

function stampOf(name) {
  return path.join(dist, '.stamps', name)
}

// Names, sizes and times, not contents: a few milliseconds for hundreds of files.
function stateOfSources(name) {
  const hash = crypto.createHash('sha256')
  for (const source of [...parts[name].sources, 'package-lock.json', 'scripts/build-parts.mjs', 'tsconfig.base.json']) {
    for (const file of filesIn(path.join(root, source))) {
      const { size, mtimeMs } = fs.statSync(path.join(root, source, file), { throwIfNoEntry: false }) ?? {}
      hash.update(`${source}/${file} ${size} ${mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

// Relative paths of the files below a folder; of a file, the empty path that leads to itself.
function filesIn(folder) {
  const kind = fs.statSync(folder, { throwIfNoEntry: false })
  if (kind === undefined) return []
  if (kind.isFile()) return ['']
  return fs
    .readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => path.relative(folder, path.join(item.parentPath, item.name)))
    .sort()
}

/** What the application in its window consists of. */
export const WINDOW_PARTS = ['main', 'preload', 'renderer']

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { bootstrap } = await import('./bootstrap.mjs')
  await bootstrap({ window: false })
  await build(process.argv.length > 2 ? process.argv.slice(2) : [...WINDOW_PARTS, 'cli'])
}
