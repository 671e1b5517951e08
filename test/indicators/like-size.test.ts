import { describe, expect, it } from 'vitest'
import type { Figure } from '../../shared/measures/indicator'
import { likeTowns, medianFigures, medianOf, type SizedTown } from '../../shared/indicators/like-size'

const town = (code: string, size: number | null): SizedTown => ({ code, name: `${code}镇`, size })
const codes = (towns: readonly SizedTown[]) => towns.map(({ code }) => code)
const figure = (id: string, value: number | null, more: Partial<Figure> = {}): Figure => ({ id, name: id, unit: '件', value, rate: null, parts: [], ...more })

describe('Towns of like size', () => {
  const towns = [town('a', 60), town('b', 62), town('c', 50), town('d', 72), town('e', 90), town('f', null), town('g', 48)]

  it('have a number of deputies within a fifth of the own one, the nearest first', () => {
    expect(codes(likeTowns(towns, 'a'))).toEqual(['b', 'c', 'd', 'g'])
  })

  it('are the three nearest where there are fewer', () => {
    expect(codes(likeTowns(towns, 'e'))).toEqual(['d', 'b', 'a'])
  })

  it('are none where nobody knows how large the town is', () => {
    expect(likeTowns(towns, 'f')).toEqual([])
  })
})

describe('What they have in common', () => {
  it('is the middle one, which one unusual town does not move', () => {
    expect([medianOf([3, 200, 4]), medianOf([3, 4]), medianOf([null, 7, null]), medianOf([])]).toEqual([4, 3.5, 7, null])
  })

  it('is told of every figure, rate and part of the own town; a part that nobody else has is nothing there', () => {
    const own = [figure('B5.02', 22, { rate: 90, parts: [{ key: 'x', name: '农业', value: 5, rate: null }] }), figure('B3.01', 1, { unit: '是/否' }), figure('B9.99', 4)]
    const others = [
      [figure('B5.02', 10, { rate: 80, parts: [{ key: 'x', name: '农业', value: 3, rate: null }] }), figure('B3.01', 1)], [figure('B5.02', 12, { rate: null })], [figure('B5.02', 30, { rate: 100 })],
    ]
    expect(medianFigures(own, others)).toEqual([
      figure('B5.02', 12, { rate: 90, parts: [{ key: 'x', name: '农业', value: 0, rate: null }] }), figure('B3.01', null, { unit: '是/否' }), figure('B9.99', null),
    ])
  })
})
