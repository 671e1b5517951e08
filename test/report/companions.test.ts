import { describe, expect, it } from 'vitest'
import { halfYear, selfAssessment } from '../../shared/report/companions'
import type { Block } from '../../shared/report/block'
import { figures } from '../../shared/indicators'
import { busyTown, inputOf, ordinary, quiet } from './support/busy-town'
import type { Town } from '../support/build'

const half = (t: Town) => {
  const input = inputOf(t)
  const question = { ...input.question, period: { from: '2026-01-01', to: '2026-06-30' }, asAt: '2026-07-05' }
  return { ...input, question, figures: figures(question) }
}
const texts = (blocks: readonly Block[]): string => blocks.map((block) => ('text' in block ? block.text : '')).join('\n')

describe('the summary of the first half', () => {
  it('speaks of the first half with its own figures, and of what is planned for the second', () => {
    const t = busyTown(ordinary)
    for (const [month, item] of [['2026-03', '春季视察'], ['2026-09', '秋季视察']] as const) t.add('plan_item', { year: 2026, kind: '2', item, plan_month: month }, ['草拟', '2026-01-05'])
    const input = half(t)
    const { title, blocks } = halfYear(input)
    const words = texts(blocks)
    expect(title).toBe('青禾镇人大主席团2026年上半年工作小结')
    expect(words).not.toContain('全年')
    expect(words).toContain(`组织代表活动${String(input.figures.find(({ id }) => id === 'B8.01')?.value)}次`)
    expect(words).toContain('9月秋季视察')
    expect(words).not.toContain('3月春季视察')
    expect(words).not.toContain('每季度召开一次')
    expect(blocks.at(-1)).toEqual({ kind: 'signature', organ: '青禾镇人大主席团', day: '　　　年　　月　　日' })
  })

  it('says what is missing where nothing was recorded or planned', () => {
    expect(halfYear(half(busyTown({ ...quiet, deputies: 0 }))).missing).toContain('2026年下半年的工作安排（年度计划）')
  })
})

describe('the self-assessment for the county', () => {
  it('lists the items in their order with points and sums, and names those without points', () => {
    const t = busyTown(quiet)
    for (const [item_no, item, full, self] of [['10', '宣传工作', 50, null], ['2', '代表活动', 200, 195], ['1', '主席团会议', 100, 100]] as const) t.add('assessment', { year: 2026, item_no, item, full_tenths: full, ...(self === null ? {} : { self_tenths: self }) })
    t.add('assessment', { year: 2025, item_no: '1', item: '旧的', full_tenths: 10, self_tenths: 10 })
    const { blocks, missing } = selfAssessment(inputOf(t))
    const table = blocks.find((block) => block.kind === 'table')
    expect(table?.rows.map(({ cells }) => cells.slice(0, 4))).toEqual([['1', '主席团会议', '10', '10'], ['2', '代表活动', '20', '19.5'], ['10', '宣传工作', '5', '【待补】']])
    expect(texts(blocks)).toContain('共自评3项，满分35分，自评29.5分')
    expect(missing).toEqual(['自评分：10 宣传工作'])
    expect(blocks.slice(-2)).toEqual([{ kind: 'sign', text: '自评人：　　　　　　审核人：　　　　　　　' }, { kind: 'signature', organ: '青禾镇人大主席团', day: '　　　年　　月　　日' }])
  })
})
