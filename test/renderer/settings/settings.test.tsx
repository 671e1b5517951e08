import { act, cleanup, screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import SettingsScreen from '../../../renderer/screens/settings/SettingsScreen'
import { useNavigation } from '../../../renderer/state/navigation'
import { useNotices } from '../../../renderer/state/notices'
import type { RouteOf } from '../../../renderer/state/routes'
import { Notices } from '../../../renderer/ui/Notices'
import { makeCode } from '../../../shared/exchange/slip-code'
import { defaultSettings } from '../../../shared/rules/rule-book'
import { fail, ok, type Result } from '../../../shared/result'
import type { Answers } from '../support/fake-api'
import { town, townAnswers } from '../support/sample'
import { show } from '../support/show'

const open = (part: NonNullable<RouteOf<'settings'>['part']>, answers: Answers = {}) =>
  show(<><SettingsScreen route={{ screen: 'settings', part }} /><Notices /></>, { ...townAnswers, ...answers })

describe('The day from which records are kept', () => {
  it('is offered where nobody said it, and taken over by one press', async () => {
    const { person, api } = show(<SettingsScreen route={{ screen: 'settings', part: 'office' }} />, { ...townAnswers, 'office.began': { office: { ...town, began_on: '2025-11-03' } } }, { ...town, began_proposed: '2025-11-03' })
    expect(api.of('office.began')).toEqual([])
    await person.click(await screen.findByRole('button', { name: '填第一条记录录入的日子，2025年11月3日' }))
    await waitFor(() => expect(api.of('office.began')).toEqual([{ on: '2025-11-03' }]))
  })
})

describe('Backups', () => {
  it('go where the person says and tell how much was kept', async () => {
    const { person, api } = open('safety', { 'shell.save-as': { path: 'E:\\a.zrb' }, 'backup.make': { file: 'E:\\a.zrb', bytes: 18_000_000, records: 3812, attachments: 41 } })
    await person.click(screen.getByRole('button', { name: '备份到 U 盘' }))
    expect(await screen.findByText('备份好了，已核对。')).toBeTruthy()
    expect([api.of('shell.save-as'), api.of('backup.make')]).toEqual([[{ title: '备份存到哪里', name: '青禾镇备份20251124.zrb' }], [{ to: 'E:\\a.zrb', overwrite: true, job: expect.any(String) as string }]])
  })

  it('take one press where one stick is in', async () => {
    const { person, api } = open('safety', { 'shell.drives': { drives: [{ path: 'F:\\', label: 'F:', free_bytes: 1, removable: true }] }, 'backup.stick': { file: 'F:\\a.zrb', bytes: 18_000_000, records: 3812, attachments: 41 } })
    await person.click(screen.getByRole('button', { name: '备份到 U 盘' }))
    expect(await screen.findByText(/附件 41 个/u)).toBeTruthy()
    expect([api.of('backup.stick'), api.of('shell.save-as')]).toEqual([[{ drive: 'F:\\', job: expect.any(String) as string }], []])
  })

  it('say how far they are and can be called off', async () => {
    let end: (answer: Result<never>) => void = () => undefined
    const { person, api } = open('safety', {
      'shell.drives': { drives: [{ path: 'F:\\', label: 'F:', free_bytes: 1, removable: true }] },
      'backup.stick': () => new Promise<Result<never>>((answer) => { end = answer }), 'job.cancel': () => { end(fail('cancelled')); return ok({ asked: true as const }) },
    })
    await person.click(screen.getByRole('button', { name: '备份到 U 盘' }))
    await waitFor(() => expect(api.of('backup.stick')).toHaveLength(1))
    const job = api.of('backup.stick')[0]?.job ?? ''
    act(() => api.tell({ kind: 'progress', job, phase: '附件', done: 3, total: 12 }))
    expect((await screen.findByRole('progressbar', { name: '正在备份：附件' })).getAttribute('aria-valuenow')).toBe('25')
    await person.click(screen.getByRole('button', { name: '取消' }))
    expect(await screen.findByText('已经取消，没有留下半份备份')).toBeTruthy()
    expect([api.of('job.cancel'), screen.queryByRole('progressbar')]).toEqual([[{ job }], null])
  })

  it('come back in place of the records, which can be called off until these are set aside, and not after', async () => {
    const { person, api } = open('safety', {
      'shell.pick-file': { path: 'E:\\a.zrb' }, 'backup.restore': () => new Promise<Result<never>>(() => undefined),
      'backup.look': ({ file }) => ok({ file, office: { role: 'town', code: town.code, name: town.name }, made_at: '2025-11-01T08:00:00+08:00', records: 3812, attachments: 41, bytes: 18_000_000, newer: false, present: null }),
    })
    await person.click(screen.getByRole('button', { name: '从备份恢复' }))
    await person.click(await screen.findByRole('button', { name: '选 U 盘上的备份文件' }))
    await screen.findByText(/3812 条记录/u)
    await person.click(screen.getByRole('button', { name: '恢复' }))
    const job = api.of('backup.restore')[0]?.job ?? ''
    act(() => api.tell({ kind: 'progress', job, phase: '核对备份', done: 0, total: 0 }))
    expect(await screen.findByText('记录换过去以前还可以取消，换了就不能。')).toBeTruthy()
    expect(screen.getByRole('button', { name: '取消' })).toBeTruthy()
    act(() => api.tell({ kind: 'progress', job, phase: '附件', done: 10, total: 40 }))
    expect((await screen.findByRole('progressbar', { name: '正在恢复：附件' })).getAttribute('aria-valuenow')).toBe('25')
    expect(screen.queryByRole('button', { name: '取消' })).toBeNull()
    await person.keyboard('{Escape}')
    expect([screen.getByRole<HTMLButtonElement>('button', { name: '先不恢复' }).disabled, screen.queryByRole('progressbar') !== null]).toEqual([true, true])
  })

  it('go to a second place every day, and say when they did not come there', async () => {
    const { person, api } = open('safety', { 'backup.list': { backups: [], second: null, rehearsed: null }, 'shell.pick-folder': { path: 'D:\\备份' }, 'backup.place': { second: { folder: 'D:\\备份', at: '2025-11-24T08:12:00+08:00' } } })
    const choose = await screen.findByRole('button', { name: '指定第二个位置' })
    api.set('backup.list', { backups: [], second: { folder: 'D:\\备份', at: '2025-11-20T08:12:00+08:00', code: 'file-not-found' }, rehearsed: null })
    await person.click(choose)
    expect(await screen.findByText(/今天没有存进去/u)).toBeTruthy()
    expect(api.of('backup.place')).toEqual([{ folder: 'D:\\备份', job: expect.any(String) as string }])
  })

  it('say how far the way to the second place is, which can be called off', async () => {
    let end: (answer: Result<never>) => void = () => undefined
    const { person, api } = open('safety', {
      'backup.list': { backups: [], second: null, rehearsed: null }, 'shell.pick-folder': { path: 'D:\\备份' },
      'backup.place': () => new Promise<Result<never>>((answer) => { end = answer }), 'job.cancel': () => { end(fail('cancelled')); return ok({ asked: true as const }) },
    })
    await person.click(await screen.findByRole('button', { name: '指定第二个位置' }))
    await waitFor(() => expect(api.of('backup.place')).toHaveLength(1))
    const job = api.of('backup.place')[0]?.job ?? ''
    act(() => api.tell({ kind: 'progress', job, phase: '附件', done: 3, total: 4 }))
    expect((await screen.findByRole('progressbar', { name: '正在存到第二个位置：附件' })).getAttribute('aria-valuenow')).toBe('75')
    await person.click(screen.getByRole('button', { name: '取消' }))
    expect(await screen.findByText('已经取消，还和原来一样')).toBeTruthy()
  })

  it('say when the newest was last tried, and what to do where it would not open', async () => {
    const tried = { at: '2025-11-02T08:12:00+08:00', made_at: '2025-11-02T08:11:00+08:00', records: 3794 }
    open('safety', { 'backup.list': { backups: [], second: null, rehearsed: tried } })
    expect(await screen.findByText(/11月2日.*备份打得开，3794 条记录都在/u)).toBeTruthy()
    cleanup()
    open('safety', { 'backup.list': { backups: [], second: null, rehearsed: { ...tried, code: 'damaged' } } })
    expect(await screen.findByText(/备份打不开。请现在备份到 U 盘/u)).toBeTruthy()
  })

  it('do nothing when the dialog is closed', async () => {
    const { person, api } = open('safety', { 'shell.save-as': { path: null } })
    await person.click(screen.getByRole('button', { name: '备份到 U 盘' }))
    expect(api.of('backup.make')).toEqual([])
  })
})

describe('The password', () => {
  it('is changed only with the old one and two equal new ones', async () => {
    const { person, api } = open('safety', { 'office.password': ({ old }) => (old === 'Qinghe2025' ? ok({ changed: true as const }) : fail('wrong-password')) })
    await person.click(screen.getByRole('button', { name: '改密码' }))
    await person.type(screen.getByLabelText('现在的密码'), 'wrong')
    await person.type(screen.getByLabelText('新密码'), 'Shiqiao2026')
    await person.type(screen.getByLabelText('再输一遍'), 'Shiqiao202')
    const save = screen.getByRole<HTMLButtonElement>('button', { name: '改密码' })
    expect(save.disabled).toBe(true)
    await person.type(screen.getByLabelText('再输一遍'), '6')
    await person.click(save)
    expect(await screen.findByText('密码不对。')).toBeTruthy()
    await person.clear(screen.getByLabelText('现在的密码'))
    await person.type(screen.getByLabelText('现在的密码'), 'Qinghe2025{Enter}')
    expect(await screen.findByText('密码改好了。请把新密码写在纸上收好。')).toBeTruthy()
    expect(api.of('office.password').at(-1)).toEqual({ old: 'Qinghe2025', fresh: 'Shiqiao2026' })
  })
})

describe('The counting choices', () => {
  it('are kept at once, and put back when they cannot be', async () => {
    const { person, api } = open('choices', { 'settings.set': { settings: { ...defaultSettings, count_suspended: false }, ui: {} } })
    const box = await screen.findByLabelText<HTMLInputElement>(/暂停执行职务/u)
    await person.click(box)
    await waitFor(() => expect(api.of('settings.set')).toEqual([{ settings: { count_suspended: false } }]))
    expect(box.checked).toBe(false)
    api.set('settings.set', fail('disk-full'))
    await person.click(screen.getByLabelText(/用代表积分/u))
    await waitFor(() => expect(screen.getByText('硬盘满了，没有存进去。')).toBeTruthy())
    expect(screen.getByLabelText<HTMLInputElement>(/用代表积分/u).checked).toBe(false)
  })
})

describe('The bands of ages', () => {
  const bands = () => screen.findByRole('textbox', { name: /代表年龄分段/u })
  const answers: Answers = { 'settings.get': { settings: { ...defaultSettings, age_bands: '35,45,55,60' }, ui: {} }, 'settings.set': ({ settings }) => ok({ settings: { ...defaultSettings, ...settings }, ui: {} }) }

  it('are set by the oldest age of each, told in words, and the last one is open', async () => {
    const { person, api } = open('choices', answers)
    const box = await bands()
    expect(screen.getByText('每段的最大年龄。现在分成：35岁及以下、36–45、46–55、56–60、61岁及以上。')).toBeTruthy()
    await person.clear(box)
    await person.type(box, '40，59')
    await person.tab()
    expect(await screen.findByText('每段的最大年龄。现在分成：40岁及以下、41–59、60岁及以上。')).toBeTruthy()
    expect(api.of('settings.set')).toEqual([{ settings: { age_bands: '40,59' } }])
  })

  it('stay as they are when somebody types what is none, and say what is wanted', async () => {
    const { person, api } = open('choices', answers)
    for (const typed of ['59,40', '五十', '17', '']) {
      const box = await bands()
      await person.clear(box)
      if (typed !== '') await person.type(box, typed)
      await person.tab()
      expect((await screen.findAllByText(/年龄分段没有改：要从小到大写两位数的年龄/u)).length).toBeGreaterThan(0)
      expect((box as HTMLInputElement).value).toBe('35,45,55,60')
    }
    expect(api.of('settings.set')).toEqual([])
  })
})

describe('The rules', () => {
  it('show their value, who says so and whether it was checked', async () => {
    open('rules')
    const row = (await screen.findByText('建议答复（一般）')).closest('tr')
    expect([...(row?.cells ?? [])].map((cell) => cell.textContent)).toEqual(['建议答复（一般）', '3个月交办后3个月', '法律　代表法第51条', '已核对 2025年4月19日', '修改'])
    expect(within(screen.getByRole('table')).queryByText(/^[a-z]+\./u)).toBeNull()
  })
})

describe('Checking the data', () => {
  it('says what is not in order and puts right what can be', async () => {
    const finding = { check: 'rows', ok: false, count: 2, fixed: 0, detail: 'typed rows', ids: ['rec-1'] }
    const { person, api } = open('safety', { 'doctor.run': ({ fix }) => ({ ok: fix === true, findings: [fix === true ? { ...finding, fixed: 2 } : finding] }) })
    await person.click(screen.getByRole('button', { name: '检查一遍' }))
    expect(await screen.findByText('列表和记录不一致（2 处）')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '修好能修的' }))
    expect(await screen.findByText('都完好')).toBeTruthy()
    expect(api.of('doctor.run')).toEqual([{ job: expect.any(String) as string }, { fix: true, job: expect.any(String) as string }])
  })
})

