import { act, renderHook, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { RecordPage } from '../../../shared/contract/records'
import { fail, ok, type Result } from '../../../shared/result'
import { EntryDoor } from '../../../renderer/entry/EntryDoor'
import { EntryField } from '../../../renderer/entry/EntryField'
import { EntryPage } from '../../../renderer/entry/EntryPage'
import { Fold } from '../../../renderer/entry/Fold'
import { asChanges, filled, missingIn, saidAs, useEntry, type EntryStart, type Saved } from '../../../renderer/entry/use-entry'
import { go } from '../../../renderer/state/navigation'
import { useNotices } from '../../../renderer/state/notices'
import type { Answers } from '../support/fake-api'
import { prepare, show } from '../support/show'
import { pageOf, rec } from '../records/sample'

const saved = rec('activity', 'a1', { title: '走访' }, '已开展')
const answers: Answers = {
  'draft.save': { saved_at: '2025-11-24T09:41:00+08:00' }, 'draft.drop': { dropped: true }, 'record.quick': { record: saved, ids: ['a1', 'r1'], warnings: [] },
}
const start: EntryStart = { draftType: 'quick-activity', draft: null, initial: { kind: '07' } }

/** A form of two fields, one of them folded away. */
function Form({ given = start }: { readonly given?: EntryStart }) {
  const entry = useEntry(given, ['title', 'place'])
  return (
    <EntryPage title="记活动" crumb="活动" onCrumb={() => undefined} entry={entry} onSave={() => void entry.save({ type: 'activity', fields: filled(entry.values, ['kind', 'title', 'place']) }, ({ record }) => `已记下 ${record.id}`)}>
      <EntryField entry={entry} type="activity" name="title" />
      <Fold count={1} forced={entry.errors['place'] !== undefined}><EntryField entry={entry} type="activity" name="place" /></Fold>
    </EntryPage>
  )
}

describe('A quick entry', () => {
  it('is saved with its draft in one commit and offers the way back', async () => {
    const { api, person } = show(<Form />, answers)
    await person.type(screen.getByLabelText('标题'), '走访石桥村')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(useNotices.getState().list.map((notice) => [notice.text, notice.button?.label])).toEqual([['已记下 a1', '撤销']]))
    const draft = api.of('draft.save')[0]
    expect(draft).toMatchObject({ type: 'quick-activity', data: { kind: '07', title: '走访石桥村' } })
    expect(api.of('record.quick')).toEqual([{ type: 'activity', fields: { kind: '07', title: '走访石桥村' }, draft: draft?.id }])
    expect(api.of('draft.drop')).toEqual([{ id: draft?.id }])
  })

  it('that is refused keeps what was typed, opens the folded part and goes to the field', async () => {
    const { api, person } = show(<Form />, { ...answers, 'record.quick': fail('too-long', { field: 'place', detail: { max: 200 } }) })
    await person.type(screen.getByLabelText('标题'), '走访')
    expect(screen.queryByLabelText('地点')).toBeNull()
    await person.click(screen.getByRole('button', { name: '保存' }))
    const place = await screen.findByLabelText('地点')
    await waitFor(() => expect(document.activeElement).toBe(place))
    expect([place.getAttribute('aria-invalid'), screen.getByText('有 1 处要改，已标红框'), (screen.getByLabelText<HTMLInputElement>('标题')).value]).toEqual(['true', screen.getByText('有 1 处要改，已标红框'), '走访'])
    expect([api.of('draft.drop'), useNotices.getState().list]).toEqual([[], []])
    await person.type(place, '石桥村')
    expect(screen.queryByText('有 1 处要改，已标红框')).toBeNull()
  })

  it('says what belongs to no field over the form', async () => {
    const { person } = show(<Form />, { ...answers, 'record.quick': fail('disk-full') })
    await person.type(screen.getByLabelText('标题'), '走访')
    await person.click(screen.getByRole('button', { name: '保存' }))
    expect(await screen.findByRole('alert')).toBeTruthy()
  })

  it('goes on with its draft under the same name', async () => {
    const { api, person } = show(<Form given={{ ...start, draft: { id: 'd7', values: { title: '走访' } } }} />, answers)
    await person.type(screen.getByLabelText('标题'), '石桥村')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('record.quick').map(({ draft, fields }) => [draft, fields])).toEqual([['d7', { title: '走访石桥村' }]]))
  })

  it('that somebody has left while it was being saved does not bring them back; what went wrong is said where they are', async () => {
    const outcomes: ((answer: Result<Saved>) => void)[] = []
    prepare({ ...answers, 'record.quick': () => new Promise<Result<Saved>>((done) => { outcomes.push(done) }) })
    const { result } = renderHook(() => useEntry(start, []))
    const leaving = async (outcome: Result<Saved>): Promise<Saved | null> => {
      let saving: Promise<Saved | null> = Promise.resolve(null)
      await act(async () => { saving = result.current.save({ type: 'activity', fields: {} }, () => '已记下'); await Promise.resolve() })
      act(() => { go({ screen: 'home' }) })
      return act(async () => { outcomes.at(-1)?.(outcome); return saving })
    }
    const [well, badly] = [await leaving(ok({ record: saved, ids: ['a1'], warnings: [] })), await leaving(fail('disk-full'))]
    expect([well, badly, useNotices.getState().list.map(({ tone }) => tone)]).toEqual([null, null, ['done', 'late']])
  })

  it('is not saved twice by a second press', async () => {
    prepare({ ...answers, 'record.quick': () => new Promise(() => undefined) })
    const { result } = renderHook(() => useEntry(start, []))
    await act(async () => { void result.current.save({ type: 'activity', fields: {} }, () => ''); await Promise.resolve() })
    await act(async () => expect(await result.current.save({ type: 'activity', fields: {} }, () => '')).toBeNull())
    expect(result.current.busy).toBe(true)
  })
})

