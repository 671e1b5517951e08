import type { Page } from 'playwright-core'

/**
 * Counts what the hand really does from now on, as the window receives it: presses of the mouse, and keys that are no letters (Tab, Enter, arrows …).
 * Words typed into the field that has the focus are not counted; the press that goes to a field is.
 */
export async function countPresses(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const { dataset } = document.documentElement
    dataset['presses'] = '0'
    const press = (): void => { dataset['presses'] = String(Number(dataset['presses']) + 1) }
    addEventListener('pointerdown', press, true)
    addEventListener('keydown', ({ key }) => { if (key.length > 1 && key !== 'Process' && key !== 'Unidentified') press() }, true)
  })
  return async () => Number(await page.evaluate(() => document.documentElement.dataset['presses']))
}
