import { describe, expect, test } from 'vitest'
import { rowsInView } from '../../../renderer/records/use-row-window'

describe('A list of ten thousand rows', () => {
  test('draws what is seen and a little around it, and keeps the height of the rest', () => {
    expect(rowsInView(10_000, 44, 0, 600)).toEqual({ from: 0, to: 50, above: 0, below: 9_950 * 44 })
    expect(rowsInView(10_000, 44, 5_000 * 44, 600)).toEqual({ from: 4_970, to: 5_050, above: 4_970 * 44, below: 4_950 * 44 })
    expect(rowsInView(10_000, 44, 9_990 * 44, 600)).toEqual({ from: 9_960, to: 10_000, above: 9_960 * 44, below: 0 })
  })

  test('always draws every row that can be seen, wherever it is scrolled to', () => {
    for (let scrolled = 0; scrolled < 10_000 * 44 - 600; scrolled += 997) {
      const { from, to, above, below } = rowsInView(10_000, 44, scrolled, 600)
      expect(above <= scrolled && (10_000 * 44) - below >= scrolled + 600 && above + below + (to - from) * 44 === 440_000).toBe(true)
    }
  })

  test('is drawn whole while it is short', () => {
    expect(rowsInView(200, 44, 3_000, 600)).toEqual({ from: 0, to: 200, above: 0, below: 0 })
  })
})
