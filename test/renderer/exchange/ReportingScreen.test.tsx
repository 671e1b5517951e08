/** What 上报 says and does, state by state; one file because all share one window with its canned answers. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import ReportingScreen from '../../../renderer/screens/exchange/ReportingScreen'
import { clearRun } from '../../../renderer/screens/exchange/run'
import { nextDue } from '../../../renderer/screens/exchange/Standing'
import { resetPlace } from '../../../renderer/screens/exchange/use-place'
import { useNavigation } from '../../../renderer/state/navigation'
import { useNotices } from '../../../renderer/state/notices'
import type { OutputOf } from '../../../shared/contract'
import { makeCode } from '../../../shared/exchange/slip-code'
import { fail, ok, type Result } from '../../../shared/result'
import type { Answers } from '../support/fake-api'
import { townAnswers } from '../support/sample'
import { conflicts, reporting, stick } from '../support/sample-figures'
import { show } from '../support/show'

type Made = OutputOf<'exchange.export'>
const made: Made = { file: 'E:\\镇县数据\\望川县\\上报\\p12.zpk', id: 'p12', pseq: 12, counts: {}, check: 'read-back', bytes: 18_000_000 }
const answers: Answers = {
  ...townAnswers, 'exchange.state': reporting, 'shell.drives': { drives: [stick] }, 'exchange.scan': { files: [] }, 'exchange.sheet': { key: null }, 'exchange.conflicts': { items: [] }, 'exchange.export': made, 'job.cancel': { asked: true },
  'record.page': ({ id }) => ok({
    record: { id, type: 'person', org: '339901103', version: 'v', fields: { edu: '31' }, deleted: false }, title: id, titles: {}, steps: [], children: [], incomplete: [], doubtful: [], todos: [], versions: 1, at_county: true,
  }),
}
const open = (more: Answers = {}) => show(<ReportingScreen route={{ screen: 'report' }} />, { ...answers, ...more })
const ready = async (name: string | RegExp) => {
  const button = await screen.findByRole('button', { name })
  await waitFor(() => expect((button as HTMLButtonElement).disabled).toBe(false))
  return button
}

beforeEach(() => {
  clearRun()
  resetPlace()
})

describe('Reporting', () => {
  it('takes one press on its page and says when the stick may be pulled out', async () => {
    const { person, api } = open()
    await person.click(await ready('上报到 U 盘'))
    expect(await screen.findByText('第 12 包已写好并读回核对。')).toBeTruthy()
    expect(api.of('exchange.export')).toEqual([{ to: 'E:\\', there: true, job: expect.any(String) }])
  })

  it('takes the stick off and says clearly that it may be pulled out', async () => {
    const { person, api } = open({ 'shell.eject': { out: true } })
    await person.click(await ready('上报到 U 盘'))
    await person.click(await ready('安全移除 U 盘'))
    expect(await screen.findByText('可以拔了')).toBeTruthy()
    expect(api.of('shell.eject')).toEqual([{ path: 'E:\\' }])
  })

  it('says to wait while the stick is in use, and what to do where the system cannot take it off', async () => {
    const { person, api } = open({ 'shell.eject': fail('in-use', { detail: { on: 'stick', at: 'eject' } }) })
    await person.click(await ready('上报到 U 盘'))
    await person.click(await ready('安全移除 U 盘'))
    expect(await screen.findByText('U 盘还在用，现在不能拔。')).toBeTruthy()
    api.set('shell.eject', { out: false })
    await person.click(await ready('安全移除 U 盘'))
    expect(await screen.findByText('请手动移除')).toBeTruthy()
    expect(screen.queryByText('可以拔了')).toBeNull()
  })

  it('offers no safe removal of a folder', async () => {
    const { person } = open({ 'shell.drives': { drives: [] }, 'shell.pick-folder': { path: 'C:\\上报' } })
    await person.click(await ready('写到别的位置'))
    await person.click(await ready('上报到 U 盘'))
    await screen.findByText('第 12 包已写好并读回核对。')
    expect(screen.queryByRole('button', { name: '安全移除 U 盘' })).toBeNull()
  })

  it('says honestly when the package could not be read back', async () => {
    const { person } = open({ 'exchange.export': { ...made, check: 'none' } })
    await person.click(await ready('上报到 U 盘'))
    expect(await screen.findByText('第 12 包已写好，没有读回核对。')).toBeTruthy()
  })

  it('shows its steps in the place of the button and can be stopped', async () => {
    let finish: (answer: Result<Made>) => void = () => undefined
    const { person, api } = open({ 'exchange.export': () => new Promise<Result<Made>>((done) => { finish = done }) })
    await person.click(await ready('上报到 U 盘'))
    const job = api.of('exchange.export')[0]?.job ?? ''
    act(() => api.tell({ kind: 'progress', job, phase: 'write', done: 9_000_000, total: 18_000_000 }))
    expect(screen.getByRole('progressbar', { name: '正在写入 U 盘，请不要拔' }).getAttribute('aria-valuenow')).toBe('58')
    expect(screen.queryByRole('button', { name: '上报到 U 盘' })).toBeNull()
    await person.click(screen.getByRole('button', { name: '取消' }))
    expect(api.of('job.cancel')).toEqual([{ job }])
    act(() => finish(fail('cancelled')))
    await ready('上报到 U 盘')
    expect(useNotices.getState().list.map((notice) => notice.text)).toEqual(['已经取消，什么都没有改'])
  })

  it('goes on while something else is looked up', async () => {
    let finish: (answer: Result<Made>) => void = () => undefined
    const { person, unmount } = open({ 'exchange.export': () => new Promise<Result<Made>>((done) => { finish = done }) })
    await person.click(await ready('上报到 U 盘'))
    unmount()
    finish(ok(made))
    open()
    expect(await screen.findByText('第 12 包已写好并读回核对。')).toBeTruthy()
  })

  it('says what went wrong in one sentence, with one button that tries again', async () => {
    const { person, api } = open({ 'exchange.export': fail('stick-removed') })
    await person.click(await ready('上报到 U 盘'))
    expect(await screen.findByText('U 盘不在了，没有写完。')).toBeTruthy()
    api.set('exchange.export', made)
    await person.click(screen.getByRole('button', { name: '插回 U 盘，重写一遍' }))
    expect(await screen.findByText('第 12 包已写好并读回核对。')).toBeTruthy()
  })

  it('asks how many of the attachments go along where they are above 500 MB, and never leaves a record behind', async () => {
    const { person, api } = open({ 'exchange.state': { ...reporting, unsent: { ...reporting.unsent, files: 240, bytes: 640_000_000 } } })
    await person.click(await ready('上报到 U 盘'))
    expect((await screen.findByRole('dialog', { name: '附件很多，这次带多少？' })).textContent).toContain('记录一条不少')
    expect(api.of('exchange.export')).toEqual([])
    await person.click(screen.getByRole('button', { name: '先带最新的 500 MB' }))
    await screen.findByText('第 12 包已写好并读回核对。')
    expect(api.of('exchange.export')[0]).toMatchObject({ attachments_mb: 500 })
  })

  it('waits for a stick and takes a folder instead', async () => {
    const { person, api } = open({ 'shell.drives': { drives: [] }, 'shell.pick-folder': { path: 'C:\\上报' } })
    expect(await screen.findByText('还没有插 U 盘')).toBeTruthy()
    expect((screen.getByRole('button', { name: '上报到 U 盘' }) as HTMLButtonElement).disabled).toBe(true)
    await person.click(screen.getByRole('button', { name: '写到别的位置' }))
    await person.click(await ready('上报到 U 盘'))
    await waitFor(() => expect(api.of('exchange.export')[0]?.to).toBe('C:\\上报'))
  })

  it('makes no package where the county has everything, unless asked', async () => {
    const { person, api } = open({ 'exchange.state': { ...reporting, unsent: { records: 0, since: null, files: 0, bytes: 0, groups: [] } } })
    expect(await screen.findByText('县里都有了，现在不用上报')).toBeTruthy()
    await person.click(await ready('仍然做一包'))
    await waitFor(() => expect(api.of('exchange.export')[0]).toMatchObject({ always: true }))
  })

  it('of a new computer does not read receipts that were made for the one before it: they would not open', async () => {
    const found = (name: string, created: string) => ({ path: `E:\\${name}.zpk`, name: `${name}.zpk`, bytes: 1, state: 'new' as const, created })
    const [sent] = reporting.packages
    const { person, api } = open({
      'exchange.state': { ...reporting, paired: { ...reporting.paired!, accepted: false, another: true }, packages: [{ ...sent!, state: 'WRITTEN', made_at: '2025-11-20T02:00:00Z' }] },
      'exchange.scan': { files: [found('旧的', '2025-11-01T02:00:00Z'), found('给它的', '2025-11-21T02:00:00Z')] },
      'exchange.import': { files: [{ file: 'E:\\给它的.zpk', state: 'COMMITTED' }] },
    })
    expect(await screen.findByText('U 盘上有县里的回执 1 份。')).toBeTruthy()
    await person.click(await ready('上报到 U 盘'))
    await waitFor(() => expect(api.of('exchange.import').map(({ files }) => files)).toEqual([['E:\\给它的.zpk']]))
  })

  it('asks with its first package to be admitted, where the town\'s records come from the county and nothing was entered yet', async () => {
    const unsent = { records: 0, since: null, files: 0, bytes: 0, groups: [] }
    open({ 'exchange.state': { ...reporting, paired: { ...reporting.paired!, accepted: false, another: true }, unsent, next_pseq: 1 } })
    expect(await screen.findByText('：请县里准许这台电脑', { exact: false })).toBeTruthy()
    expect(await ready('上报到 U 盘')).toBeTruthy()
    expect(screen.queryByText('看清单')).toBeNull()
  })

  it('says when the county has everything what was handed in last, what came back, and by when the next is due', async () => {
    const unsent = { records: 0, since: null, files: 0, bytes: 0, groups: [] }
    const packages = reporting.packages.map((one) => ({ ...one, answered_on: '2025-10-29' }))
    open({ 'exchange.state': { ...reporting, unsent, packages, late_after: 60 } })
    expect([...(await screen.findByText('上次上报')).closest('dl')!.children].map((one) => one.textContent)).toEqual([
      '上次上报', '第 11 包，10月27日 9:00，28 天前', '县里回执', '10月29日读入，接收 118 条', '下次上报', '2025年12月26日前，还有 32 天　县里 60 天没收到就算超期',
    ])
    expect([nextDue({ packages, late_after: null }), nextDue({ packages: [], late_after: 60 })]).toEqual([null, null])
  })

  it('says what waits as people count it, and that more hangs on it', async () => {
    open()
    expect(await screen.findByText('件事，10月25日以后')).toBeTruthy()
    const card = screen.getByRole('region', { name: '上报情况' })
    expect(card.textContent).toContain('22件事')
    expect(card.textContent).toContain('活动 7 次建议 5 件主席团会议 1 次连同点名、明细共 61 条')
    expect(await screen.findByText('：群众反映 9 件、活动 7 次、建议 5 件等，附件 7 个', { exact: false })).toBeTruthy()
  })

  it('asks before everything is reported again', async () => {
    const { person, api } = open()
    await person.click(await ready('全部重报一遍'))
    expect(api.of('exchange.export')).toEqual([])
    await person.click(screen.getByRole('button', { name: '全部重报' }))
    await waitFor(() => expect(api.of('exchange.export')[0]).toMatchObject({ full: true }))
  })
})

describe('What comes back from the county', () => {
  const receipt = (state: 'new' | 'known') => ({ path: 'E:\\r\\回执.zpk', name: '回执.zpk', bytes: 9, state })
  const taken: Answers['exchange.import'] = ({ files }) => ok({ files: files.map((file) => ({ file, state: 'COMMITTED' as const })) })

  it('is noticed on the stick and read in with one press', async () => {
    const { person, api } = open({ 'exchange.scan': { files: [receipt('new')] }, 'exchange.import': taken })
    expect(await screen.findByText('U 盘上有县里的回执 1 份。')).toBeTruthy()
    await person.click(screen.getAllByRole('button', { name: '读回执' })[0]!)
    await waitFor(() => expect(useNotices.getState().list.map((notice) => notice.text)).toEqual(['读入了 1 份回执，县里收到的已经记下']))
    expect(api.of('exchange.import')).toEqual([{ files: ['E:\\r\\回执.zpk'] }])
  })

  it('is the red button while it waits: the package comes after it', async () => {
    const { person, api } = open({ 'exchange.scan': { files: [receipt('new')] }, 'exchange.import': taken })
    await screen.findByText('U 盘上有县里的回执 1 份。')
    const red = () => [...document.querySelectorAll('.btn.pri')].map((one) => one.textContent)
    expect(red()).toEqual(['读回执'])
    api.set('exchange.scan', { files: [receipt('known')] })
    await person.click(screen.getAllByRole('button', { name: '读回执' })[0]!)
    await waitFor(() => expect(red()).toEqual(['上报到 U 盘']))
  })

  it('is read before the next package is made', async () => {
    const { person, api } = open({ 'exchange.scan': { files: [receipt('new')] }, 'exchange.import': taken })
    await screen.findByText('U 盘上有县里的回执 1 份。')
    await person.click(await ready('上报到 U 盘'))
    await screen.findByText('第 12 包已写好并读回核对。')
    expect(screen.getByText('先读入了 1 份回执')).toBeTruthy()
    expect(api.calls.filter((call) => ['exchange.import', 'exchange.export'].includes(call.name)).map((call) => call.name)).toEqual(['exchange.import', 'exchange.export'])
  })

  it('is not offered again once it was read', async () => {
    open({ 'exchange.scan': { files: [receipt('known')] } })
    await ready('上报到 U 盘')
    expect(screen.queryByText(/U 盘上有县里的回执/u)).toBeNull()
  })

  it('says that the county has changed its keys, since when, and the number to compare by telephone', async () => {
    const keys = { county: '望川县', since: '2025-11-20', check_no: '7730 1846 2905' }
    const { person } = open({ 'exchange.scan': { files: [receipt('new')] }, 'exchange.import': ({ files }) => ok({ files: files.map((file) => ({ file, state: 'COMMITTED' as const, keys })) }) })
    await screen.findByText('U 盘上有县里的回执 1 份。')
    await person.click(screen.getAllByRole('button', { name: '读回执' })[0]!)
    await waitFor(() => expect(useNotices.getState().list.map((notice) => notice.text)).toEqual(['望川县2025年11月20日换了钥匙，新的核对号 7730 1846 2905', '读入了 1 份回执，县里收到的已经记下']))
    expect(useNotices.getState().list[0]?.next).toContain('打电话')
  })

  it('says of a refused receipt why', async () => {
    const { person } = open({ 'exchange.scan': { files: [receipt('new')] }, 'exchange.import': ({ files }) => ok({ files: files.map((file) => ({ file, state: 'HELD' as const, code: 'bad-seal' as const })) }) })
    await screen.findByText('U 盘上有县里的回执 1 份。')
    await person.click(screen.getAllByRole('button', { name: '读回执' })[0]!)
    await waitFor(() => expect(useNotices.getState().list.map((notice) => notice.text)).toEqual(['这个包被改动过，印章对不上。']))
  })

  it('on the first day says in one note that the county has yet to admit it and that the sheet is to be printed', async () => {
    const { person } = open({ 'exchange.state': { ...reporting, packages: [], paired: { ...reporting.paired!, accepted: false } }, 'exchange.sheet': { key: 'AAAAAA' } })
    const note = (await screen.findByText(/等县里准许。$/u)).closest('.note')!
    await waitFor(() => expect(note.textContent).toContain('恢复单还没有打印。'))
    expect(document.querySelectorAll('.note')).toHaveLength(1)
    await person.click(within(note as HTMLElement).getByRole('button', { name: '去打印' }))
    expect(useNavigation.getState().now).toMatchObject({ screen: 'settings', part: 'safety' })
  })

  it('of a computer that replaces another one brings the records back, and the rest is told how', async () => {
    const { person } = open({ 'exchange.state': { ...reporting, paired: { ...reporting.paired!, accepted: false, another: true } }, 'exchange.scan': { files: [receipt('new')] }, 'exchange.import': taken })
    expect(await screen.findByText(/镇里原来的记录随县里的第一份回执回来，读了回执再开始记。/u)).toBeTruthy()
    await screen.findByText('U 盘上有县里的回执 1 份。')
    await person.click(screen.getAllByRole('button', { name: '读回执' })[0]!)
    await waitFor(() => expect(useNotices.getState().list.map((notice) => [notice.text, notice.next?.includes('用恢复单找回')])).toContainEqual(['县里有的记录都回来了', true]))
  })

  it('says why it was not read where it was to be read before a package, which is made all the same', async () => {
    const { person } = open({ 'exchange.scan': { files: [receipt('new')] }, 'exchange.import': ({ files }) => ok({ files: files.map((file) => ({ file, state: 'HELD' as const, code: 'bad-seal' as const })) }) })
    await screen.findByText('U 盘上有县里的回执 1 份。')
    await person.click(await ready('上报到 U 盘'))
    await screen.findByText('第 12 包已写好并读回核对。')
    expect(screen.getByText('回执没有读进来：这个包被改动过，印章对不上。没有读入任何内容。请让对方重新上报。')).toBeTruthy()
  })

  it('names its records that did not go in, and those that the county did not take of another computer', async () => {
    const errors = [{ line: 3, type: 'person', uid: 'u'.repeat(26), code: 'damaged', field: 'dh', title: '徐立新' }]
    const { person } = open({
      'exchange.state': { ...reporting, strays: 2 }, 'exchange.scan': { files: [receipt('new')] },
      'exchange.import': ({ files }) => ok({ files: files.map((file) => ({ file, state: 'COMMITTED' as const, counts: { new: 3, error: 1 }, errors })) }),
    })
    expect(await screen.findByText('县里有 2 条没有收，不在这台电脑上。')).toBeTruthy()
    await screen.findByText('U 盘上有县里的回执 1 份。')
    await person.click(screen.getAllByRole('button', { name: '读回执' })[0]!)
    expect(await screen.findByText('回执里有 1 条没有读进来。')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '看是哪些' }))
    const drawer = await screen.findByRole('dialog', { name: '没有收的，1 条' })
    expect(within(drawer).getByRole('listitem').textContent).toBe('人员 徐立新这一条的内容和它的校验对不上，没有收。')
    expect(drawer.textContent).toContain('本镇的记录没有变。请告诉县里，请他们再写一份回执。')
  })

  it('says what is to be mended, until when, and leads to it', async () => {
    const { person } = open()
    const row = (await screen.findByText('县名册为大学本科，请核对')).closest('tr')!
    await waitFor(() => expect(within(row).getByText('大学专科毕业')).toBeTruthy())
    expect(row.textContent).toContain('学历')
    expect(row.textContent).toContain('12月5日前')
    expect(screen.getByText('11月20日前').className).toContain('late')
    await person.click(within(row).getByRole('button', { name: '去改 徐立新' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'edit', type: 'person', id: 'x1', focus: 'edu' })
  })
})

describe('What must be known before reporting', () => {
  it('is said: a clock that runs ahead, a computer that the county closed, a sheet that was not printed, records changed twice', async () => {
    open({
      'exchange.state': { ...reporting, clock_ahead: true, paired: { ...reporting.paired!, closed: true } }, 'exchange.sheet': { key: 'ABCDEF' }, 'exchange.conflicts': conflicts,
    })
    expect(await screen.findByText('电脑的日期可能不对。')).toBeTruthy()
    expect(screen.getByText('县里已停用这台电脑。')).toBeTruthy()
    expect(await screen.findByText('恢复单还没有打印。')).toBeTruthy()
    expect(await screen.findByText('有 1 条记录两边都改过。')).toBeTruthy()
  })

  it('lists what the county lacks, each with the way to its record', async () => {
    const { person } = open({ 'exchange.unsent': { total: 22, rows: [{ id: 'd1', type: 'activity', title: '走访石桥村选民', note: '代表活动', date: '2025-11-21' }] } })
    await person.click(await screen.findByRole('button', { name: '看清单' }))
    const drawer = await screen.findByRole('dialog', { name: '县里还没有的' })
    await person.click(within(drawer).getByText('走访石桥村选民'))
    expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 'd1', type: 'activity' })
  })
})

describe('The plain hand-in', () => {
  it('is a folder of tables, without private records unless asked', async () => {
    const { person, api } = open({ 'shell.pick-folder': { path: 'E:\\' }, 'shell.open': { opened: true }, 'exchange.plain': { folder: 'E:\\明文报送', files: [{ path: 'E:\\明文报送\\报送说明.docx', kind: 'docx', sha256: '', bytes: 1 }] } } as Answers)
    await person.click(await screen.findByRole('button', { name: '县里不用本软件？交表格' }))
    await person.click(screen.getByRole('button', { name: '选文件夹，做表格' }))
    await waitFor(() => expect(api.of('exchange.plain')).toEqual([{ to: 'E:\\', year: 2025, job: expect.any(String) }]))
    await person.click(await screen.findByRole('button', { name: '县里不用本软件？交表格' }))
    await person.selectOptions(screen.getByLabelText('统计和报告是哪一年的'), '2024')
    await person.click(screen.getByRole('radio', { name: /遮住一部分/u }))
    await person.click(screen.getByRole('button', { name: '选文件夹，做表格' }))
    await waitFor(() => expect(api.of('exchange.plain')[1]).toEqual({ to: 'E:\\', year: 2024, private: 'masked', job: expect.any(String) }))
  })
})

describe('Pairing', () => {
  const code = makeCode(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8]))
  const unpaired: Answers = { 'exchange.state': { ...reporting, paired: null }, 'shell.pick-file': { path: 'E:\\339901103_青禾镇_加入.zpk' } }
  const field = () => screen.findByLabelText('照纸条输入配对码')

  it('takes the file and the code of the slip', async () => {
    const { person, api } = open({ ...unpaired, 'exchange.join': { county: { code: '339901', name: '望川县' }, fingerprint: '3F2A' } })
    await person.click(await screen.findByRole('button', { name: '选配对文件' }))
    await person.type(await field(), code)
    expect((await field() as HTMLInputElement).value).toBe(`${code.slice(0, 4)} ${code.slice(4, 8)} ${code.slice(8, 12)} ${code.slice(12)}`)
    await person.click(screen.getByRole('button', { name: '配对' }))
    await waitFor(() => expect(api.of('exchange.join')).toHaveLength(1))
    expect(api.of('exchange.join')[0]?.file).toBe('E:\\339901103_青禾镇_加入.zpk')
  })

  it('tells a mistyped digit before anything is tried', async () => {
    const { person, api } = open(unpaired)
    await person.type(await field(), `${code[0] === '9' ? '8' : '9'}${code.slice(1)}`)
    expect(screen.getByText('有一位数字输错了，请照纸条核对')).toBeTruthy()
    expect((screen.getByRole('button', { name: '配对' }) as HTMLButtonElement).disabled).toBe(true)
    expect(api.of('exchange.join')).toEqual([])
  })

  it('leaves digits alone while an input method composes them', async () => {
    open(unpaired)
    const input = await field()
    fireEvent.compositionStart(input)
    fireEvent.input(input, { target: { value: '１２３４５' }, isComposing: true })
    expect((input as HTMLInputElement).value).toBe('１２３４５')
    fireEvent.compositionEnd(input)
    expect((input as HTMLInputElement).value).toBe('1234 5')
  })

  it('keeps the code when it was refused', async () => {
    const { person } = open({ ...unpaired, 'exchange.join': fail('invite-expired') })
    await person.click(await screen.findByRole('button', { name: '选配对文件' }))
    await person.type(await field(), code)
    await person.click(screen.getByRole('button', { name: '配对' }))
    expect(await screen.findByText('配对文件过期了。')).toBeTruthy()
    expect((await field() as HTMLInputElement).value.replaceAll(' ', '')).toBe(code)
  })

  it('puts a wrong code of this computer right, once a person has seen both, and pairs', async () => {
    const [to, me] = [{ org: '339901104', name: '云峰乡' }, { org: '339901103', name: '青禾镇' }]
    const { person, api } = open({
      ...unpaired, 'exchange.join': fail('wrong-town', { detail: { name: to.name, to, me } }), 'exchange.correct-code': ({ code: right, name }) => ok({ code: right, name: name ?? '' }),
    })
    await person.click(await screen.findByRole('button', { name: '选配对文件' }))
    await person.type(await field(), code)
    await person.click(screen.getByRole('button', { name: '配对' }))
    expect(await screen.findByText('配对文件是给 339901104 云峰乡 的，本机登记的是 339901103 青禾镇。')).toBeTruthy()
    expect(api.of('exchange.correct-code')).toEqual([])
    api.set('exchange.join', { county: { code: '339901', name: '望川县' }, fingerprint: '1' })
    await person.click(screen.getByRole('button', { name: '改成 339901104 云峰乡，再配对' }))
    await waitFor(() => expect([api.of('exchange.correct-code'), api.of('exchange.join').length]).toEqual([[{ code: '339901104', name: '云峰乡' }], 2]))
  })
})
