import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { DeputyRow, DutyFile } from '../../../shared/contract/records'
import { fail } from '../../../shared/result'
import { defaultSettings } from '../../../shared/rules/rule-book'
import { forgetViews } from '../../../renderer/records/list-view'
import DeputiesScreen from '../../../renderer/screens/deputies/DeputiesScreen'
import { DeputyPage } from '../../../renderer/screens/deputies/DeputyPage'
import { dutyYears } from '../../../renderer/screens/deputies/duty-years'
import { filterDeputies, sortDeputies } from '../../../renderer/screens/deputies/filter-deputies'
import { NewDeputy } from '../../../renderer/screens/deputies/NewDeputy'
import { useNavigation } from '../../../renderer/state/navigation'
import type { Answers } from '../support/fake-api'
import { show } from '../support/show'
import { pageOf, rec, stepsAt } from '../records/sample'

const row = (mandate: string, name: string, more: Partial<DeputyRow> = {}): DeputyRow => ({
  mandate, person: `p-${mandate}`, name, note: '', level: '5', status: '在任', sex: '1', ethnic: '01', birth: '1978-03', party: '01', edu: null, occupation: null, constituency: '第一选区', group: '第一代表小组',
  post: '石桥村', presidium_role: null, phone: '138****0001', doubts: 0, events: 3, initials: 'x', ...more,
})

const rows = [
  row('m1', '何秀兰', { initials: 'hxl', presidium_role: '成员' }), row('m2', '陈国梁', { initials: 'cgl', group: null, doubts: 2 }), row('m3', '邵长明', { initials: 'scm', status: '已终止' }),
  row('m4', '吴月琴', { initials: 'wyq', level: '4' }), row('m5', '周维安', { initials: 'zwa', presidium_role: '主席', group: '第二代表小组' }),
]
const names = (list: readonly DeputyRow[]): readonly string[] => list.map((one) => one.name)
const shownNames = (): readonly (string | null)[] => [...document.querySelectorAll('[data-row]')].map((one) => one.textContent)

describe('The roster', () => {
  it('begins with the town deputies who sit, the chair first', () => {
    expect(names(filterDeputies(rows, { shown: 'town', group: '', text: '' }))).toEqual(['周维安', '何秀兰', '陈国梁'])
  })

  it('finds by initials, group, post and several words together', () => {
    expect(names(filterDeputies(rows, { shown: 'all', group: '', text: 'HXL' }))).toEqual(['何秀兰'])
    expect(names(filterDeputies(rows, { shown: 'all', group: '', text: '石桥 周' }))).toEqual(['周维安'])
    expect(names(filterDeputies(rows, { shown: 'town', group: '-', text: '' }))).toEqual(['陈国梁'])
  })

  it('stands in the order of any of its columns, up and down, as people count and say them', () => {
    const some = [row('a', '张大山', { constituency: '第十选区', events: 2 }), row('b', '安小河', { constituency: '第二选区', events: 10 }), row('c', '李有田', { constituency: null, events: 7 })]
    const by = (key: string, descending = false) => names(sortDeputies(some, { key, descending }))
    expect(by('name')).toEqual(['安小河', '李有田', '张大山'])
    expect([by('constituency'), by('constituency', true)]).toEqual([['安小河', '张大山', '李有田'], ['张大山', '安小河', '李有田']])
    expect(by('events', true)).toEqual(['安小河', '李有田', '张大山'])
    expect([names(sortDeputies(some, null)), by('phone')]).toEqual([['张大山', '安小河', '李有田'], ['张大山', '安小河', '李有田']])
  })

  it('is put in order with a press on a column', async () => {
    forgetViews()
    const { person } = show(<DeputiesScreen route={{ screen: 'deputies' }} />, { 'deputies.list': { rows, total: 5 }, 'settings.set': { settings: defaultSettings, ui: {} } })
    await screen.findByText('周维安')
    await person.click(screen.getByRole('button', { name: '姓名' }))
    await waitFor(() => expect(shownNames()).toEqual(['陈国梁', '何秀兰', '周维安']))
    await person.click(screen.getByRole('button', { name: '姓名' }))
    await waitFor(() => expect(shownNames()).toEqual(['周维安', '何秀兰', '陈国梁']))
    forgetViews()
  })

  it('narrows while typing without asking the store again, remembers it, and opens with Enter', async () => {
    forgetViews()
    const { person, api } = show(<DeputiesScreen route={{ screen: 'deputies' }} />, { 'deputies.list': { rows, total: 5 } })
    await screen.findByText('何秀兰')
    expect(screen.getByText('在任 3 名')).toBeTruthy()
    await person.type(screen.getByLabelText('找姓名、选区、职务'), 'cgl')
    expect(shownNames()).toEqual(['陈国梁'])
    expect(api.of('deputies.list')).toHaveLength(1)
    await person.keyboard('{ArrowDown}{Enter}')
    expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 'm2', type: 'mandate' })
  })

  it('shows whom an import was not sure of', async () => {
    forgetViews()
    const { person } = show(<DeputiesScreen route={{ screen: 'deputies' }} />, { 'deputies.list': { rows, total: 5 } })
    await person.click(await screen.findByText('待核 1'))
    expect(shownNames()).toEqual(['陈国梁'])
  })

  it('of a new office leads on to what comes after the names, until that is there or put off', async () => {
    forgetViews()
    const line = (step: 'office' | 'groups' | 'sites' | 'pairing', state: 'done' | 'open') => ({ step, state, count: 0 })
    const guide = (...lines: readonly ReturnType<typeof line>[]) => ({ lines, next: null, off: false })
    const answers = { 'deputies.list': { rows, total: 5 }, 'guide.get': guide(line('office', 'done'), line('groups', 'open'), line('sites', 'open'), line('pairing', 'open')), 'guide.set': guide() }
    const { person, api } = show(<DeputiesScreen route={{ screen: 'deputies' }} />, answers)
    expect(within(await screen.findByRole('status', { name: '接着做什么' })).getByText('代表小组')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '建小组' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'guide', step: 'groups' })
    api.set('guide.get', guide(line('groups', 'done'), line('sites', 'done'), line('pairing', 'open')))
    await person.click(screen.getByRole('button', { name: '先放着' }))
    expect(api.of('guide.set')).toEqual([{ skip: ['groups'] }])
    await waitFor(() => expect(screen.queryByRole('status', { name: '接着做什么' })).toBeNull())
  })

  it('of a new office leads to the import', async () => {
    forgetViews()
    const { person } = show(<DeputiesScreen route={{ screen: 'deputies' }} />, { 'deputies.list': { rows: [], total: 0 } })
    await screen.findByText('还没有代表')
    expect([...document.querySelectorAll('.btn.pri')].map((one) => one.textContent)).toEqual(['导入花名册'])
    await person.click(screen.getByRole('button', { name: '选花名册' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'roster' })
  })
})

