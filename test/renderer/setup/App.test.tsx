import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { App } from '../../../renderer/App'
import { openOffice } from '../../../renderer/state/session'
import { notify } from '../../../renderer/state/notices'
import { fail, ok } from '../../../shared/result'
import { stateOf, town, townAnswers } from '../support/sample'
import { show } from '../support/show'
import type { Answers } from '../support/fake-api'

const closed = { ...stateOf(town), office: null, names: [] }
const start = (answers: Answers) => show(<App />, { ...townAnswers, ...answers }, null)

describe('The first start', () => {
  it('leads from an empty computer to the home page in two pages', async () => {
    const { person, api } = start({ 'office.state': { ...closed, phase: 'new' }, 'office.init': { office: town } })
    await person.type(await screen.findByLabelText('区划代码'), '339901103')
    expect(screen.getByLabelText<HTMLSelectElement>('省份').value).toBe('浙江')
    await person.type(screen.getByLabelText('乡镇名称'), '青禾镇')
    await person.type(screen.getByLabelText('第几届'), '19')
    await person.type(screen.getByLabelText('本届开始'), '2021.12.20')
    await person.type(screen.getByLabelText('代表名额'), '60')
    await person.type(screen.getByLabelText('您的姓名'), '周维安{Enter}')
    await person.type(await screen.findByLabelText('打开密码'), 'Qinghe2025')
    await person.type(screen.getByLabelText('再输一遍'), 'Qinghe2025')
    await person.click(screen.getByLabelText('我已经把密码写在纸上收好了'))
    await person.click(screen.getByRole('button', { name: '开始使用' }))
    expect(await screen.findByRole('heading', { name: '首页' })).toBeTruthy()
    expect(api.of('office.init')).toEqual([{
      role: 'town', code: '339901103', name: '青禾镇', province: '浙江', password: 'Qinghe2025', by: '周维安', term: 19, term_start: '2021-12-20', quota: 60,
      began_on: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/u) as string,
    }])
  })

  it('keeps the text as large as somebody with reading glasses made it on the first page, for the next start too', async () => {
    const { person, api } = start({ 'office.state': { ...closed, phase: 'new' }, 'office.init': { office: town } })
    await person.click(await screen.findByRole('button', { name: '字号：标准' }))
    expect(api.of('settings.set')).toEqual([])
    act(() => { openOffice(town) })
    await waitFor(() => { expect(api.of('settings.set')).toEqual([{ ui: { font_size: 'large' } }]) })
    expect(await screen.findByRole('button', { name: '字号：大' })).toBeTruthy()
  })

  it('stops at a wrong code with the cursor in it, and keeps all that was typed', async () => {
    const { person, api } = start({ 'office.state': { ...closed, phase: 'new' } })
    await person.type(await screen.findByLabelText('乡镇名称'), '青禾镇')
    await person.type(screen.getByLabelText('区划代码'), '33990110')
    await person.click(screen.getByRole('button', { name: '下一步' }))
    expect(document.activeElement).toBe(screen.getByLabelText('区划代码'))
    expect(screen.getByText('乡镇的代码是 9 位，现在是 8 位。')).toBeTruthy()
    expect([screen.getByLabelText<HTMLInputElement>('乡镇名称').value, api.of('office.init')]).toEqual(['青禾镇', []])
  })

  it('does not begin before the password is said to be on paper, and says a full disk without losing the form', async () => {
    const { person, api } = start({ 'office.state': { ...closed, phase: 'new' }, 'office.init': fail('disk-full') })
    await person.click(await screen.findByRole('radio', { name: '县人大（汇总各镇）' }))
    await person.type(screen.getByLabelText('区划代码'), '339901')
    await person.type(screen.getByLabelText('县（市、区）名称'), '望川县')
    await person.type(screen.getByLabelText('您的姓名'), '梁静宜{Enter}')
    await person.type(await screen.findByLabelText('打开密码'), 'Wangchuan25')
    await person.type(screen.getByLabelText('再输一遍'), 'Wangchuan25{Enter}')
    expect([screen.getByText('请先把密码写在纸上，再勾选。') !== null, api.of('office.init')]).toEqual([true, []])
    await person.click(screen.getByLabelText('我已经把密码写在纸上收好了'))
    await person.click(screen.getByRole('button', { name: '开始使用' }))
    expect(await screen.findByText('硬盘满了，没有存进去。')).toBeTruthy()
    expect(screen.getByLabelText<HTMLInputElement>('打开密码').value).toBe('Wangchuan25')
  })
})

