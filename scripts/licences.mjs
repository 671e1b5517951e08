// Which programs of others are in the application and under which licence: read at every build from what is installed.
import fs from 'node:fs'
import path from 'node:path'
import { root } from './paths.mjs'

/** Packages that the application's own code loads; all that they need travels along. A test compares this with the imports. */
export const SHIPPED = ['@ant-design/icons', '@cantoo/pdf-lib', '@e965/xlsx', 'age-encryption', 'antd', 'better-sqlite3', 'dayjs', 'docx', 'echarts', 'exceljs', 'hucre', 'pdfjs-dist', 'pg', 'pinyin-pro', 'qr', 'react', 'react-dom', 'zustand', 'zxing-wasm']

/**
 * Left out of every build (build-parts.mjs): exceljs names `unzipper` for its reader of streams, which nothing here calls; the archives are read by
 * code of our own. What it would bring along says nothing of a licence (`buffers`).
 */
export const LEFT_OUT = ['unzipper']

const lockOf = () => JSON.parse(fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages

/** Where npm has put `name` for a package at `from`: nearest first. */
function placeOf(lock, from, name) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    const place = at === '' ? `node_modules/${name}` : `${at}/node_modules/${name}`
    if (lock[place]) return place
    if (at === '') return null
  }
}

/** Packages that travel with the application: `{ name, version, licence, text }`, by name. */
export function licences() {
  const lock = lockOf()
  const waiting = SHIPPED.map((name) => ['', name])
  const places = new Set()
  while (waiting.length > 0) {
    const [from, name] = waiting.pop()
    const place = placeOf(lock, from, name)
    if (place === null || places.has(place)) continue
    places.add(place)
    for (const needed of Object.keys(lock[place].dependencies ?? {})) if (!LEFT_OUT.includes(needed)) waiting.push([place, needed])
  }
  const all = [...places].map((place) => {
    const folder = path.join(root, place)
    const told = lock[place].license ?? readJson(path.join(folder, 'package.json'))?.license ?? ''
    return { name: lock[place].name ?? place.slice(place.lastIndexOf('node_modules/') + 13), version: lock[place].version, licence: typeof told === 'string' ? told : told.type ?? '', text: textIn(folder) }
  })
  const once = new Map(all.map((one) => [`${one.name} ${one.version}`, one]))
  return [...once.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1))
}

const readJson = (file) => (fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, 'utf8')) : null)

function textIn(folder) {
  if (!fs.existsSync(folder)) return ''
  const name = fs.readdirSync(folder).find((one) => /^(licen[cs]e|copying)/iu.test(one) && fs.statSync(path.join(folder, one)).isFile())
  return name === undefined ? '' : fs.readFileSync(path.join(folder, name), 'utf8').trim().slice(0, 20_000)
}

/** Packages that ask to run a script when they are installed; `ignore-scripts` keeps all of them from it, and these are known. */
export const installScripts = () => Object.entries(lockOf()).filter(([, one]) => one.hasInstallScript).map(([place]) => place.slice(place.lastIndexOf('node_modules/') + 13)).sort()

/** The list as a file beside the page. */
export const licencesPlugin = () => ({
  name: 'licences',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'licences.json', source: JSON.stringify(licences()) })
  },
})