const mandate = rec('mandate', 'm1', { person: 'p1', level: '5', term: 't19', nth: 1, confirm_on: '2023-03-01' }, '在任')
const person1 = rec('person', 'p1', { name: '何秀兰', sex: '2', doubts: [{ field: 'birth', code: 'birth-mismatch' }] })
const hidden = rec('person_private', 'pp1', { person: 'p1', id_no: '339901********0026' })
const file: DutyFile = {
  mandate: 'm1', name: '何秀兰', half_days: 7,
  parts: [
    { key: 'basics', label: '基本情况', rows: [{ id: 'm1', type: 'mandate', date: '', title: '选区', note: '第一选区' }] },
    { key: 'meetings', label: '出席会议', rows: [{ id: 's1', type: 'session', date: '2025-01-18', title: '第三次会议', note: '出席' }] },
    { key: 'training', label: '学习培训', rows: [] },
  ],
}
const pages: Answers = {
  'record.page': ({ id }) => (id === 'm1' ? pageOf(mandate, { title: '何秀兰', steps: stepsAt('mandate', '在任') }) : pageOf(person1, { incomplete: ['birth'], children: [{ type: 'person_private', label: '', key: 'person', rows: [hidden], total: 1 }] })),
  'deputies.duty': file, 'record.set': { record: person1, warnings: [] }, 'shell.print': { printed: true }, 'event.note': { noted: true },
}

