import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { fail, ok } from '../../../shared/result'
import EditScreen from '../../../renderer/records/EditScreen'
import { go, useNavigation } from '../../../renderer/state/navigation'
import { useNotices } from '../../../renderer/state/notices'
import { Notices } from '../../../renderer/ui/Notices'
import type { Answers } from '../support/fake-api'
import { show } from '../support/show'
import { pageOf, rec } from './sample'

const saved = rec('organisation', 'o1', { name: '镇水利站', head: '周小满' })
const common: Answers = { 'draft.save': { saved_at: '2025-11-24T09:41:00+08:00' }, 'draft.drop': { dropped: true }, 'draft.list': { drafts: [] }, 'record.page': pageOf(saved) }
const newOne = (answers: Answers = {}) => show(<EditScreen route={{ screen: 'edit', type: 'organisation' }} />, { ...common, ...answers })
const oldOne = (answers: Answers = {}) => show(<EditScreen route={{ screen: 'edit', type: 'organisation', id: 'o1' }} />, { ...common, 'record.get': saved, ...answers })

describe('The form of a new record', () => {
  it('is saved with the keys alone, and says what was saved with the way back', async () => {
    const { person, api } = newOne({ 'record.quick': { record: saved, ids: ['o1'], warnings: [] } })
    await person.keyboard('镇水利站{Control>}s{/Control}')
    await waitFor(() => expect(api.of('record.quick')).toHaveLength(1))
    expect(api.of('record.quick')[0]).toMatchObject({ type: 'organisation', fields: { name: '镇水利站' } })
    await waitFor(() => expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 'o1', type: 'organisation' }))
    expect(useNotices.getState().list.map(({ text, button }) => [text, button?.label])).toEqual([['已保存，新承办单位一条', '撤销']])
    // The draft must not come back after the save.
    expect(api.of('draft.drop')).toHaveLength(1)
  })

  it('says at the field what is missing, puts the hand there and asks the store nothing', async () => {
    const { person, api } = newOne()
    await person.click(screen.getByRole('button', { name: '保存' }))
    expect(screen.getByText('请填写名称。填好再保存。')).toBeTruthy()
    await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('名称')))
    expect(api.of('record.quick')).toHaveLength(0)
    await person.keyboard('镇')
    expect(screen.queryByText('请填写名称。填好再保存。')).toBeNull()
  })

  it('keeps what was typed when the store refuses, opens the folded part and marks the field', async () => {
    const { person } = newOne({ 'record.quick': fail('too-long', { field: 'short_name', detail: { max: 50, length: 60 } }) })
    await person.type(screen.getByLabelText('名称'), '镇水利站')
    expect(screen.queryByLabelText('简称')).toBeNull()
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(screen.getByLabelText('简称').getAttribute('aria-invalid')).toBe('true'))
    expect((screen.getByLabelText('名称') as HTMLInputElement).value).toBe('镇水利站')
    expect(screen.getByText('有 1 处要改，已标红框')).toBeTruthy()
  })

  it('says over the form what belongs to no field, and nothing is lost', async () => {
    const { person } = newOne({ 'record.quick': fail('disk-full') })
    await person.type(screen.getByLabelText('名称'), '镇水利站')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await screen.findByRole('alert')
    expect((screen.getByLabelText('名称') as HTMLInputElement).value).toBe('镇水利站')
  })

  it('never loses a character of an input method, and neither Enter nor Escape of it leaves the form', () => {
    const { api } = newOne()
    const box = screen.getByLabelText('名称') as HTMLInputElement
    fireEvent.compositionStart(box)
    for (const text of ['s', 'sh', 'shui']) fireEvent.input(box, { target: { value: text }, isComposing: true })
    expect(box.value).toBe('shui')
    fireEvent.keyDown(box, { key: 'Escape', isComposing: true, keyCode: 229 })
    fireEvent.keyDown(box, { key: 'Enter', isComposing: true, keyCode: 229 })
    fireEvent.input(box, { target: { value: '水' }, isComposing: true })
    fireEvent.compositionEnd(box)
    expect(box.value).toBe('水')
    expect(useNavigation.getState().now).toEqual({ screen: 'home' })
    expect(api.of('record.quick')).toHaveLength(0)
  })

  it('begins anew after 保存，再记一次', async () => {
    const { person, api } = newOne({ 'record.quick': { record: saved, ids: ['o1'], warnings: [] } })
    await person.type(screen.getByLabelText('名称'), '镇水利站')
    await person.click(screen.getByRole('button', { name: '保存，再记一次' }))
    await waitFor(() => expect((screen.getByLabelText('名称') as HTMLInputElement).value).toBe(''))
    await person.type(screen.getByLabelText('名称'), '镇卫生院')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('record.quick').map((input) => input.fields['name'])).toEqual(['镇水利站', '镇卫生院']))
  })

  it('goes back to the page that it was begun from', async () => {
    const { person } = newOne({ 'record.quick': { record: saved, ids: ['o1'], warnings: [] } })
    act(() => { go({ screen: 'record', id: 'p1', type: 'suggestion' }); go({ screen: 'edit', type: 'organisation' }) })
    await person.type(screen.getByLabelText('名称'), '镇水利站')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 'p1', type: 'suggestion' }))
  })
})

