import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { impossibleCount, mostlyDissatisfied, namesInOrder, ratingCount } from '../../../shared/records/rating-count'
import { debriefCourse } from '../../../renderer/screens/debriefs/course'
import DebriefScreen from '../../../renderer/screens/debriefs/DebriefScreen'
import { countList, namesIn, pressed } from '../../../renderer/screens/debriefs/list-tally'
import { addBallot, marksOf, takeBack } from '../../../renderer/screens/debriefs/tally'
import type { Answers } from '../support/fake-api'
import { today } from '../support/sample'
import { show } from '../support/show'
import { pageOf, rec, stepsAt } from '../records/sample'

const debrief = rec('debrief', 'd1', { mandate: 'm1', date: '2025-11-20', told_duty: true }, '已述职')
const page = pageOf(debrief, { title: '何秀兰 述职', steps: stepsAt('debrief', '已述职') })
const answers: Answers = {
  'record.page': page, 'draft.list': { drafts: [] }, 'draft.save': { saved_at: '2025-11-24T09:41:00+08:00' }, 'draft.drop': { dropped: true },
  'step.run': { record: { ...debrief, status: '已测评', version: 'v2' }, warnings: [] },
}
const route = { screen: 'record', id: 'd1', type: 'debrief', step: 'rate' } as const

describe('Ballots that are read out', () => {
  it('add up in their order and can be taken back one by one', () => {
    const first = addBallot({}, '1') ?? {}
    const second = { ...first, ...addBallot(first, '3') }
    expect(second).toEqual({ satisfied: 1, dissatisfied: 1, _trail: '13' })
    expect({ ...second, ...takeBack(second) }).toEqual({ satisfied: 1, dissatisfied: 0, _trail: '1' })
    expect([addBallot({}, '7'), takeBack({})]).toEqual([null, null])
    expect([0, 3, 5, 12].map(marksOf)).toEqual(['', '下', '正', '正正丁'])
  })

  it('cannot be more than came back, nor come back more than went out', () => {
    expect(impossibleCount({ issued: 50, collected: 51 })).toEqual({ field: 'collected', max: 50, value: 51 })
    expect(impossibleCount({ collected: 10, satisfied: 9, invalid: 2 })).toEqual({ field: 'satisfied', max: 10, value: 11 })
    expect([impossibleCount({ issued: 50, collected: 50, satisfied: 50 }), impossibleCount({ satisfied: 50 })]).toEqual([null, null])
    expect(ratingCount({ satisfied: 3, abstain: 1, invalid: 1, collected: 7 })).toEqual({ opinions: 4, read: 5, issued: null, collected: 7, left: 2 })
    expect([mostlyDissatisfied({ satisfied: 5, dissatisfied: 5 }), mostlyDissatisfied({ satisfied: 4, dissatisfied: 5 })]).toEqual([false, true])
  })
})

describe('A sheet that lists names', () => {
  it('goes on to the next name and the next sheet by itself, and a sheet called invalid gives nobody a voice', () => {
    const press = (keys: readonly string[]): string => keys.reduce((trail, key) => pressed(3, trail, key) ?? trail, '')
    expect(press(['1', '2', '3', '1', ' ', '1', '5'])).toBe('12311115')
    const count = countList(3, press(['1', '2', '3', '1', ' ', '1', '5', '4', 'Backspace', '2']))
    expect(count.rows).toEqual([
      { satisfied: 2, basically: 0, dissatisfied: 0, abstain: 0 }, { satisfied: 1, basically: 1, dissatisfied: 0, abstain: 0 }, { satisfied: 1, basically: 0, dissatisfied: 1, abstain: 0 },
    ])
    expect([count.valid, count.invalid, count.sheet]).toEqual([2, 1, ['basically']])
    expect([pressed(3, '', ' '), pressed(3, '', '9'), pressed(0, '', '1'), pressed(3, '', 'Backspace')]).toEqual([null, null, null, null])
    expect(namesIn('张建国\n李明、 王芳\t赵勇\n\n')).toEqual(['张建国', '李明', '王芳', '赵勇'])
    expect(namesInOrder(['王芳', '李明', '王芳'])).toEqual(['李明', '王芳', '王芳（2）'])
  })
})

