import { describe, expect, test } from 'vitest'
import { indicators } from '../../shared/indicators'
import { town } from '../support/build'
import { workedCases, workedCasesOf, type WorkedCase } from './worked-cases'

/** Parts that stand for a code of a table: one of them worked out is enough, the others follow the table. */
const isCode = (key: string): boolean => /^\d{1,2}$/u.test(key)

/** What no test has worked out: an indicator's value, its rate, or one of its parts. */
function missing(cases: ReadonlyMap<string, WorkedCase>): readonly string[] {
  const question = town({ term: null }).question('2025')
  return indicators.flatMap(({ id, compute }) => {
    const { rate, parts = [] } = compute(question)
    const worked = cases.get(id)
    const named = parts.map(({ key }) => key).filter((key) => !isCode(key))
    return [
      ...(worked?.value ? [] : [`${id} value`]), ...(rate && !worked?.rate ? [`${id} rate`] : []),
      ...named.filter((key) => !worked?.parts.has(key)).map((key) => `${id}/${key}`),
      ...(parts.length > named.length && ![...worked?.parts ?? []].some(isCode) ? [`${id} by code`] : []),
    ]
  })
}

describe('every indicator', () => {
  test('has a small town whose figure, rate and parts a test works out in its own words', () => {
    expect(missing(workedCases())).toEqual([])
  })

  test('is missed when nobody works it out, and a figure that is always 0 is not worked out', () => {
    expect(missing(new Map())).toEqual(expect.arrayContaining(['B1.05 value', 'B5.10 rate', 'B1.12/之家', 'B5.07 by code', 'B10.11 value']))
    const cases = workedCasesOf(`expect(shown(question, 'B5.20')).toEqual({ 'B5.20': [0, null], 'B1.11': [2, null, { 平均人数: 1.5, 其他: 0 }] })
      expect(shown(question, 'B5.10')['B5.10']).toEqual([1, 20])`)
    expect([...cases].map(([id, { value, rate, parts }]) => [id, value, rate, ...parts])).toEqual([['B5.20', false, false], ['B1.11', true, false, '平均人数'], ['B5.10', true, true]])
  })
})
