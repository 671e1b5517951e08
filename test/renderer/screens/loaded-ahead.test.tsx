import { render, screen } from '@testing-library/react'
import { Suspense } from 'react'
import { expect, test } from 'vitest'
import { preloadScreen, screenFor } from '../../../renderer/screens'

const shown = () => {
  const entry = screenFor({ screen: 'home' })
  if (!entry) throw new Error('no home')
  const { Screen } = entry
  render(<Suspense fallback="还在读">{<Screen route={{ screen: 'home' }} />}</Suspense>)
  return screen.queryByText('还在读') === null
}

test('a screen that was loaded while something else was shown is painted at once, without a wait in between', async () => {
  expect(shown()).toBe(false)
  preloadScreen('home')
  await screenFor({ screen: 'home' })?.preload()
  document.body.innerHTML = ''
  expect(shown()).toBe(true)
})