describe('The page of a deputy', () => {
  it('holds the duty file by year in its parts, each entry opening its record', async () => {
    const { person, api } = show(<DeputyPage mandate="m1" />, pages)
    await screen.findByText('第三次会议')
    expect(api.of('deputies.duty')).toEqual([{ mandate: 'm1', from: '2025-01-01', to: '2025-12-31' }])
    await person.keyboard('{Tab}')
    await person.click(screen.getByRole('tab', { name: /^学习培训/u }))
    expect(screen.getByText('2025年没有学习培训的记录')).toBeTruthy()
    await person.keyboard('{ArrowUp}')
    await person.click(screen.getByRole('button', { name: '第三次会议' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 's1', type: 'session' })
    // What a list of tabs holds beside its tabs, a screen reader takes for none of them.
    expect([...screen.getByRole('tablist', { name: '履职档案的八个部分' }).children].filter((child) => child.getAttribute('role') !== 'tab')).toEqual([])
  })

  it('never shows an ID number unmasked by itself, and offers no red button while nothing is due', async () => {
    show(<DeputyPage mandate="m1" />, pages)
    await screen.findByText('339901********0026')
    expect(screen.getByRole('button', { name: '按住显示公民身份号码' })).toBeTruthy()
    expect(document.querySelectorAll('.btn.pri')).toHaveLength(0)
  })

  it('asks about what the import was not sure of, and takes a person\'s word for it', async () => {
    const { person, api } = show(<DeputyPage mandate="m1" />, pages)
    const card = within(await screen.findByRole('region', { name: '待核' }))
    expect(card.getByText(/出生年月与身份证号不一致/u)).toBeTruthy()
    await person.click(card.getByRole('button', { name: '核对过，没有错' }))
    expect(api.of('record.set')).toEqual([{ id: 'p1', fields: { doubts: null }, base: 'v-p1' }])
  })

  it('moves the deputy to another group in one save', async () => {
    const groups = [rec('group', 'g1', { name: '第一代表小组', kind: '1' }), rec('group', 'g2', { name: '第二代表小组', kind: '1' })]
    const { person, api } = show(<DeputyPage mandate="m1" />, { ...pages, 'record.list': { rows: groups, titles: {}, next: null, total: 2 }, 'group.move': { id: 'g2', version: 'v9' } })
    await person.click(await screen.findByRole('button', { name: '换小组' }))
    const dialog = within(screen.getByRole('dialog', { name: '换小组' }))
    await person.click(await dialog.findByRole('combobox', { name: '换到哪个小组' }))
    fireEvent.click(await screen.findByText('第二代表小组', { selector: '.ant-select-item-option-content' }))
    await person.click(dialog.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('group.move')).toEqual([{ mandate: 'm1', to: 'g2', on: '2025-11-24' }]))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('prints the card and notes that it was printed', async () => {
    const { person, api } = show(<DeputyPage mandate="m1" />, pages)
    await person.click(await screen.findByRole('button', { name: '打印登记卡' }))
    await waitFor(() => expect(api.of('shell.print')).toHaveLength(1))
    expect(api.of('event.note')).toEqual([{ kind: 'print', about: 'm1', detail: '履职登记卡' }])
  })

  it('offers the years of the mandate', () => {
    expect(dutyYears('2025-11-24', '2024-03-01').map(({ label }) => label)).toEqual(['2025年', '2024年', '任期以来'])
    expect(dutyYears('2025-11-24', null)).toHaveLength(3)
  })
})

describe('A new deputy', () => {
  const answers: Answers = {
    'draft.save': { saved_at: '2025-11-24T09:41:00+08:00' }, 'draft.drop': { dropped: true }, 'record.list': { rows: [rec('person', 'p9', { name: '沈强永', birth: '1988-06' })], titles: {}, next: null, total: 1 },
    'record.quick': { record: rec('person', 'p1', { name: '苗青山' }), ids: ['p1', 'pp1', 'm9'], warnings: [] },
  }
  const start = (more: Answers = {}) => show(<NewDeputy kept={null} person={null} />, { ...answers, ...more })

  it('is person, private part and mandate in one save', async () => {
    const { person, api } = start()
    await person.keyboard('苗青山')
    await person.type(screen.getByLabelText('手机号码'), '13800000001')
    await person.type(screen.getByLabelText('资格确认日期'), '2021.12.20')
    await person.keyboard('{Control>}s{/Control}')
    await waitFor(() => expect(api.of('record.quick')).toHaveLength(1))
    expect(api.of('record.quick')[0]).toMatchObject({
      type: 'person', fields: { name: '苗青山' },
      side: [
        { type: 'person_private', parent: 'person', fields: { phone: '13800000001' } },
        { type: 'mandate', parent: 'person', fields: { nth: 1, level: '5', term: 'term-19', confirm_on: '2021-12-20', as_history: true, status: '在任' } },
      ],
    })
    await waitFor(() => expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 'm9', type: 'mandate' }))
  })

  it('asks whether somebody of that name is the same person, and then only adds the mandate', async () => {
    const { person, api } = start()
    await person.keyboard('沈强永')
    await screen.findByText('名册里已有 1 位“沈强永”，是同一个人吗？')
    expect(screen.getByText('1988年6月')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '就是这一位' }))
    expect(screen.queryByLabelText('手机号码')).toBeNull()
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('record.quick')[0]).toMatchObject({ id: 'p9', side: [{ type: 'mandate', fields: { level: '5' } }] }))
  })

  it('says what is wrong at its field, whichever part it belongs to, and keeps the rest', async () => {
    const { person } = start({ 'record.quick': fail('too-long', { field: 'phone', detail: { max: 60 } }) })
    await person.keyboard('苗青山')
    await person.type(screen.getByLabelText('手机号码'), '1380')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(screen.getByLabelText('手机号码').getAttribute('aria-invalid')).toBe('true'))
    expect((screen.getByLabelText('姓名') as HTMLInputElement).value).toBe('苗青山')
  })

  it('takes a name from an input method whole', async () => {
    start()
    const box = screen.getByLabelText('姓名') as HTMLInputElement
    fireEvent.compositionStart(box)
    fireEvent.input(box, { target: { value: 'miao' }, isComposing: true })
    fireEvent.keyDown(box, { key: 'Escape', isComposing: true, keyCode: 229 })
    fireEvent.input(box, { target: { value: '苗' }, isComposing: true })
    fireEvent.compositionEnd(box)
    expect(box.value).toBe('苗')
    expect(useNavigation.getState().now).toEqual({ screen: 'home' })
  })
})