describe('Unlocking', () => {
  it('says a wrong password beside the field and opens with the right one', async () => {
    const { person } = start({
      'office.state': { ...closed, phase: 'locked', names: ['周维安'] },
      'office.unlock': ({ password }) => (password === 'Qinghe2025' ? ok({ office: town }) : fail('wrong-password')),
    })
    const field = await screen.findByLabelText('密码')
    await person.type(field, 'qinghe{Enter}')
    expect(await screen.findByText('密码不对。')).toBeTruthy()
    await person.clear(field)
    await person.type(field, 'Qinghe2025{Enter}')
    expect(await screen.findByRole('heading', { name: '首页' })).toBeTruthy()
  })

  it('says once that the program is another one, and shows what is new', async () => {
    const { person } = start({ 'office.state': { ...closed, phase: 'locked', names: ['周维安'] }, 'office.unlock': { office: { ...town, updated_from: '0.0.9' } } })
    await person.type(await screen.findByLabelText('密码'), 'Qinghe2025{Enter}')
    await person.click(await screen.findByRole('button', { name: '看新版本有什么' }))
    expect(await screen.findByRole('heading', { name: '新版本有什么' })).toBeTruthy()
    expect(screen.queryByText(/软件已从 0.0.9 换成/u)).toBeNull()
  })

  it.each([[true, /已经接着办完，以后由李建国记。恢复单没有来得及印，以前的作废，请重新打印两张。/u], [false, /什么都没有变，密码还是原来的，请再办一次。/u]])('says what became of a handover that the power cut off (done: %s)', async (done, words) => {
    const { person } = start({ 'office.state': { ...closed, phase: 'locked', names: ['周维安'] }, 'office.unlock': { office: { ...town, handover: { by: '李建国', done } } } })
    await person.type(await screen.findByLabelText('密码'), 'Qinghe2025{Enter}')
    expect(await screen.findByText(words)).toBeTruthy()
    expect(screen.queryByRole('button', { name: '去打印' }) !== null).toBe(done)
  })

  it('shows nobody at the locked door what was said about a record', async () => {
    const { api } = start({})
    await screen.findByRole('heading', { name: '首页' })
    act(() => { notify({ tone: 'late', text: '陈国梁的记录没有存进去' }) })
    expect(screen.getByText('陈国梁的记录没有存进去')).toBeTruthy()
    act(() => api.tell({ kind: 'locked', why: 'idle' }))
    await screen.findByLabelText('密码')
    expect(screen.queryByText('陈国梁的记录没有存进去')).toBeNull()
  })

  it('comes back by itself when the store locks, and says that nothing was lost', async () => {
    const { api } = start({})
    await screen.findByRole('heading', { name: '首页' })
    act(() => api.tell({ kind: 'locked', why: 'crashed' }))
    expect(await screen.findByText('软件内部重新启动过，请再输一次密码。没写完的都存着。')).toBeTruthy()
  })
})

describe('A store that does not open', () => {
  it.each([
    ['damaged', '文件损坏了。', '从备份恢复'], ['in-use', '另一个窗口正在使用这份数据。', '再试一次'], ['disk-full', '硬盘满了，没有存进去。', '再试一次'],
    ['newer-version', '这份数据是更新版本的软件建的。', '再试一次'], ['read-only', '数据所在的文件夹不让写。', '再试一次'],
  ] as const)('%s: says what happened, offers the way back and never to delete', async (code, sentence, button) => {
    start({ 'office.state': { ...closed, phase: 'failed', failure: { code } } })
    expect(await screen.findByText(sentence)).toBeTruthy()
    const buttons = screen.getAllByRole('button').map((one) => one.textContent)
    expect(buttons).toContain(button)
    expect(buttons.filter((words) => /删|清空|重建/u.test(words ?? ''))).toEqual([])
  })

  it('opens after the cause is gone, without a restart', async () => {
    const { person, api } = start({ 'office.state': { ...closed, phase: 'failed', failure: { code: 'in-use' } } })
    const again = await screen.findByRole('button', { name: '再试一次' })
    api.set('office.state', stateOf(town))
    await person.click(again)
    expect(await screen.findByRole('heading', { name: '首页' })).toBeTruthy()
  })

  it('restores a backup: the file, its password, what came back', async () => {
    const { person, api } = start({
      'office.state': { ...closed, phase: 'failed', failure: { code: 'damaged' } }, 'shell.pick-file': { path: 'E:\\青禾镇备份20251101.zrb' },
      'backup.list': { backups: [{ file: 'C:\\data\\backups\\20251123-080000-daily.zrb', bytes: 1, made_at: '2025-11-23T08:00:00+08:00', records: 3900, attachments: 0 }], second: null, rehearsed: null },
      'backup.look': ({ file }) => ok({ file, office: { role: 'town', code: town.code, name: town.name }, made_at: '2025-11-01T08:00:00+08:00', records: 3812, attachments: 41, bytes: 18_000_000, newer: false, present: { code: town.code, records: 3830 } }),
      'backup.restore': { records: 3812, made_at: '2025-11-01T08:00:00+08:00' },
    })
    await person.click(await screen.findByRole('button', { name: '从备份恢复' }))
    expect(await screen.findByLabelText(/3900 条/u)).toBeTruthy()
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '恢复' }).disabled).toBe(true)
    await person.click(screen.getByRole('button', { name: '选 U 盘上的备份文件' }))
    await screen.findByText('E:\\青禾镇备份20251101.zrb')
    expect(await screen.findByText(/比现在少 18 条/u)).toBeTruthy()
    await person.type(screen.getByLabelText('做备份时的密码'), 'Qinghe2025')
    await person.click(screen.getByRole('button', { name: '恢复' }))
    expect(await screen.findByText('恢复了 3812 条记录。')).toBeTruthy()
    expect(api.of('backup.restore')).toEqual([{ file: 'E:\\青禾镇备份20251101.zrb', password: 'Qinghe2025', job: expect.any(String) as string }])
    api.set('office.state', { ...closed, phase: 'locked' })
    await person.click(screen.getByRole('button', { name: '用密码打开' }))
    await waitFor(() => expect(screen.getByLabelText('密码')).toBeTruthy())
  })
})
