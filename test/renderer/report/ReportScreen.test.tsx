import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import ReportScreen from '../../../renderer/screens/report/ReportScreen'
import { yearAtFirst } from '../../../renderer/screens/report/report-year'
import { useNavigation } from '../../../renderer/state/navigation'
import { fail, ok } from '../../../shared/result'
import type { Answers } from '../support/fake-api'
import { townAnswers } from '../support/sample'
import { report } from '../support/sample-figures'
import { show } from '../support/show'

const file = (path: string) => ({ path, kind: 'docx', sha256: '', bytes: 41_000 })
const answers: Answers = {
  ...townAnswers, 'report.preview': report, 'shell.documents': { path: 'D:\\文件' }, 'shell.open': { opened: true },
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
    expect(api.of('report.make')).toEqual([{ year: 2025, out: 'D:\\文件', kinds: ['annual', 'table'] }])
    expect(api.of('shell.open')).toEqual([{ path: 'D:\\文件\\annual.docx' }, { path: 'D:\\文件\\annual.docx', folder: true }])
  })

  it('shows its text before it is made, with the gaps marked', async () => {
    open()
    expect(await screen.findByText('全年收到代表建议、批评和意见52件，立案办理52件。')).toBeTruthy()
    expect(screen.getAllByText('【待补】').map((mark) => mark.tagName)).toEqual(['MARK'])
  })

  it('leads to where a gap is filled in', async () => {
    const { person } = open()
    await screen.findByText('主席姓名（单位档案）')
    expect(screen.getByText('在 Word 里填').parentElement?.textContent).toContain('存在的问题')
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

  it('says why it was not made and keeps what was chosen', async () => {
    const { person } = open({ 'report.make': fail('disk-full') })
    await person.click(screen.getByLabelText('建议办理情况报告'))
    await person.click(await make())
    await screen.findByRole('alert')
    expect((screen.getByLabelText('建议办理情况报告') as HTMLInputElement).checked).toBe(true)
  })

  it('speaks of the last year until March', () => {
    expect([yearAtFirst('2026-01-08'), yearAtFirst('2026-03-31'), yearAtFirst('2026-04-01')]).toEqual([2025, 2025, 2026])
  })
})
