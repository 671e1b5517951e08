import { execFileSync, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'

// Debian package -> how to see that it is there: a command, a shared library or a font.
const COMPILER = { python3: { command: 'python3' }, make: { command: 'make' }, 'g++': { command: 'g++' } }
const WINDOW = {
  xvfb: { command: 'Xvfb' },
  xauth: { command: 'xauth' },
  unzip: { command: 'unzip' },
  'poppler-utils': { command: 'pdftotext' },
  'libgtk-3-0': { library: 'libgtk-3.so.0' },
  libnss3: { library: 'libnss3.so' },
  libasound2: { library: 'libasound.so.2' },
  libgbm1: { library: 'libgbm.so.1' },
  libxss1: { library: 'libXss.so.1' },
  'libatk-bridge2.0-0': { library: 'libatk-bridge-2.0.so.0' },
  libcups2: { library: 'libcups.so.2' },
  libdrm2: { library: 'libdrm.so.2' },
  'fonts-noto-cjk': { font: 'NotoSansCJK-Regular.ttc' },
}
// A server of its own for the tests of what goes to the level above, and the program that opens a package by hand; nothing of the program needs them.
const SERVER = { postgresql: { server: '/usr/lib/postgresql' }, age: { command: 'age' } }
// Opens our documents in the tests, as Word or WPS would; nothing of the program needs it.
const OFFICE = { 'libreoffice-writer': { command: 'soffice' }, 'libreoffice-calc': { command: 'localc' }, 'poppler-utils': { command: 'pdftotext' }, 'fonts-noto-cjk': { font: 'NotoSansCJK-Regular.ttc' } }
// Types into the system's own file dialogs, for the check of the packed program alone.
const HANDS = { xdotool: { command: 'xdotool' } }
const FONTS = ['/usr/share/fonts', '/usr/local/share/fonts']

/** Debian packages that are missing for what is asked; always none on other systems than Linux. */
export function missingPackages({ compiler, window, server, office, hands }) {
  if (process.platform !== 'linux') return []
  const wanted = { ...(compiler ? COMPILER : {}), ...(window ? WINDOW : {}), ...(server ? SERVER : {}), ...(office ? OFFICE : {}), ...(hands ? HANDS : {}) }
  const libraries = window ? sharedLibraries() : ''
  return Object.entries(wanted)
    .filter(([, sign]) => !isThere(sign, libraries))
    .map(([name]) => name)
}

/** Installs what is missing by apt-get as root; otherwise says in one line what to install and goes on. */
export function installPackages(missing) {
  const command = `apt-get update && apt-get install -y --no-install-recommends ${missing.join(' ')}`
  if (process.getuid() !== 0 || !onPath('apt-get')) {
    const known = onPath('apt-get') ? `sudo sh -c '${command}'` : missing.join(' ')
    console.error(`    请先安装系统组件 / please install first: ${known}`)
    return
  }
  // RUNLEVEL: a database server that is installed for a test is not started as a service.
  const options = { stdio: ['ignore', 2, 2], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' } }
  execFileSync('apt-get', ['update', '-qq'], options)
  const names = missing.map(nameInThisRelease)
  execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names], options)
}

/** Remembers that everything was found, so that later calls need not look. */
export function rememberComplete(what) {
  fs.mkdirSync(path.dirname(stampOf(what)), { recursive: true })
  fs.writeFileSync(stampOf(what), '')
}

/** True when an earlier call found everything. */
export function knownComplete(what) {
  return process.platform !== 'linux' || fs.existsSync(stampOf(what))
}

function stampOf(what) {
  return path.join(root, '.cache/stamps', `system-${what}`)
}

function isThere({ command, library, font, server }, libraries) {
  if (command) return onPath(command)
  if (server) return fs.existsSync(server) && fs.readdirSync(server).some((version) => fs.existsSync(path.join(server, version, 'bin/initdb')))
  if (library) return libraries.includes(`${library} `)
  return FONTS.some((folder) => fs.existsSync(folder) && holds(folder, font))
}

function onPath(command) {
  const folders = (process.env.PATH ?? '').split(path.delimiter)
  return folders.some((folder) => folder !== '' && fs.existsSync(path.join(folder, command)))
}

function sharedLibraries() {
  const found = spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' })
  return found.stdout ?? ''
}

function holds(folder, file) {
  return fs.readdirSync(folder, { recursive: true }).some((name) => path.basename(name) === file)
}

// Debian 13 and Ubuntu 24.04 renamed libraries in the change to 64-bit time.
function nameInThisRelease(name) {
  if (!name.startsWith('lib')) return name
  const renamed = spawnSync('apt-cache', ['show', '--quiet=0', `${name}t64`], { encoding: 'utf8' })
  return renamed.status === 0 && renamed.stdout.includes('Package:') ? `${name}t64` : name
}
