// `node scripts/frames.mjs [ROWS]`: a list of ten thousand rows in the real window; prints how long its frames take while somebody turns the wheel.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { bootstrap } from './bootstrap.mjs'
import { build, WINDOW_PARTS } from './build.mjs'
import { onAScreen, run } from './display.mjs'
import { electronExecutable } from './electron-runtime.mjs'
import { root } from './paths.mjs'

const rows = Number(process.argv.find((word) => /^\d+$/u.test(word)) ?? 10_000)
const atOnce = 500

if (process.argv.includes('--inside')) await measure()
else {
  await bootstrap({ window: true })
  await build(WINDOW_PARTS)
  process.exitCode = run(onAScreen([process.execPath, import.meta.filename, '--inside', String(rows)]), { cwd: root, env: { ...process.env, ZHEN_ELECTRON: electronExecutable() } })
}

async function measure() {
  const { _electron } = await import('playwright-core')
  const place = fs.mkdtempSync(path.join(os.tmpdir(), 'zhen-frames-'))
  const app = await _electron.launch({
    executablePath: process.env.ZHEN_ELECTRON, args: [root, '--force-device-scale-factor=1'], cwd: root, chromiumSandbox: process.getuid?.() !== 0 && process.env.ZHEN_SANDBOX !== 'off',
    env: { ...process.env, ZHEN_DATA: path.join(place, 'data'), ZHEN_SCRYPT_N: '1024' },
  })
  const page = await app.firstWindow()
  const ask = async (name, input) => {
    const answer = await page.evaluate(([command, given]) => globalThis.api.call(command, given), [name, input])
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`)
    return answer.value
  }
  await page.waitForFunction(() => 'api' in globalThis)
  await ask('office.init', { role: 'town', code: '511321101', name: '青禾镇', term: 19, term_start: '2021-12-20', quota: 60, password: '示范密码2026', by: '周维安' })
  for (let at = 0; at < rows; at += atOnce) await ask('record.add', { type: 'village', records: Array.from({ length: Math.min(atOnce, rows - at) }, (_, n) => ({ name: `第${at + n + 1}村`, population: 1000 + n })) })
  await page.reload()
  await page.getByRole('heading', { level: 1 }).first().waitFor()
  await page.evaluate(() => globalThis.dispatchEvent(new CustomEvent('zhen-open', { detail: { screen: 'list', type: 'village' } })))
  await page.locator('.rec-table').waitFor()
  const begun = performance.now()
  for (let more = page.locator('.rec-more'); await more.count() > 0;) {
    await more.first().click({ timeout: 5000 }).catch(() => null)
    await page.waitForTimeout(30)
  }
  const read = performance.now() - begun
  const frames = await page.evaluate(() => new Promise((done) => {
    const scroller = document.querySelector('.rec-scroll')
    scroller.scrollTop = 0
    const took = []
    let last = performance.now()
    const end = scroller.scrollHeight - scroller.clientHeight
    const turn = (now) => {
      took.push(now - last)
      last = now
      // A quick turn of the wheel: three lines a frame.
      if (scroller.scrollTop >= end - 1 || took.length > 900) return done({ took: took.slice(5), drawn: document.querySelectorAll('.rec-table .opens').length, height: scroller.scrollHeight })
      scroller.scrollTop += took.length % 60 === 0 ? end / 12 : 132
      requestAnimationFrame(turn)
    }
    requestAnimationFrame(turn)
  }))
  const sorted = frames.took.toSorted((a, b) => a - b)
  const at = (part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))].toFixed(1)
  console.log(`${rows} rows: read to the end in ${(read / 1000).toFixed(1)} s, ${frames.drawn} drawn; ${sorted.length} frames: median ${at(0.5)} ms, 95 % ${at(0.95)} ms, 99 % ${at(0.99)} ms, longest ${at(1)} ms`)
  await app.close()
  fs.rmSync(place, { recursive: true, force: true })
}