describe('Checking the data for long', () => {
  it('says which of all checks it is at and can be called off', async () => {
    let end: (answer: Result<never>) => void = () => undefined
    const { person, api } = open('safety', { 'doctor.run': () => new Promise<Result<never>>((answer) => { end = answer }), 'job.cancel': { asked: true } })
    await person.click(screen.getByRole('button', { name: '检查一遍' }))
    const job = api.of('doctor.run')[0]?.job ?? ''
    act(() => api.tell({ kind: 'progress', job, phase: '记录', done: 9, total: 18 }))
    expect((await screen.findByRole('progressbar', { name: '正在检查：记录' })).getAttribute('aria-valuenow')).toBe('50')
    await person.click(screen.getByRole('button', { name: '取消' }))
    // Until the check that runs is through.
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '正在停下…' }).disabled).toBe(true)
    act(() => { end(fail('cancelled')) })
    expect(await screen.findByText('已经停下，没有检查完')).toBeTruthy()
    expect([api.of('job.cancel'), screen.queryByText('都完好')]).toEqual([[{ job }], null])
  })
})

describe('The office', () => {
  it('is shown with its pairing and leads to the lists behind it', async () => {
    const { person } = open('office')
    expect(screen.getByText(`已和${town.paired?.county ?? ''}配对`)).toBeTruthy()
    await person.click(screen.getByRole('button', { name: /^单位名册/u }))
    expect(useNavigation.getState().now).toEqual({ screen: 'list', type: 'organisation' })
  })

  it('is paired once more by a new slip of its county, which leaves the records alone', async () => {
    const { person, api } = open('office')
    api.set('shell.pick-file', { path: 'E:\\加入.zpk' })
    api.set('exchange.join', { county: { code: '339901', name: '望川县' }, fingerprint: '7730 1846 2905' })
    await person.click(screen.getByRole('button', { name: '用新纸条重新配对' }))
    const dialog = await screen.findByRole('dialog', { name: '用新纸条重新配对' })
    await person.click(within(dialog).getByRole('button', { name: '选配对文件' }))
    await person.type(within(dialog).getByLabelText('照纸条输入配对码'), makeCode(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8])))
    await waitFor(() => expect(within(dialog).getByRole<HTMLButtonElement>('button', { name: '配对' }).disabled).toBe(false))
    await person.click(within(dialog).getByRole('button', { name: '配对' }))
    await waitFor(() => expect(useNotices.getState().list.at(-1)?.text).toBe('已照新纸条重新配对，记录没有动'))
    expect(api.of('exchange.join')).toHaveLength(1)
    expect(screen.queryByRole('dialog')).toBeNull()
  })
})
