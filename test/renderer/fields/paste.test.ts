import { describe, expect, it } from 'vitest'
import { choice, date, int, money, text } from '../../../shared/fields'
import { matchNames, splitNames } from '../../../renderer/fields/match-names'
import { pasteCells } from '../../../renderer/fields/paste-cells'

const items = {
  name: text('姓名', 'identity'), sex: choice('性别', 'sex', 'optional'), on: date('日期', 'optional'), count: int('人数', 'optional'), amount: money('金额', 'optional'),
}

describe('Cells copied in Excel', () => {
  it('fill the rows from the cell they were pasted into', () => {
    const pasted = '何秀兰\t女\t2025.3.8\t12\t1,200.50\r\n陈国梁\t男\t2025/4/1\t３\t0.5万元\r\n'
    expect(pasteCells([{ name: '丁永福' }], items, { row: 1, key: 'name' }, pasted, '2025-11-24')).toEqual([
      { name: '丁永福' },
      { name: '何秀兰', sex: '2', on: '2025-03-08', count: 12, amount: 120_050 },
      { name: '陈国梁', sex: '1', on: '2025-04-01', count: 3, amount: 500_000 },
    ])
  })

  it('keep as typed what cannot be read, and drop columns that the list does not have', () => {
    expect(pasteCells([], items, { row: 0, key: 'count' }, '约十人\t不详\t多余', '2025-11-24')).toEqual([{ count: '约十人', amount: '不详' }])
  })
})

describe('A column of names', () => {
  const people = [
    { id: 'm1', title: '何秀兰', note: '' }, { id: 'm2', title: '陈国梁', note: '1968年5月 石桥村' }, { id: 'm3', title: '陈国梁', note: '1980年2月 上坪村' }, { id: 'm4', title: '丁永福', note: '' },
  ]

  it('is read whatever parts the names, without heading and numbers', () => {
    expect(splitNames('序号\t姓名\n1\t何 秀 兰\n2\t丁永福、邵长明')).toEqual(['何秀兰', '丁永福', '邵长明'])
  })

  it('finds people, asks about namesakes and says who is unknown and who stands there twice', () => {
    expect(matchNames('丁永福\n何秀兰\n何秀兰\n陈国梁\n邵长明', people)).toEqual({
      ids: ['m4', 'm1'], again: ['何秀兰'], unknown: ['邵长明'], namesakes: [{ name: '陈国梁', candidates: [people[1], people[2]] }], away: {},
    })
  })

  it('of a signed sheet takes a word beside a name for what it says of that person, not for a name', () => {
    expect(matchNames('何秀兰\t\n丁 永 福\t病假\n邵长明（请假）、陈国梁', people)).toMatchObject({ ids: ['m1', 'm4'], unknown: ['邵长明'], away: { 丁永福: '病假', 邵长明: '请假' } })
    expect(splitNames('请假\n何秀兰')).toEqual(['何秀兰'])
  })
})
