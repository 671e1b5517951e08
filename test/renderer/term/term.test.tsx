import { cleanup, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import TermScreen from '../../../renderer/screens/term/TermScreen'
import { freshOf, keptTerm, makeInput, startOfTerm, tallyOf } from '../../../renderer/screens/term/plan-form'
import type { TermPlan } from '../../../shared/contract/term'
import { routeOfDraft, wordsOfDraft } from '../../../renderer/state/draft-words'
import { townAnswers } from '../support/sample'
import { show } from '../support/show'

const deputy = (at: number, name: string) => ({ mandate: `m${at}`, person: `p${at}`, name, note: '', status: '在任', constituency: 'c1', groups: [] })
const plan: TermPlan = {
  today: '2026-12-22', current: { id: 't19', no: 19, name: '第十九届', elected_on: null, first_meeting_on: '2021-12-20', end_on: null, quota: 3 }, ends_on: '2026-12-20', next: null, next_no: 20,
  deputies: [deputy(1, '周维安'), deputy(2, '何秀兰')], upper: 1, constituencies: [{ id: 'c1', no: '1', name: '石桥', seats: 3, voters: 900 }], groups: [{ id: 'g1', kind: '1', name: '石桥小组', members: 2 }], presidium: 2, by_elections: 1,
}

describe('A term change', () => {
  it('reads new names a line each, with whatever stands between name and constituency', () => {
    expect(freshOf('郭永生 3\n\n林志强，第2选区\n 苏小娟\t1 \n马玉珍')).toEqual([
      { name: '郭永生', constituency: '3' }, { name: '林志强', constituency: '2' }, { name: '苏小娟', constituency: '1' }, { name: '马玉珍', constituency: '' },
    ])
  })
  it('says what is missing before it can be made', () => {
    const form = startOfTerm(plan)
    expect(tallyOf(form).missing).toEqual(['代表选举完成日', '当选的代表'])
    expect(tallyOf({ ...form, elected_on: '2026-12-01', stays: { m1: '1' }, fresh: '林志强 9' })).toEqual({ stay: 1, fresh: 1, seats: 3, missing: ['没有“9”选区'] })
    expect(makeInput({ ...form, elected_on: '2026-12-01', stays: { m1: '1' }, fresh: '林志强 1' })).toEqual({
      no: 20, elected_on: '2026-12-01', quota: 3, constituencies: [{ from: 'c1', no: '1', name: '石桥', seats: 3 }], reelected: [{ mandate: 'm1', constituency: '1' }], newcomers: [{ name: '林志强', constituency: '1' }], groups: [{ from: 'g1' }],
    })
  })
  it('is made by ticks in three steps', async () => {
    const { person, api } = show(<TermScreen />, { ...townAnswers, 'term.plan': plan, 'term.make': { term: 't20', version: 'v', deputies: 2, reelected: 2, newcomers: 0, constituencies: 1, groups: 1 } })
    await person.type(await screen.findByLabelText('选举完成日'), '2026.12.1')
    await person.click(screen.getByRole('button', { name: '下一步' }))
    await person.click(screen.getByRole('button', { name: '下一步' }))
    await person.click(screen.getByRole('button', { name: '在任的都选' }))
    await person.click(screen.getByRole('button', { name: '保存新一届名单' }))
    expect(api.of('term.make')).toEqual([{
      no: 20, elected_on: '2026-12-01', quota: 3, constituencies: [{ from: 'c1', no: '1', name: '石桥', seats: 3 }], reelected: [{ mandate: 'm1', constituency: '1' }, { mandate: 'm2', constituency: '1' }], newcomers: [], groups: [{ from: 'g1' }],
    }])
  })
  it('keeps what was ticked and typed until it is saved, and goes on with it', async () => {
    const { person, api } = show(<TermScreen />, { ...townAnswers, 'term.plan': plan })
    await person.type(await screen.findByLabelText('选举完成日'), '2026.12.1')
    await person.click(screen.getByRole('button', { name: '下一步' }))
    await waitFor(() => expect(api.of('draft.save').at(-1)).toMatchObject({ type: 'term-change', data: { form: { no: '20', elected_on: '2026-12-01' } } }), { timeout: 3000 })
    cleanup()
    const form = { ...startOfTerm(plan), elected_on: '2026-12-01', stays: { m1: '1' }, fresh: '林志强 1' }
    const draft = { id: 'd1', type: 'term-change', record: null, data: { form }, updated_at: '2026-12-21T09:00:00+08:00' }
    expect([wordsOfDraft(draft), routeOfDraft(draft)]).toEqual(['换届', { screen: 'term' }])
    const again = show(<TermScreen />, { ...townAnswers, 'term.plan': plan, 'draft.list': { drafts: [draft] }, 'term.make': { term: 't20', version: 'v', deputies: 2, reelected: 1, newcomers: 1, constituencies: 1, groups: 1 } })
    expect(await screen.findByText('接着上次没保存的填')).toBeTruthy()
    await again.person.click(screen.getByRole('button', { name: '下一步' }))
    await again.person.click(screen.getByRole('button', { name: '下一步' }))
    expect((screen.getByRole('checkbox', { name: '周维安连任' }) as HTMLInputElement).checked).toBe(true)
    await again.person.click(screen.getByRole('button', { name: '保存新一届名单' }))
    expect(again.api.of('term.make')).toMatchObject([{ elected_on: '2026-12-01', reelected: [{ mandate: 'm1' }], newcomers: [{ name: '林志强' }] }])
    expect(again.api.of('draft.drop')).toEqual([{ id: 'd1' }])
    // a draft of a term that has begun since is none
    expect(keptTerm([draft], { ...plan, current: { id: 't20', no: 20, name: '第二十届', elected_on: null, first_meeting_on: '2026-12-30', end_on: null, quota: 3 } })).toBe(null)
  })
  it('says what the first meeting does before it is done, and does nothing in advance', async () => {
    const next = { id: 't20', no: 20, name: '第二十届', elected_on: '2026-12-01', first_meeting_on: '2026-12-30', end_on: null, quota: 3, deputies: [{ ...deputy(3, '周维安'), reelected: true }], constituencies: 1, groups: 1 }
    show(<TermScreen />, { ...townAnswers, 'term.plan': { ...plan, next } })
    expect(await screen.findByText('第19届到这一天届满，2 名代表办理卸任')).toBeTruthy()
    expect(screen.getByText('没有办完的 1 件补选取消，原因写“换届”')).toBeTruthy()
    expect((screen.getByRole('button', { name: '办理换届' }) as HTMLButtonElement).disabled).toBe(true)
    expect(screen.getByText('还没有到这一天，开会以后再办')).toBeTruthy()
  })
})
