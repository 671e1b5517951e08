import { render } from '@testing-library/react'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { railOf } from '../../../renderer/ui/rail-items'
import { loadInTurn, screensAhead } from '../../../renderer/screens/when-idle'
import { loadedAhead } from '../../../renderer/ui/loaded-ahead'

beforeEach(() => { vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }) })
afterEach(() => { vi.useRealTimers() })

const page = (word: string) => loadedAhead(async () => ({ default: () => <p>{word}</p> }))
const broken = loadedAhead<object>(async () => { throw new Error('the disk is gone') })

function waits(Page: ReturnType<typeof page>['Shown']): boolean {
  const shown = render(<Page />)
  const waited = shown.container.textContent === ''
  shown.unmount()
  return waited
}

test('the first visit to a screen waits for nothing after home was looked at for two seconds, even if another could not be read', async () => {
  const [deputies, funds] = [page('代表'), page('经费')]
  loadInTurn([deputies.preload, broken.preload, funds.preload])
  await vi.advanceTimersByTimeAsync(2000)
  expect(waits(deputies.Shown)).toBe(false)
  expect(waits(funds.Shown)).toBe(false)
})

test('home is drawn first: nothing is loaded ahead in the first second', async () => {
  const deputies = page('代表')
  loadInTurn([deputies.preload])
  await vi.advanceTimersByTimeAsync(1000)
  expect(waits(deputies.Shown)).toBe(true)
})

test('a window that is locked meanwhile loads no further screen', async () => {
  const [deputies, funds] = [page('代表'), page('经费')]
  const stop = loadInTurn([deputies.preload, funds.preload])
  await vi.advanceTimersByTimeAsync(1201)
  stop()
  await vi.advanceTimersByTimeAsync(5000)
  expect(waits(deputies.Shown)).toBe(false)
  expect(waits(funds.Shown)).toBe(true)
})

test('every item of the rail is loaded ahead, in the town and at the county', () => {
  for (const role of ['town', 'county'] as const) for (const { key } of railOf[role].flat()) expect(screensAhead(role)).toContain(key)
})
