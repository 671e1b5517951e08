import { fireEvent, render, screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { preloadScreen, screenFor } from '../../../renderer/screens'
import { loadedAhead } from '../../../renderer/ui/loaded-ahead'
import { ScreenGuard } from '../../../renderer/ui/ScreenGuard'

const shown = () => {
  const entry = screenFor({ screen: 'bin' })
  if (!entry) throw new Error('no bin')
  const { Screen } = entry
  return render(<Screen route={{ screen: 'bin' }} />).container.childElementCount > 0
}

test('a screen that was loaded while something else was shown is painted at once, without a wait in between', async () => {
  expect(shown()).toBe(false)
  preloadScreen('bin')
  await screenFor({ screen: 'bin' })?.preload()
  document.body.innerHTML = ''
  expect(shown()).toBe(true)
})

test('a screen that was opened before it was loaded is shown as soon as it is read', async () => {
  const page = loadedAhead(async () => ({ default: () => <p>代表</p> }))
  render(<page.Shown />)
  expect(await screen.findByText('代表')).toBeTruthy()
})

test('what cannot be read is said where the screen would stand, and can be tried again', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  let disk = 'gone'
  const page = loadedAhead(async () => {
    if (disk === 'gone') throw new Error('the disk is gone')
    return { default: () => <p>代表</p> }
  })
  render(<ScreenGuard missing={false}><page.Shown /></ScreenGuard>)
  const again = await screen.findByText('再试一次')
  disk = 'back'
  fireEvent.click(again)
  expect(await screen.findByText('代表')).toBeTruthy()
})

test('a screen that was left before it was read is not shown any more', async () => {
  let read: (() => void) | null = null
  const page = loadedAhead<object>(() => new Promise((done) => { read = () => { done({ default: () => <p>代表</p> }) } }))
  const left = render(<page.Shown />)
  left.rerender(<p>经费</p>)
  read!()
  await Promise.resolve()
  expect(left.container.textContent).toBe('经费')
})
