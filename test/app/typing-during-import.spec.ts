import path from 'node:path'
import { expect, test } from '@playwright/test'
import { familyOf } from './support/launch-alone'
import { freshDataDir, launchApp } from './support/launch-app'
import { cli, joinedTown, sent } from './support/neighbours'
import { ask, password } from './support/office'

const stick = freshDataDir()
const env = { ZHEN_SCRYPT_N: '1024', ZHEN_INVITE_WORK: '8', ZHEN_STICK: stick }
const words = '村口路灯坏了三盏，夜里看不清路；水渠漏水，下游二十亩田灌不上；桥栏断了一截，请镇里看看。'

const matters = (many: number, first: number): readonly object[] =>
  Array.from({ length: many }, (_, n) => ({ received_on: '2026-03-01', content: `${String(first + n)}组${n % 40 === 0 ? '文化广场' : words.slice(n % 20, n % 20 + 24)}${n % 2 === 0 ? '要修' : ''}` }))

/** What the window saw between the beginning of the commit and its end, by its own clock. */
interface Seen {
  /** The commit: from the word that it begins to the word that records changed. */
  readonly from: number
  readonly to: number
  /** The letter and the frame with what it found. */
  readonly typed: number
  readonly painted: number
  /** Every line below the list that stood there, one after the other. */
  readonly feet: readonly string[]
  /** A record that was saved in the midst of it, and when that was said. */
  readonly saved: number
  readonly state: string
}

/** Runs in the page, on the list: types into its search as soon as the commit begins. */
const typedInTheCommit = async ({ file, word }: { readonly file: string; readonly word: string }): Promise<Seen> => {
  const page = globalThis as unknown as { document: Document; api: { call(name: string, input: unknown): Promise<{ ok: boolean; value: { files: { state: string }[] } }>; on(heard: (event: { kind: string; phase?: string; types?: readonly string[] }) => void): () => void } }
  const foot = (): string => page.document.querySelector('main .rec-foot [role=status]')?.textContent ?? ''
  const box = page.document.querySelector<HTMLInputElement>('main .rec-search input')
  if (!box) throw new Error('no search')
  const feet = [foot()]
  const look = new MutationObserver(() => { if (feet.at(-1) !== foot()) feet.push(foot()) })
  look.observe(page.document.body, { subtree: true, childList: true, characterData: true })
  let [from, to, typed, painted, saved] = [0, 0, 0, 0, 0]
  let save: Promise<unknown> = Promise.resolve()
  const stop = page.api.on((event) => {
    if (event.kind === 'progress' && event.phase === 'commit' && from === 0) {
      from = performance.now()
      save = page.api.call('record.add', { type: 'person', records: [{ name: '罗小满' }] }).then(() => { saved = performance.now() })
      const before = foot()
      const put = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')
      put?.set?.call(box, word)
      box.dispatchEvent(new Event('input', { bubbles: true }))
      typed = performance.now()
      const painting = (): void => {
        if (foot() === before) requestAnimationFrame(painting)
        else painted = performance.now()
      }
      requestAnimationFrame(painting)
    }
    if (event.kind === 'changed' && event.types?.includes('voter_matter') === true && to === 0) to = performance.now()
  })
  const answer = await page.api.call('exchange.import', { files: [file], job: 'import' })
  await save
  await new Promise((rest) => { setTimeout(rest, 1500) })
  stop()
  look.disconnect()
  return { from, to, typed, painted, feet, saved, state: answer.value.files[0]?.state ?? '' }
}

test('a letter typed while a large package is committed finds what stands there before the commit is over, never half of what comes; a save meanwhile is kept', async () => {
  test.setTimeout(180_000)
  const [countyDir, townDir, slips] = [freshDataDir(), freshDataDir(), freshDataDir()]
  cli(countyDir, ['init', '--role', 'county', '--code', '511321', '--name', '望川县'])
  joinedTown(countyDir, townDir, { code: '511321101', name: '青禾镇' }, slips)
  cli(townDir, ['add', 'voter_matter'], { lines: matters(120, 1) })
  cli(countyDir, ['import', sent(townDir, stick), '--approve'])
  cli(townDir, ['add', 'voter_matter'], { lines: matters(6000, 1000) })
  const file = sent(townDir, stick)

  const { app, page } = await launchApp({ dataDir: countyDir, env })
  await ask(page, 'office.unlock', { password })
  await page.reload()
  await page.locator('nav').getByText('首页', { exact: true }).waitFor()
  await page.evaluate(() => { globalThis.dispatchEvent(new CustomEvent('zhen-open', { detail: { screen: 'list', type: 'voter_matter' } })) })
  await expect(page.locator('main .rec-foot')).toContainText('共 120 条')
  const pid = app.process().pid ?? 0
  const before = familyOf(pid).length
  let most = before
  const watch = setInterval(() => { most = Math.max(most, familyOf(pid).length) }, 50)
  const seen = await page.evaluate(typedInTheCommit, { file: path.resolve(file), word: '广场' })
  clearInterval(watch)
  expect(seen.state).toBe('COMMITTED')
  // Before the word of the commit's end, and each line that stood there is the whole old or the whole new state, with and without the word.
  expect(seen.painted).toBeGreaterThan(seen.typed)
  expect(seen.painted, JSON.stringify(seen)).toBeLessThan(seen.to)
  expect([...new Set(seen.feet.map((foot) => /共 (\d+) 条/u.exec(foot)?.[1]))].filter((count) => !['120', '3', '153', '6120'].includes(count ?? ''))).toEqual([])
  await expect(page.locator('main .rec-foot')).toContainText('共 153 条')
  expect(seen.saved).toBeGreaterThanOrEqual(seen.to)
  expect((await ask(page, 'record.list', { type: 'person', text: '罗小满' })).total).toBe(1)
  // The reader was there for the import alone: memory at rest is what it was.
  expect([most, familyOf(pid).length]).toEqual([before + 1, before])
  await app.close()
})
