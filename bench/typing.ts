/** A typed letter to the painted list in the real window: at a town at rest, and at a county while a package of a town comes in. */
import { cpSync } from 'node:fs'
import path from 'node:path'
import { createDesk, type Desk } from '../electron/handlers/desk'
import { addTowns } from './county'
import { ask, folder, password } from './office'
import { part, percentile, type Part } from './measure'
import { ended, ourApp, started, windowCanBeShown } from './window'

/** Each is looked for once (no 村 and no 站, which stand in every one), because the window keeps answers to paint them at once. Some are found nowhere. */
const words = [...'水路灯桥学田树老医车河建电用修气环道房广文体校养保产业垃圾污排监控停宽带公交厕所健身器材卫生补贴低危沟渠井点款']

/**
 * Runs in the page, on a list. A letter counts from the moment at which it is due, so that a window that does not answer is not spared,
 * to the task after the frame that shows another number of rows; then the box is emptied. Letters are typed until `meanwhile`, a promise of the
 * page, is done.
 */
const typing = (meanwhile: string): string => `(async () => {
  const rest = (ms) => new Promise((next) => setTimeout(next, ms))
  const frame = () => new Promise((done) => requestAnimationFrame(() => { const { port1, port2 } = new MessageChannel(); port1.onmessage = () => done(performance.now()); port2.postMessage(0) }))
  const count = () => document.querySelector('main .rec-foot')?.textContent ?? ''
  const until = async (holds, what) => { const from = performance.now(); while (!holds()) { if (performance.now() - from > 30000) throw new Error(what); await rest(4) } }
  await rest(4000)
  window.dispatchEvent(new CustomEvent('zhen-open', { detail: { screen: 'list', type: 'voter_matter' } }))
  await until(() => document.querySelector('main tbody tr') && count() !== '', 'no list')
  const box = document.querySelector('main .rec-search input')
  const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set
  const type = async (word) => {
    const before = count()
    put.call(box, word)
    box.dispatchEvent(new Event('input', { bubbles: true }))
    await until(() => count() !== before, 'the list stays as it was for ' + word)
    return frame()
  }
  const words = ${JSON.stringify(words)}
  const next = () => { const word = words.shift(); if (word === undefined) throw new Error('too few words'); return word }
  for (let at = 0; at < 5; at++) { await type(next()); await type('') }
  let going = true
  const letters = []
  const work = ${meanwhile}
  work.finally(() => { going = false })
  for (let due = performance.now(); going;) {
    letters.push(await type(next()) - due)
    await type('')
    due = Math.max(due + 200, performance.now())
    await rest(due - performance.now())
  }
  await work
  return letters
})()`

async function lettersOf(data: string, meanwhile: string): Promise<readonly number[]> {
  const { child, said } = started<{ readonly letters: readonly number[] }>(ourApp(password, `const letters = await ask(${JSON.stringify(typing(meanwhile))})`, 'letters'), { ZHEN_DATA: data })
  const { letters } = await said
  await ended(child)
  return letters
}

/** A copy of a county before it had anything of the town `like`, with the records of another one to look through. */
export async function countyToTypeAt(county: Desk, like: Desk): Promise<string> {
  const dir = path.join(folder(), 'data')
  county.close()
  cpSync(county.dir, dir, { recursive: true })
  const copy = createDesk({ dir, now: () => new Date() })
  await ask(copy, 'office.unlock', { password })
  addTowns(copy, like, 1, 511321151)
  copy.close()
  return dir
}

/** Both, in milliseconds; null where no window can be shown. `file` is a package of a town that the county at `county` has not taken in yet. */
export async function measureTyping(town: string, county: string, file: string): Promise<readonly Part[] | null> {
  if (!windowCanBeShown()) return null
  const quiet = await lettersOf(town, 'new Promise((done) => setTimeout(done, 5000))')
  const busy = await lettersOf(county, `window.api.call('exchange.import', { files: [${JSON.stringify(file)}], approve: true }).then((answer) => { if (!answer.ok || answer.value.files[0].state !== 'COMMITTED') throw new Error(JSON.stringify(answer).slice(0, 500)) })`)
  return [
    part('at-rest', percentile(quiet, 0.95), 100, 1), part('during-import', percentile(busy, 0.95), 100, 1),
    part('during-import-median', percentile(busy, 0.5), 100, 1), part('during-import-longest', Math.max(...busy), 100, 1),
  ]
}
