import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { DeputyRow } from '../../../shared/contract/records'
import { guessField } from '../../../renderer/screens/matters/guess-field'
import { matterFigures } from '../../../renderer/screens/matters/reception-feed'
import { missingAtReception, receptionToSave } from '../../../renderer/screens/matters/reception-to-save'
import ReceptionEntry from '../../../renderer/screens/matters/ReceptionEntry'
import { dutyOf } from '../../../renderer/screens/matters/use-reception'
import { useNavigation } from '../../../renderer/state/navigation'
import type { Answers } from '../support/fake-api'
import { today } from '../support/sample'
import { show } from '../support/show'
import { rec } from '../records/sample'

const row = (mandate: string, name: string): DeputyRow => ({
  mandate, person: `p-${mandate}`, name, note: '', level: '5', status: '在任', sex: null, ethnic: null, birth: null, party: null, edu: null, occupation: null, constituency: null, group: null,
  post: null, presidium_role: null, phone: null, doubts: 0, events: 0, initials: '',
})
const deputies = [row('m1', '何秀兰'), row('m2', '陈国梁'), row('m3', '邵长明')]
const inOffice = new Set(['m1', 'm2', 'm3'])
const site = rec('site', 's1', { name: '石桥联络站', deputies: ['m1', 'm2', 'm3'] })
const last = (day: string) => rec('voter_matter', 'v0', { site: 's1', received_on: day, deputies: ['m2'] })

describe('Who is on duty at a station', () => {
  it('is as at the last matter of the same day, before anything else', () => {
    expect(dutyOf({ day: today, last: last(today), present: ['m1'], site, inOffice })).toEqual({ ids: ['m2'], from: 'same-day', day: today })
  })

  it('is who attended the reception of the day, else who was there the last time', () => {
    expect(dutyOf({ day: today, last: last('2025-11-09'), present: ['m1'], site, inOffice })).toEqual({ ids: ['m1'], from: 'reception', day: today })
    expect(dutyOf({ day: today, last: last('2025-11-09'), present: [], site, inOffice })).toEqual({ ids: ['m2'], from: 'last', day: '2025-11-09' })
  })

  it('is nobody’s guess where many take turns, and never somebody who has left', () => {
    expect(dutyOf({ day: today, last: null, present: [], site, inOffice })).toEqual({ ids: ['m1', 'm2', 'm3'], from: 'site', day: '' })
    const large = rec('site', 's2', { deputies: ['m1', 'm2', 'm3', 'm4'] })
    expect(dutyOf({ day: today, last: null, present: [], site: large, inOffice: new Set([...inOffice, 'm4']) }).from).toBe('none')
    expect(dutyOf({ day: today, last: last('2025-11-09'), present: [], site: null, inOffice: new Set(['m1']) }).ids).toEqual([])
  })
})

describe('What a voter said', () => {
  it('is filed under the word that it uses', () => {
    expect(guessField('通村公路坑洼，影响交通')).toBe('02')
    expect(guessField('想把乡村振兴的钱用在公路上')).toBe('10')
    expect(guessField('路灯不亮')).toBeNull()
  })

  it('cannot be handed on to nobody, refused without a reason, or come from a telephone without a name', () => {
    const typed = { received_on: today, content: '路灯不亮' }
    expect(Object.keys(missingAtReception({ ...typed, handling: 'handed' }))).toEqual(['to_unit'])
    expect(Object.keys(missingAtReception({ ...typed, handling: 'refused' }))).toEqual(['reject_reason'])
    expect(Object.keys(missingAtReception({ ...typed, phone: '13800000000' }))).toEqual(['name', 'handling'])
    expect(missingAtReception({ ...typed, phone: '13800000000', anonymous: true, handling: 'solved' })).toEqual({})
  })

  it('becomes one commit: the matter, its handling, and the visitor beside it', () => {
    expect(receptionToSave({ received_on: today, content: '路灯不亮', site: 's1', deputies: ['m1'], handling: 'handed', to_unit: 'o1', receiver: '3', name: '赵文', visitor_village: 'w1', _guessed: true })).toEqual({
      type: 'voter_matter', fields: { received_on: today, content: '路灯不亮', site: 's1', deputies: ['m1'] },
      steps: [{ step: 'route', fields: { routed_on: today, route: '3', sent_on: today, to_unit: 'o1' } }],
      side: [{ type: 'visitor', parent: 'about', fields: { role: '1', name: '赵文', village: 'w1' } }],
    })
    expect(receptionToSave({ received_on: today, content: '路灯不亮', handling: 'later', name: '赵文', anonymous: true })).toEqual({
      type: 'voter_matter', fields: { received_on: today, content: '路灯不亮', anonymous: true },
    })
  })

  it('moves the figures that it belongs to', () => {
    const figure = (id: string, value: number, parts: readonly string[] = []) => ({
      id, name: id, value, unit: '件', rate: null, parts: parts.map((key) => ({ key, name: key, value: 4, rate: null })),
    })
    const figures = [figure('B8.11', 97, ['不受理']), figure('B8.12', 88)]
    expect(matterFigures('solved', figures)).toEqual([{ label: '受理群众反映事项', before: 97, after: 98, unit: '件' }, { label: '群众事项办结', before: 88, after: 89, unit: '件' }])
    expect(matterFigures('refused', figures)).toEqual([{ label: '不受理', before: 4, after: 5, unit: '件' }])
  })
})

const answers: Answers = {
  'deputies.list': { rows: deputies, total: 3 },
  'record.list': ({ type }) => ({ rows: type === 'site' ? [site] : type === 'voter_matter' ? [last('2025-11-09')] : [], titles: {}, next: null, total: 0 }),
  'record.page': ({ id }) => ({ record: rec('site', id, {}), title: '石桥联络站', titles: {}, steps: [], children: [], incomplete: [], doubtful: [], todos: [], versions: 1, at_county: null }),
  'stats.get': { indicators: [], checks: [] },
  'draft.save': { saved_at: '2025-11-24T09:41:00+08:00' },
  'draft.drop': { dropped: true },
}

describe('The entry of a reception', () => {
  it('begins where the last one was and saves what is typed with what stands there', async () => {
    const saved = rec('voter_matter', 'v1', {}, '当场答复')
    const { api, person } = show(<ReceptionEntry route={{ screen: 'quick-reception' }} />, { ...answers, 'record.quick': { record: saved, ids: ['v1'], warnings: [] } })
    await screen.findByText('和上次（11月9日）一样，不对就点名字改。')
    await person.type(screen.getByLabelText('反映内容'), '路灯不亮')
    await person.click(screen.getByText('当场答复'))
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 'v1', type: 'voter_matter' }))
    const { draft: _draft, ...input } = api.of('record.quick')[0] ?? { type: '', fields: {} }
    expect(input).toEqual({
      type: 'voter_matter', fields: { channel: '1', headcount: 1, received_on: today, site: 's1', deputies: ['m2'], content: '路灯不亮' },
      steps: [{ step: 'route', fields: { routed_on: today, route: '1' } }],
    })
  })

  it('says what is missing at its place and saves nothing', async () => {
    const { api, person } = show(<ReceptionEntry route={{ screen: 'quick-reception' }} />, answers)
    await person.type(await screen.findByLabelText('反映内容'), '路灯不亮')
    await person.click(screen.getByRole('button', { name: '保存' }))
    expect(screen.getByText('有 1 处要改，已标红框')).toBeTruthy()
    expect(screen.getByRole('radiogroup', { name: '怎么处理' }).getAttribute('aria-invalid')).toBe('true')
    expect(api.of('record.quick')).toEqual([])
  })
})