describe('The form of a saved record', () => {
  it('sends only what was changed, over the version that was seen', async () => {
    const { person, api } = oldOne({ 'record.set': { record: { ...saved, version: 'v2' }, warnings: [] } })
    await person.type(await screen.findByLabelText('负责人'), '同志')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('record.set')).toMatchObject([{ id: 'o1', fields: { head: '周小满同志' }, base: 'v-o1' }]))
  })

  it('writes nothing where nothing was changed', async () => {
    const { person, api } = oldOne()
    await screen.findByLabelText('名称')
    await person.keyboard('{Control>}s{/Control}')
    expect(api.of('record.set')).toHaveLength(0)
  })

  it('goes on with what was typed before the power went, over the version of then', async () => {
    const draft = { id: 'dr1', type: 'organisation', record: 'o1', data: { _base: 'v-old', head: '严大勇' }, updated_at: '2025-11-24T09:00:00+08:00' }
    const { person, api } = oldOne({ 'draft.list': { drafts: [draft] }, 'record.set': { record: saved, warnings: [] } })
    expect((await screen.findByLabelText('负责人') as HTMLInputElement).value).toBe('严大勇')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('record.set')).toMatchObject([{ fields: { head: '严大勇' }, base: 'v-old', draft: 'dr1' }]))
  })

  it('asks which holds when the same field was changed elsewhere, and overwrites nothing unseen', async () => {
    const theirs = rec('organisation', 'o1', { name: '镇水利站', head: '陈国梁', phone: '0570-1' })
    const { person, api } = oldOne({
      'record.set': ({ base }) => (base === 'v-o1' ? fail('changed-elsewhere') : ok({ record: { ...theirs, version: 'v3' }, warnings: [] })),
      'record.history': { versions: [{ id: 'v2', op: 'put', by: '徐立新', at: '2025-11-24T08:00:00+08:00', data: theirs.fields, changed: ['head'], head: true }] },
    })
    const box = await screen.findByLabelText('负责人')
    api.set('record.get', { ...theirs, version: 'v2' })
    await person.clear(box)
    await person.type(box, '严大勇')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await screen.findByText('徐立新，今天 8:00')
    const save = screen.getByRole('button', { name: '按选的保存' })
    expect(save).toHaveProperty('disabled', true)
    await person.click(screen.getByRole('radio', { name: '您填的：严大勇' }))
    await person.click(save)
    await waitFor(() => expect(api.of('record.set').at(-1)).toMatchObject({ fields: { head: '严大勇' }, base: 'v2' }))
  })

  it('leaves a masked number alone unless it is typed anew', async () => {
    const hidden = rec('person_private', 'pp1', { person: 'p1', phone: '138****0001', id_no: '339901********0026' })
    const { person, api } = show(<EditScreen route={{ screen: 'edit', type: 'person_private', id: 'pp1' }} />, {
      ...common, 'record.get': hidden, 'record.page': pageOf(hidden), 'record.set': { record: hidden, warnings: [] }, 'record.list': { rows: [], titles: {}, next: null, total: 0 },
    })
    await person.click(await screen.findByRole('button', { name: '重新输入手机号码' }))
    await person.type(screen.getByLabelText('手机号码'), '13900000001')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('record.set')[0]?.fields).toEqual({ phone: '13900000001' }))
  })

  it('takes a save back from its notice', async () => {
    const { person, api } = show(<><EditScreen route={{ screen: 'edit', type: 'organisation', id: 'o1' }} /><Notices /></>, {
      ...common, 'record.get': saved, 'record.set': { record: { ...saved, version: 'v2' }, warnings: [] }, 'record.undo': { records: ['o1'] },
    })
    await person.type(await screen.findByLabelText('负责人'), '同志')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await person.click(await screen.findByRole('button', { name: '撤销' }))
    expect(api.of('record.undo')).toEqual([{ id: 'o1', version: 'v2' }])
  })
})

describe('The number of a record within another', () => {
  const agenda = (answers: Answers = {}) => show(<EditScreen route={{ screen: 'edit', type: 'agenda_item', preset: { session: 's1' } }} />, {
    ...common, 'record.propose': ({ fields }) => ok({ fields: fields['session'] === 's1' ? { no: 4 } : {} }), ...answers,
  })
  const number = () => screen.getByLabelText('序号') as HTMLInputElement

  it('stands in the form as the next free one, is saved with it, and is no typing that would leave a draft', async () => {
    const { person, api } = agenda({ 'record.quick': { record: saved, ids: ['o1'], warnings: [] } })
    await waitFor(() => expect(number().value).toBe('4'))
    expect(api.of('draft.save')).toEqual([])
    await person.type(screen.getByLabelText('标题'), '听取审议财政预算报告')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('record.quick')[0]?.fields).toMatchObject({ session: 's1', no: 4, title: '听取审议财政预算报告' }))
  })

  it('is what a person typed once they typed one, also when another has taken the next number meanwhile', async () => {
    const { person, api } = agenda()
    await waitFor(() => expect(number().value).toBe('4'))
    await person.clear(number())
    await person.type(number(), '9')
    api.set('record.propose', { fields: { no: 5 } })
    act(() => api.tell({ kind: 'changed', types: ['agenda_item'], ids: ['a'] }))
    await waitFor(() => expect(api.of('record.propose')).toHaveLength(2))
    expect(number().value).toBe('9')
  })
})
