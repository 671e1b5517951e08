import { act, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import ReportScreen from '../../../renderer/screens/report/ReportScreen'
import { yearAtFirst } from '../../../renderer/screens/report/report-year'
import { useWhy } from '../../../renderer/state/ask-why'
import { useNavigation } from '../../../renderer/state/navigation'
import { useNotices } from '../../../renderer/state/notices'
import { fail, ok, type Failure } from '../../../shared/result'
import type { Answers } from '../support/fake-api'
import { townAnswers } from '../support/sample'
import { report } from '../support/sample-figures'
import { compared, signed } from '../support/sample-report'
import { show } from '../support/show'

const file = (path: string) => ({ path, kind: 'docx', sha256: '', bytes: 41_000 })
const answers: Answers = {
  ...townAnswers, 'report.draft': report, 'report.frozen': signed, 'report.compare': compared, 'shell.documents': { path: 'D:\\文件' }, 'shell.open': { opened: true },
  'report.make': ({ kinds }) => ok({ files: (kinds ?? []).map((kind) => file(`D:\\文件\\${kind}.docx`)), missing: report.missing }),
  'report.html': ({ kind }) => ok({ html: `<p>${kind}</p>`, name: `${kind}.pdf` }), 'shell.pdf': ({ path }) => ok({ path, bytes: 9000 }),
}
const open = (more: Answers = {}) => show(<ReportScreen route={{ screen: 'annual-report' }} />, { ...answers, ...more })
const make = async () => {
  const button = await screen.findByRole('button', { name: '生成年度报告' })
  await waitFor(() => expect((button as HTMLButtonElement).disabled).toBe(false))
  return button
}

describe('The annual report', () => {
  it('is made with one press on its page, and each file opens', async () => {
    const { person, api } = open()
    await person.click(await make())
    await person.click(await screen.findByRole('button', { name: '打开 annual.docx' }))
    await person.click(screen.getByRole('button', { name: '打开文件夹' }))
    expect(api.of('report.make')).toEqual([{ year: 2025, out: 'D:\\文件', kinds: ['annual', 'table'], job: expect.any(String) as string }])
    expect(api.of('shell.open')).toEqual([{ path: 'D:\\文件\\annual.docx' }, { path: 'D:\\文件\\annual.docx', folder: true }])
  })

  it('shows its text before it is made, with the gaps marked', async () => {
    open()
    expect(await screen.findByText(/主席团还组织代表回访了三个村/u)).toBeTruthy()
    expect(screen.getAllByText('【待补】').map((mark) => mark.tagName)).toEqual(['MARK', 'MARK'])
  })

  it('leads to where a gap is filled in', async () => {
    const { person } = open()
    await screen.findByText('主席姓名（单位档案）')
    await person.click(screen.getByRole('button', { name: '在文中写存在的问题' }))
    expect((screen.getByLabelText('这一段') as HTMLTextAreaElement).value).toContain('【待补】')
    await person.click(screen.getByRole('button', { name: '去填单位档案' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'settings', part: 'office' })
  })

  it('is also made as PDF on wish, into the same folder', async () => {
    const { person, api } = open()
    await person.click(screen.getByLabelText('每份另存一份 PDF'))
    await person.click(screen.getByLabelText('统计表'))
    await person.click(await make())
    await screen.findByText('annual.pdf')
    expect(api.of('shell.pdf')).toEqual([{ path: 'D:\\文件\\annual.pdf', html: '<p>annual</p>' }])
  })

  it('remembers the folder that was chosen', async () => {
    const { person, api } = open({ 'shell.pick-folder': { path: 'E:\\年报' } })
    await make()
    await person.click(screen.getByRole('button', { name: '换文件夹' }))
    await person.click(await make())
    await waitFor(() => expect(api.of('report.make')[0]?.out).toBe('E:\\年报'))
    expect(api.of('settings.set')).toEqual([{ ui: { out_folder: 'E:\\年报' } }])
  })

  it('says that the one which somebody had worked on was put aside, and under which name', async () => {
    const { person } = open({ 'report.make': { files: [{ ...file('D:\\文件\\annual.docx'), aside: 'D:\\文件\\annual（改过的）.docx' }], missing: [] } })
    await person.click(await make())
    expect(await screen.findByText('原来那份有人改过，没有覆盖，改名为“annual（改过的）.docx”留在旁边')).toBeTruthy()
  })

  it('says why it was not made and keeps what was chosen', async () => {
    const { person } = open({ 'report.make': fail('disk-full') })
    await person.click(screen.getByLabelText('建议办理情况报告'))
    await person.click(await make())
    await screen.findByRole('alert')
    expect((screen.getByLabelText('建议办理情况报告') as HTMLInputElement).checked).toBe(true)
  })

  it('says of every number in the text where it comes from', async () => {
    const { person } = open()
    await person.click((await screen.findAllByTitle('这个数怎么来的'))[1]!)
    expect(useWhy.getState().asked).toEqual({ of: 'figure', input: { from: '2025-01-01', to: '2025-11-24', indicator: 'B5.02' } })
  })

  it('is written in paragraph by paragraph', async () => {
    const { person, api } = open({ 'report.edit': ({ key }) => ok({ key }) })
    await person.click(await screen.findByRole('button', { name: /^改这一段：全年收到代表建议/u }))
    const box = screen.getByLabelText('这一段') as HTMLTextAreaElement
    expect(box.value).toBe('全年收到代表建议、批评和意见52件，立案办理52件。')
    await person.type(box, '件件有回音。')
    await person.click(screen.getByRole('button', { name: '在后面加一段' }))
    await person.type(screen.getByLabelText('加的一段'), '还办了三件实事。')
    await person.click(screen.getByRole('button', { name: '保存' }))
    await waitFor(() => expect(api.of('report.edit')).toEqual([
      { year: 2025, key: 'suggestions.0', text: '全年收到代表建议、批评和意见52件，立案办理52件。件件有回音。' }, { year: 2025, key: 'suggestions.0', after: true, text: '还办了三件实事。' },
    ]))
    expect(screen.queryByLabelText('这一段')).toBeNull()
  })

  it('keeps what is being typed when the screen is left and come back to', async () => {
    const { person, unmount } = open()
    await person.click(await screen.findByRole('button', { name: /^改这一段：在看到成绩/u }))
    await person.type(screen.getByLabelText('这一段'), '未写完')
    unmount()
    open()
    await person.click(await screen.findByRole('button', { name: /^改这一段：在看到成绩/u }))
    expect((screen.getByLabelText('这一段') as HTMLTextAreaElement).value).toContain('未写完')
    await person.click(screen.getByRole('button', { name: '不改了' }))
  })

  it('is signed off by name, and then tells what changed since', async () => {
    const { person, api } = open({ 'report.freeze': () => ok({ report: signed.reports[0]! }) })
    await person.click(await screen.findByRole('button', { name: '签发定稿…' }))
    expect(screen.getByText(/还有 3 处【待补】/u)).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '签发' }))
    await waitFor(() => expect(api.of('report.freeze')).toEqual([{ year: 2025, signer: '周维安', signed_on: '2025-11-24' }]))
  })

  it('once signed is read only, and lists figures and records that are other ones today', async () => {
    const { person, api } = open({ 'report.draft': { ...report, frozen: { id: 'd1', signed_on: '2026-01-20', signer: '周维安' } } })
    await person.click(await screen.findByRole('button', { name: '看定稿后的变更' }))
    expect((await screen.findByText('组织代表活动次数', { selector: 'td' })).closest('tr')?.textContent).toBe('组织代表活动次数46 次47 次')
    expect(screen.getByText('当时没有')).toBeTruthy()
    expect(screen.getByText('周维安，2025年1月10日签发，数算到2025年1月10日')).toBeTruthy()
    expect([screen.getByText('定稿时叫“19-4-005 关于老街通天然气的建议”'), screen.getByText('王敏，2025年2月3日改的')].length).toBe(2)
    expect(api.of('report.compare')).toEqual([{ id: 'd1' }])
    expect(screen.queryByRole('button', { name: /^改这一段/u })).toBeNull()
  })

  it('puts the year into one folder with one press', async () => {
    const { person, api } = open({ 'report.folder': { path: 'D:\\文件\\台账', files: 9, records: 40, attachments: 2, absent: [] } })
    await make()
    await person.click(screen.getByRole('button', { name: '整理查阅台账（一个文件夹）' }))
    await waitFor(() => expect(api.of('report.folder')).toEqual([{ from: '2025-01-01', to: '2025-11-24', out: 'D:\\文件', job: expect.any(String) as string }]))
  })

  it('says how far the folder is, and calls it off', async () => {
    let end: (answer: Failure) => void = () => undefined
    const { person, api } = open({ 'job.cancel': () => { end(fail('cancelled')); return { asked: true } }, 'report.folder': () => new Promise((done) => { end = done }) })
    await make()
    await person.click(screen.getByRole('button', { name: '整理查阅台账（一个文件夹）' }))
    await waitFor(() => expect(api.of('report.folder')).toHaveLength(1))
    const job = api.of('report.folder')[0]?.job ?? ''
    act(() => api.tell({ kind: 'progress', job, phase: '代表活动', done: 3, total: 12 }))
    expect((await screen.findByRole('progressbar', { name: '正在整理：代表活动' })).getAttribute('aria-valuenow')).toBe('25')
    await person.click(screen.getByRole('button', { name: '取消' }))
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull())
    expect([api.of('job.cancel'), useNotices.getState().list.map((one) => one.text)]).toEqual([[{ job }], ['已经取消，什么都没有留下']])
  })

  it('speaks of the last year until March', () => {
    expect([yearAtFirst('2026-01-08'), yearAtFirst('2026-03-31'), yearAtFirst('2026-04-01')]).toEqual([2025, 2025, 2026])
  })
})
