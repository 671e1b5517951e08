import { expect, test } from 'vitest'
import { windowBox } from '../../electron/shell/window-box'

test('the window opens at its usual size where there is room', () => {
  expect(windowBox({ width: 1920, height: 1040 })).toEqual({ width: 1366, height: 768, minWidth: 1000, minHeight: 560 })
})

test('on a small screen it ends above the bar of the system', () => {
  expect(windowBox({ width: 1366, height: 728 })).toEqual({ width: 1366, height: 728, minWidth: 1000, minHeight: 560 })
})

test('on a small screen that the system enlarges by half it does not reach beyond the edge', () => {
  expect(windowBox({ width: 911, height: 485 })).toEqual({ width: 911, height: 485, minWidth: 911, minHeight: 485 })
})