describe('What an entry sends', () => {
  it('leaves empty fields out of a new record and empties them in a saved one', () => {
    const values = { title: '走访', place: '', half_days: 0, systematic: false, group: null }
    const keys = Object.keys(values)
    expect([filled(values, keys), asChanges(values, keys)]).toEqual([{ title: '走访', half_days: 0, systematic: false }, { title: '走访', place: null, half_days: 0, systematic: false, group: null }])
    expect(missingIn(values, ['title', 'place', 'half_days'])).toEqual({ place: { code: 'required' } })
  })

  it('says after the save what is still to be looked at', () => {
    prepare()
    saidAs({ record: saved, ids: ['a1'], warnings: [{ code: 'over-budget', field: 'amount_fen', detail: { spent_fen: 200, budget_fen: 100 } }] }, 'expense', '已记下')
    expect(useNotices.getState().list.map((notice) => [notice.tone, notice.text])).toEqual([['done', '已记下'], ['soon', '该科目支出合计2.00元，超过预算1.00元。']])
  })
})

describe('The door of an entry', () => {
  const draft = { id: 'd7', type: 'quick-activity', record: null, data: { title: '没写完', _record: 'a1' }, updated_at: '2025-11-24T09:41:00+08:00' }
  const door = (props: { readonly draft?: string; readonly id?: string }, more: Answers) => show(
    <EntryDoor title="记活动" crumb="活动" draftType="quick-activity" draft={props.draft} id={props.id}>
      {({ draft: kept, page }) => <p>{`${typeof kept?.values['title'] === 'string' ? kept.values['title'] : '新的'}，${page === null ? '新记录' : page.title}`}</p>}
    </EntryDoor>, more)
  const page: RecordPage = pageOf(saved)

  it('opens a new form at once, asking the store for nothing', () => {
    const { api } = door({}, {})
    expect([screen.getByText('新的，新记录'), api.calls]).toEqual([screen.getByText('新的，新记录'), []])
  })

  it('waits for the draft and for the record that it changes', async () => {
    const { api } = door({ draft: 'd7' }, { 'draft.list': { drafts: [draft] }, 'record.page': page })
    expect(await screen.findByText('没写完，走访')).toBeTruthy()
    expect(api.of('record.page')).toEqual([{ id: 'a1' }])
  })

  it('of a saved record finds what was typed into it and not saved', async () => {
    door({ id: 'a1' }, { 'draft.list': { drafts: [draft] }, 'record.page': page })
    expect(await screen.findByText('没写完，走访')).toBeTruthy()
  })

  it('says so where the record cannot be read', async () => {
    door({ id: 'a1' }, { 'draft.list': { drafts: [] }, 'record.page': fail('not-found') })
    expect(await screen.findByRole('button', { name: '再试一次' })).toBeTruthy()
  })
})
