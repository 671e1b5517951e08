import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { declarations } from '../../../shared/records'
import { ok } from '../../../shared/result'
import { keptOf, likeThis } from '../../../renderer/records/like-this'
import { forgetViews } from '../../../renderer/records/list-view'
import ListScreen from '../../../renderer/records/ListScreen'
import { useSession } from '../../../renderer/state/session'
import { Notices } from '../../../renderer/ui/Notices'
import { town, townAnswers } from '../support/sample'
import { show } from '../support/show'
import { rec } from './sample'

describe('One more of the same', () => {
  it('takes over what stays from one time to the next, and no day, number or outcome', () => {
    const last = rec('activity', 'a1', { kind: '09', title: '代表接待日', place: '联络站接待室', start_on: '2025-11-13', half_days: 1, voters_met: 6, outcome: '听取意见 3 条', no: 'L2025028' })
    expect(keptOf(declarations.activity, last.fields)).toMatchObject({ kind: '09', title: '代表接待日', place: '联络站接待室' })
    expect(Object.keys(keptOf(declarations.activity, last.fields))).not.toEqual(expect.arrayContaining(['start_on', 'voters_met', 'no']))
    expect(likeThis(last, declarations.activity, 'town')).toMatchObject({ screen: 'quick-activity', preset: { title: '代表接待日' } })
    expect(likeThis(last, declarations.activity, 'county')).toBeNull()
    expect(likeThis(rec('suggestion', 's1', { title: '修路' }), declarations.suggestion, 'town')).toBeNull()
  })
})

describe('Several at once', () => {
  it('are ticked and changed with one press; what a record refuses is named and stays ticked', async () => {
    forgetViews()
    const rows = ['一', '二', '三'].map((no, at) => rec('document', `d${at + 1}`, { title: `第${no}号制度`, kind: '09' }, '拟稿'))
    const { person, api } = show(<><ListScreen route={{ screen: 'list', type: 'document' }} /><Notices /></>, {
      ...townAnswers, 'record.list': { rows, titles: {}, next: null, total: 3 },
      'record.set-many': ok({ done: 1, undo: 'd1', errors: [{ id: 'd2', title: '第二号制度', code: 'date-order' as const, field: 'repealed_on', detail: { first: '2026-02-01', firstLabel: '施行日期', second: '2026-01-15', secondLabel: '废止日期' } }] }),
    })
    useSession.setState({ office: town })
    await person.click(await screen.findByRole('button', { name: '批量改' }))
    await person.click(screen.getByLabelText('选上第一号制度'))
    await person.click(screen.getByLabelText('选上第二号制度'))
    await person.selectOptions(screen.getByLabelText('改哪一项'), '签发人')
    await person.type(screen.getByLabelText('签发人改成'), '徐立新')
    await person.click(screen.getByRole('button', { name: '改 2 条' }))
    await waitFor(() => expect(api.of('record.set-many')).toEqual([{ ids: ['d1', 'd2'], fields: { signer: '徐立新' } }]))
    expect((await screen.findByRole('alert')).textContent).toContain('第二号制度没有改')
    expect(screen.getByText('已选 1 条')).toBeTruthy()
    expect(await screen.findByText('1 条的“签发人”已改好')).toBeTruthy()
  })
})