describe('The rating of a report to the voters', () => {
  it('is counted by keys with the check running along, and saved with the numbers of the sheets', async () => {
    const { api, person } = show(<DebriefScreen route={route} />, answers)
    await person.type(await screen.findByLabelText('发出'), '6')
    await person.type(screen.getByLabelText('收回'), '5')
    screen.getByRole('group', { name: '计票' }).focus()
    await person.keyboard('11213{Backspace}')
    expect(screen.getByText('满意 3 ＋ 基本满意 1 ＝ 4 张')).toBeTruthy()
    expect(screen.getByText('收回 5 张，还有 1 张没有唱')).toBeTruthy()
    await person.keyboard('5')
    expect([screen.getByText('与收回 5 张相符'), screen.getByText('收回 5 ≤ 发出 6')]).toHaveLength(2)
    await person.click(screen.getByRole('button', { name: '保存测评' }))
    await waitFor(() => expect(api.of('step.run')).toEqual([{
      step: 'rate', id: 'd1', base: 'v-d1', fields: { rated_on: '2025-11-20', satisfied: 3, basically: 1, dissatisfied: 0, issued: 6, collected: 5, invalid: 1 },
    }]))
  })

  it('cannot be saved with more ballots than came back', async () => {
    const { api, person } = show(<DebriefScreen route={route} />, answers)
    await person.type(await screen.findByLabelText('收回'), '1')
    await person.type(screen.getByLabelText('满意票数'), '2')
    expect(screen.getByText('比收回的 1 张多 1 张')).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '保存测评' }).disabled).toBe(true)
    expect(api.of('step.run')).toEqual([])
  })

  it('goes on where a closed window left it', async () => {
    const draft = { id: 'x', type: 'step debrief rate', record: 'd1', data: { satisfied: 12, _trail: '111111111111' }, updated_at: '2025-11-24T09:41:00+08:00' }
    show(<DebriefScreen route={route} />, { ...answers, 'draft.list': { drafts: [draft] } })
    expect(await screen.findByText('满意 12 ＝ 12 张')).toBeTruthy()
  })

  it('shows its rate with the numbers it was taken of, and asks for a report where most are dissatisfied', async () => {
    const rating = rec('rating', 'r1', { about: 'd1', round: 1, aspect: '总体', rated_on: '2025-11-20', satisfied: 10, basically: 5, dissatisfied: 30, abstain: 0 })
    show(<DebriefScreen route={{ screen: 'record', id: 'd1', type: 'debrief' }} />, { 'record.page': { ...page, children: [{ type: 'rating', label: '', key: 'about', rows: [rating], total: 1 }] } })
    const result = within(await screen.findByRole('region', { name: '测评结果' }))
    expect([result.getByText('不满意过半'), result.getByText('满意率＝（满意＋基本满意）15 ÷ 四项合计 45')]).toHaveLength(2)
    expect(debriefCourse(debrief, '2025-11-20', true).map((one) => [one.title, one.tone])).toEqual([
      ['计划', 'done'], ['述职', 'done'], ['测评', 'done'], ['书面反馈', 'doing'], ['整改', 'idle'], ['归档', 'idle'],
    ])
    expect(today > '2025-11-20').toBe(true)
  })

  it('that was typed with a past day and is still planned waits for the report itself, not for a notice of it', async () => {
    const planned = rec('debrief', 'd1', { mandate: 'm1', date: '2025-11-20' }, '计划')
    show(<DebriefScreen route={{ screen: 'record', id: 'd1', type: 'debrief' }} />, { 'record.page': pageOf(planned, { title: '何秀兰 述职', steps: stepsAt('debrief', '计划') }) })
    const next = within(await screen.findByRole('region', { name: '下一步' }))
    expect(next.getByRole('button', { name: '登记述职' }).className).toContain('pri')
    expect(debriefCourse(planned, '', false).map((one) => [one.title, one.tone])).toEqual([['计划', 'done'], ['述职', 'doing'], ['测评', 'idle'], ['书面反馈', 'idle'], ['归档', 'idle']])
  })
})
