/** The county’s screens, each in the states that matter; one file because they share a county with three towns. */
import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { AskToMend } from '../../../renderer/records/AskToMend'
import ConflictsScreen from '../../../renderer/screens/county/ConflictsScreen'
import { differingFields } from '../../../renderer/screens/county/conflict-fields'
import ImportScreen from '../../../renderer/screens/county/ImportScreen'
import { packageWords } from '../../../renderer/screens/county/package-words'
import { clearDesk } from '../../../renderer/screens/county/stick-desk'
import { townsToCall } from '../../../renderer/screens/county/town-state'
import TownsScreen from '../../../renderer/screens/county/TownsScreen'
import { resetPlace } from '../../../renderer/screens/exchange/use-place'
import { useNavigation } from '../../../renderer/state/navigation'
import { levelOf } from '../../../renderer/state/level'
import { useNotices } from '../../../renderer/state/notices'
import type { ImportedFile } from '../../../shared/contract/exchange'
import { fail, ok, type ErrorCode } from '../../../shared/result'
import type { Answers } from '../support/fake-api'
import { county, countyAnswers, today } from '../support/sample'
import { conflicts, packages, stick } from '../support/sample-figures'
import { show } from '../support/show'

const files = Object.keys(packages).map((path) => ({ path, name: path.slice(3), bytes: 1, state: 'new' as const }))
const imported = (file: string): ImportedFile => {
  const { code: _, ...seen } = packages[file]!
  return { ...seen, state: 'COMMITTED', complete: true, missing: 0, conflicts: [] }
}
const device = { device: 'dev-1', town: '339901103', name: '青禾镇', by: '周维安', letter: '', state: 'open', since: '2025-03-01T09:00:00+08:00', last_package: '2025-10-27T09:00:00+08:00' } as const
const answers: Answers = {
  ...countyAnswers, 'shell.drives': { drives: [stick] }, 'exchange.scan': { files }, 'exchange.conflicts': conflicts, 'exchange.sheet': { key: null }, 'exchange.devices': { devices: [device] }, 'exchange.slips': { slips: [] }, 'exchange.archive': { files: [] },
  'exchange.import': ({ files: given, dry_run }) => ok({ files: given.map((file) => (dry_run === true ? packages[file]! : imported(file))) }),
  'exchange.export': ({ town }) => ok({ file: `E:\\回执\\${town ?? ''}.zpk`, id: 'r', pseq: 3, counts: {}, check: 'read-back', bytes: 9 }),
}
const openTowns = (more: Answers = {}) => show(<TownsScreen route={{ screen: 'towns' }} />, { ...answers, ...more }, county)
const stickCard = () => screen.findByRole('region', { name: 'U 盘上的包' })

beforeEach(() => {
  clearDesk()
  resetPlace()
})

describe('The stick at the county', () => {
  it('is looked at without writing, and the button counts what it will do', async () => {
    const { api } = openTowns()
    const card = await stickCard()
    await within(card).findByRole('button', { name: '导入 2 个包，写回执' })
    expect(card.textContent).toContain('合计 2 个包新增 1,205修改 44未变 270冲突 1')
    expect(api.of('exchange.import').every((input) => input.dry_run === true)).toBe(true)
  })

  it('says of what cannot be ticked why, in one sentence', async () => {
    openTowns()
    const card = await stickCard()
    await within(card).findByRole('button', { name: /^导入 2/u })
    expect(within(card).getByText('没有读入任何内容。请让泉上镇重新拷一份。')).toBeTruthy()
    expect(within(card).getByText('11月18日 10:00导入，内容相同，这次跳过。')).toBeTruthy()
    expect(within(card).getAllByRole('checkbox').map((box) => box.getAttribute('aria-label'))).toEqual(['导入 青禾镇 第 12 包', '导入 云峰畲族乡 第 8 包'])
  })

  it('is imported one by one, and each town gets its receipt on the same stick', async () => {
    const { person, api } = openTowns()
    const before = api.of('office.state').length
    await person.click(await screen.findByRole('button', { name: '导入 2 个包，写回执' }))
    expect(await screen.findByText('导入了 2 个包')).toBeTruthy()
    // The backup that came first is known to the rail.
    expect(api.of('office.state').length).toBeGreaterThan(before)
    expect(api.of('exchange.import').filter((input) => input.dry_run !== true).map((input) => [input.files, input.approve])).toEqual([[['E:\\a.zpk'], undefined], [['E:\\c.zpk'], undefined]])
    expect(api.of('exchange.export').map(({ to, town }) => [to, town])).toEqual([['E:\\', '339901103'], ['E:\\', '339901104']])
  })

  it('leaves out what was unticked', async () => {
    const { person, api } = openTowns()
    await person.click(await screen.findByLabelText('导入 青禾镇 第 12 包'))
    await person.click(await screen.findByRole('button', { name: '导入 1 个包，写回执' }))
    await screen.findByText('导入了 1 个包')
    expect(api.of('exchange.export').map((input) => input.town)).toEqual(['339901104'])
  })

  it('admits a new computer only after both names were seen', async () => {
    const { person, api } = openTowns()
    await person.click(await screen.findByRole('button', { name: '核对后准许' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).getAllByText('上杨乡')).toHaveLength(2)
    expect([...dialog.querySelectorAll('td')].map((cell) => cell.textContent)).toEqual(expect.arrayContaining(['4821 0937 5566', '第 1 张，2025年11月3日做', '李青山 用的']))
    await person.click(within(dialog).getByRole('button', { name: '准许' }))
    await person.click(await screen.findByRole('button', { name: '导入 3 个包，写回执' }))
    await screen.findByText('导入了 3 个包')
    expect(api.of('exchange.import').filter((input) => input.approve === true).map((input) => [input.files, input.check_no])).toEqual([[['E:\\b.zpk'], '4821 0937 5566']])
  })

  it('does not admit another computer whose file took the place of the one that was shown, and says so', async () => {
    const { person } = openTowns({
      'exchange.scan': { files: files.filter((file) => file.name === 'b.zpk') },
      'exchange.import': ({ files: given, dry_run }) => ok({ files: given.map((file) => (dry_run === true ? packages[file]! : { file, state: 'HELD' as const, code: 'awaiting-approval' as const, detail: { reason: 'other-computer', check_no: '1111 2222 3333' } })) }),
    })
    await person.click(await screen.findByRole('button', { name: '核对后准许' }))
    await person.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '准许' }))
    await person.click(await screen.findByRole('button', { name: '导入 1 个包，写回执' }))
    expect(await screen.findByText(/^这个文件现在是另一台电脑做的（核对号 1111 2222 3333），不是刚才核对的那台。/u)).toBeTruthy()
    expect(screen.queryByText('已准许')).toBeNull()
    expect(screen.getByRole('button', { name: '再看一遍' })).toBeTruthy()
  })

  it('asks about a new computer once, however many of its packages lie on the stick, and about another one of the same town by itself', async () => {
    const [one, two] = [{ ...packages['E:\\b.zpk']!, from: { org: '339901105', name: '上杨乡', device: 'one' } }, { ...packages['E:\\b.zpk']!, from: { org: '339901105', name: '上杨乡', device: 'two' } }]
    const seen: Readonly<Record<string, ImportedFile>> = { 'E:\\1.zpk': one, 'E:\\2.zpk': { ...one, pseq: 2 }, 'E:\\3.zpk': { ...two, newcomer: { ...two.newcomer!, check_no: '1111 2222 3333', slip_no: 2, computers: 1 } } }
    const { person, api } = openTowns({
      'exchange.scan': { files: Object.keys(seen).map((path) => ({ path, name: path.slice(3), bytes: 1 })) },
      'exchange.import': ({ files: given, dry_run }) => ok({ files: given.map((file) => (dry_run === true ? { ...seen[file]!, file } : { ...seen[file]!, file, state: 'COMMITTED' as const, complete: true })) }),
    })
    await waitFor(() => expect(screen.getAllByRole('button', { name: '核对后准许' })).toHaveLength(3))
    await person.click(screen.getAllByRole('button', { name: '核对后准许' })[0]!)
    await person.click(within(await screen.findByRole('dialog')).getByRole('button', { name: '准许' }))
    expect(screen.getAllByRole('button', { name: '核对后准许' })).toHaveLength(1)
    await person.click(screen.getByRole('button', { name: '核对后准许' }))
    expect((await screen.findByRole('dialog')).textContent).toContain('这个镇已经有 1 台电脑在用，这是另外一台。')
    await person.click(within(screen.getByRole('dialog')).getByRole('button', { name: '准许' }))
    await person.click(await screen.findByRole('button', { name: '导入 3 个包，写回执' }))
    await screen.findByText('导入了 3 个包')
    expect(api.of('exchange.import').filter((input) => input.approve === true)).toHaveLength(3)
  })

  it('warns where the two names differ', async () => {
    const { person } = openTowns({ 'exchange.scan': { files: files.filter((file) => file.name === 'b.zpk') }, 'exchange.import': ({ files: given }) => ok({ files: given.map((file) => ({ ...packages[file]!, from: { org: '339901105', name: '上洋乡', device: 'd' } })) }) })
    await person.click(await screen.findByRole('button', { name: '核对后准许' }))
    expect(await screen.findByText('两边名称不一样。')).toBeTruthy()
  })

  it('stops at a failure of our own machine and says it, what was imported stays', async () => {
    const { person, api } = openTowns()
    await screen.findByRole('button', { name: '导入 2 个包，写回执' })
    api.set('exchange.import', ({ files: given }) => (given[0] === 'E:\\c.zpk' ? fail('disk-full') : ok({ files: given.map(imported) })))
    await person.click(screen.getByRole('button', { name: '导入 2 个包，写回执' }))
    expect(await screen.findByText('导入了 1 个包')).toBeTruthy()
    expect(screen.getByRole('alert')).toBeTruthy()
    expect(api.of('exchange.export').map((input) => input.town)).toEqual(['339901103'])
  })

  it('says kind by kind what would change, and the main figures of both sides, before anything is written', async () => {
    const seen = { ...packages['E:\\a.zpk']!, by_type: { suggestion: { new: 3, changed: 1, same: 0, deleted: 0, conflict: 0, held: 0, error: 0 }, person: { new: 2, changed: 0, same: 0, deleted: 0, conflict: 0, held: 0, error: 0 } }, totals: [{ indicator: 'B5.01', name: '提出总数', unit: '件', theirs: 16, ours: 12 }] }
    const { person } = openTowns({ 'exchange.scan': { files: files.filter((file) => file.name === 'a.zpk') }, 'exchange.import': () => ok({ files: [seen] }) })
    await person.click(await screen.findByRole('button', { name: '看明细' }))
    const drawer = await screen.findByRole('dialog', { name: '青禾镇 第 12 包里有什么' })
    expect([...drawer.querySelectorAll('tr')].map((line) => [...line.cells].map((cell) => cell.textContent).join(' '))).toEqual(['类别 新增 修改', '代表建议 3 1', '人员 2 0', '项目 单位 镇里 县里现在', '提出总数 件 16 12'])
  })

  it('of a computer that nobody admitted leads by Tab and Enter to the town and its slips', async () => {
    const stranger = { file: 'E:\\b.zpk', state: 'HELD' as const, code: 'unknown-device' as const, detail: { reason: 'invite-used' }, from: { org: '339901103', name: '青禾镇', device: 'd' }, pseq: 1 }
    const { person } = openTowns({ 'exchange.scan': { files: files.filter((file) => file.name === 'b.zpk') }, 'exchange.import': () => ok({ files: [stranger] }) })
    const way = await screen.findByRole('button', { name: '去各镇' })
    for (let n = 0; n < 60 && document.activeElement !== way; n++) await person.tab()
    expect(document.activeElement).toBe(way)
    await person.keyboard('{Enter}')
    expect(useNavigation.getState().now).toEqual({ screen: 'towns', town: { code: '339901103', name: '青禾镇' } })
  })

  it('opens the town that one comes for', async () => {
    const { person } = show(<TownsScreen route={{ screen: 'towns', town: { code: '339901103', name: '青禾镇' } }} />, answers, county)
    expect(await screen.findByRole('dialog', { name: '青禾镇' })).toBeTruthy()
    await person.keyboard('{Escape}')
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('offers a slip to one that was never invited', async () => {
    show(<TownsScreen route={{ screen: 'towns', town: { code: '339901199', name: '新来乡' } }} />, answers, county)
    expect((await screen.findByLabelText<HTMLInputElement>('乡镇名称')).value).toBe('新来乡')
  })

  it('can write a receipt again for a package that was imported before', async () => {
    const { person, api } = openTowns()
    await person.click(await screen.findByRole('button', { name: '再写一份回执' }))
    await waitFor(() => expect(useNotices.getState().list.map((notice) => notice.text)).toEqual(['白石渡镇的回执又写了一份']))
    expect(api.of('exchange.export')).toEqual([{ to: 'E:\\', there: true, town: '339901101', always: true }])
  })

  it('stands as it was looked at when importing was stopped', async () => {
    const { person, api } = openTowns()
    await screen.findByRole('button', { name: '导入 2 个包，写回执' })
    api.set('exchange.import', ({ files: given }) => ok({ files: given.map((file) => ({ ...packages[file]!, state: 'HELD' as const, code: 'cancelled' as const })) }))
    await person.click(screen.getByRole('button', { name: '导入 2 个包，写回执' }))
    expect(await screen.findByText('导入了 0 个包')).toBeTruthy()
    expect((screen.getByLabelText('导入 青禾镇 第 12 包') as HTMLInputElement).checked).toBe(true)
    expect(api.of('exchange.export')).toEqual([])
  })

  it('names the records of a package that are not taken, with why, while the others go in', async () => {
    const errors = [{ line: 2, type: 'person', uid: 'u'.repeat(26), code: 'wrong-town', field: 'org', title: '柳溪人' }, { line: 4, type: 'person', uid: '', code: 'damaged', field: 'dh', title: '' }]
    const seen = { ...packages['E:\\a.zpk']!, errors, counts: { ...packages['E:\\a.zpk']!.counts, error: 2 } }
    const { person } = openTowns({ 'exchange.import': ({ files: given, dry_run }) => ok({ files: given.map((file) => (dry_run === true && file === 'E:\\a.zpk' ? seen : packages[file]!)) }) })
    const card = await stickCard()
    await person.click(await within(card).findByRole('button', { name: '看是哪些' }))
    expect(card.textContent).toContain('有 2 条不会收，别的照常。')
    const drawer = screen.getByRole('dialog', { name: '没有收的，2 条' })
    expect(within(drawer).getAllByRole('listitem').map((row) => row.textContent)).toEqual(['人员 柳溪人这一条写在别的乡镇名下，没有收。', '人员，包里第 4 条这一条的内容和它的校验对不上，没有收。'])
    expect(drawer.textContent).toContain('回执会告诉镇里；再有，请打电话问镇里。')
    await person.click(within(drawer).getByRole('button', { name: /柳溪人/u }))
    expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 'u'.repeat(26), type: 'person' })
  })

  it('comes back out of the archive after a backup was put back, without receipts that were written long ago', async () => {
    const { person, api } = show(<ImportScreen />, { ...answers, 'shell.drives': { drives: [] }, 'exchange.archive': { files: [{ path: 'E:\\a.zpk', name: 'a.zpk' }] } }, county)
    await person.click(await screen.findByRole('button', { name: '从归档读回来' }))
    await person.click(await screen.findByRole('button', { name: '读回 1 个包' }))
    expect(await screen.findByText('导入了 1 个包')).toBeTruthy()
    expect([api.of('exchange.export'), screen.queryByText(/回执写好/u)]).toEqual([[], null])
  })

  it('may be left for later', async () => {
    const { person } = openTowns()
    await screen.findByRole('button', { name: /^导入 2/u })
    await person.click(screen.getByRole('button', { name: '先不导' }))
    expect(screen.queryByText('泉上镇')).toBeNull()
  })

  it('says what to do where there is none', async () => {
    show(<ImportScreen />, { ...answers, 'shell.drives': { drives: [] } }, county)
    expect(await screen.findByText('插上镇里的 U 盘')).toBeTruthy()
  })
})

describe('Words of a package', () => {
  it('that lacks something say how much and that it comes by itself', () => {
    expect(packageWords({ file: 'x', state: 'COMMITTED', complete: false, missing: 12, counts: {} }, today)).toEqual({ tone: 'soon', tag: '已导入，缺一段', sentence: '还缺 12 条。回执会告诉镇里，下一包自动补上。' })
  })

  it('that nobody has a tag for still have a sentence', () => {
    expect(packageWords({ file: 'x', state: 'HELD', code: 'clock-ahead' }, today)).toMatchObject({ tone: 'late', tag: '不能导入', sentence: expect.stringMatching(/。$/u) as string })
  })

  const held = (code: ErrorCode, level = levelOf('339901'), detail: Readonly<Record<string, unknown>> = {}) =>
    packageWords({ file: 'x', state: 'HELD', code, detail, from: { org: '339901103', name: '青禾镇', device: 'd' } }, today, level).sentence

  it('is told of as read and not as written, and what expired is this computer\'s slip', () => {
    expect([held('stick-removed'), held('io-error'), held('in-use'), held('invite-expired')]).toEqual([
      'U 盘不在了，没有读完。没有导入任何内容。请插回 U 盘，再看一遍。', '这个文件读不全，U 盘可能坏了。没有导入任何内容。请拔下重插，再看一遍；还不行，请青禾镇换一个 U 盘上报。',
      '这个文件正被别的程序占用。没有导入。请关掉杀毒软件的扫描窗口或资源管理器，再看一遍。', '这台电脑用的配对码过期了。没有读入。请在“各镇”里点这个镇，给它另做一份。',
    ])
  })

  it('is told of in a city as of a county, names left as they are', () => {
    const city = levelOf('339900')
    expect([held('unknown-device', city, { reason: 'invite-used' }), held('wrong-county', city), held('wrong-role', city, { type: 'down' })]).toEqual([
      '这张纸条的配对码已经给另一台电脑用过了。没有读入。一张纸条只管一台电脑，请在“各县”里点这个县，给这一台另做一份。', '这个包不是发给本市的。没有读入。请让县里核对配对的市。',
      '这是市里给县里的回执，要在县里读入。请把 U 盘带回县里，在“上报”里读入。',
    ])
    expect(held('wrong-town', city, { certified: '青石镇', name: '望川县' })).toBe('这台电脑登记在青石镇名下，包里写的却是望川县。没有读入。请打电话和县里核对。')
  })
})

describe('The board', () => {
  it('tells each town by word and shape and opens its figures', async () => {
    const { person } = openTowns()
    const board = await screen.findByRole('region', { name: '上报情况' })
    expect(within(board).getAllByRole('row').slice(1).map((row) => row.textContent)).toEqual([
      '白石渡镇第 12 包11月20日4齐全000', '青禾镇第 11 包10月27日28待改200', '云峰畲族乡第 7 包8月30日86超过60天003', '上杨乡第 9 包11月3日21缺一段000',
    ])
    await person.click(within(board).getByRole('button', { name: '青禾镇' }))
    await person.click(await screen.findByRole('button', { name: '看这个镇的统计' }))
    expect(useNavigation.getState().now).toEqual({ screen: 'statistics', town: '339901103' })
  })

  it('closes a computer that is lost, and opens it again', async () => {
    const { person, api } = openTowns({ 'exchange.close-device': { device: 'dev-1', town: '339901103', name: '青禾镇', state: 'closed' } })
    await person.click(await screen.findByRole('button', { name: '青禾镇' }))
    const drawer = await screen.findByRole('dialog', { name: '青禾镇' })
    expect(await within(drawer).findByText('第一台，周维安')).toBeTruthy()
    api.set('exchange.devices', { devices: [{ ...device, state: 'closed' }] })
    await person.click(within(drawer).getByRole('button', { name: '停用' }))
    await person.click(await within(drawer).findByRole('button', { name: '恢复' }))
    expect(api.of('exchange.close-device')).toEqual([{ device: 'dev-1' }, { device: 'dev-1', reopen: true }])
  })

  it('knows who is to be called', async () => {
    const board = countyAnswers['exchange.board'] as { readonly towns: Parameters<typeof townsToCall>[0] }
    expect(townsToCall(board.towns).map((town) => town.name)).toEqual(['云峰畲族乡', '上杨乡'])
  })

  it('maps a town that was merged or renamed, and reads the board again', async () => {
    const { person, api } = openTowns({ 'exchange.map-town': { towns: [] } })
    await person.click(await screen.findByRole('button', { name: '青禾镇' }))
    await person.click(await screen.findByRole('button', { name: '撤并、改名' }))
    const dialog = within(await screen.findByRole('dialog'))
    await person.type(dialog.getByLabelText('现在的代码'), '339901009')
    await person.type(dialog.getByLabelText('现在的名称'), '青禾街道')
    await person.click(dialog.getByRole('button', { name: '对应过去' }))
    await waitFor(() => expect(api.of('exchange.map-town')).toEqual([{ from: '339901103', to: '339901009', name: '青禾街道' }]))
    await waitFor(() => expect(api.of('exchange.board').length).toBeGreaterThan(1))
  })

  it('lists the computers of a town that got another code, invites the next one under the code that it writes, and takes the mapping back', async () => {
    const board = countyAnswers['exchange.board'] as { readonly towns: readonly object[]; readonly overdue_days: number }
    const renamed = { ...board, towns: [{ ...board.towns[1], code: '339901009', name: '青禾街道', formerly: ['339901103'] }] }
    const { person, api } = openTowns({ 'exchange.board': renamed as never, 'exchange.map-town': { towns: [] } })
    await person.click(await screen.findByRole('button', { name: '青禾街道' }))
    expect(await screen.findByText('第一台，周维安（青禾镇）')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '撤回 339901103' }))
    await waitFor(() => expect(api.of('exchange.map-town')).toEqual([{ from: '339901103', to: '339901103' }]))
    await person.click(screen.getByRole('button', { name: '再配一台电脑' }))
    expect(await screen.findByLabelText('乡镇区划代码')).toHaveProperty('value', '339901103')
  })

  it('invites a town with a file and a slip whose code is shown once', async () => {
    const { person, api } = openTowns({ 'shell.pick-folder': { path: 'E:\\' }, 'exchange.invite': { file: 'E:\\加入.zpk', code: '1234 5678 9012 3', no: 1 } })
    await person.click(await screen.findByRole('button', { name: '配对新镇' }))
    await person.type(screen.getByLabelText('乡镇名称'), '泉上镇')
    expect((screen.getByRole('button', { name: '做配对文件' }) as HTMLButtonElement).disabled).toBe(true)
    await person.type(screen.getByLabelText('乡镇区划代码'), '106')
    await person.click(screen.getByRole('button', { name: '做配对文件' }))
    expect(await screen.findByText('1234 5678 9012 3')).toBeTruthy()
    expect(api.of('exchange.invite')).toEqual([{ code: '339901106', name: '泉上镇', out: 'E:\\' }])
  })
})

describe('Slips that no computer has used', () => {
  const slip = { id: 'slip-2', town: '339901103', name: '青禾镇', no: 2, made_on: '2025-11-20', expires_on: '2026-01-19', expired: false } as const

  it('are listed with their town and withdrawn when they were lost', async () => {
    const { person, api } = openTowns({ 'exchange.slips': { slips: [slip] }, 'exchange.withdraw-slip': { withdrawn: slip.id } })
    await person.click(await screen.findByRole('button', { name: '青禾镇' }))
    expect(await screen.findByText('第 2 张')).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '作废第 2 张配对码' }))
    await waitFor(() => expect(api.of('exchange.withdraw-slip')).toEqual([{ id: 'slip-2' }]))
    await waitFor(() => expect(useNotices.getState().list.at(-1)?.text).toBe('已作废，拿着这张纸条的电脑不会再被准许'))
    expect(api.of('exchange.board').length).toBeGreaterThan(1)
  })

  it('are told of when another one is made: the older one goes on being good', async () => {
    const { person } = openTowns({ 'exchange.slips': { slips: [slip] } })
    await person.click(await screen.findByRole('button', { name: '青禾镇' }))
    await person.click(await screen.findByRole('button', { name: '再配一台电脑' }))
    expect((await screen.findByRole('dialog')).textContent).toContain('这个镇还有 1 张没用过的纸条（第 2 张，2025年11月20日做）。再做一份是给另一台电脑的，原来的照样能用')
  })
})

describe('The keys of the county', () => {
  const keys = { generation: 2, since: '2025-10-08', check_no: '4821 0093 5517', late: [{ code: '339901105', name: '上杨乡' }] } as const

  it('are changed after the consequences were told, and the new number is there to be read aloud', async () => {
    const { person, api } = openTowns({ 'exchange.keys': keys, 'exchange.renew-keys': { generation: 3, since: '2025-11-22', check_no: '7730 1846 2905', late: [] } })
    await person.click(await screen.findByRole('button', { name: '更换本县的钥匙' }))
    const asked = await screen.findByRole('dialog', { name: '更换本县的钥匙' })
    expect(await within(asked).findByText('4821 0093 5517')).toBeTruthy()
    expect(asked.textContent).toContain('还没用新钥匙报过：上杨乡。')
    expect(asked.textContent).toContain('还没读回执的镇照常上报')
    expect(api.of('exchange.renew-keys')).toEqual([])
    await person.click(within(asked).getByRole('button', { name: '更换钥匙' }))
    const done = await screen.findByRole('dialog', { name: '钥匙换好了' })
    expect(done.textContent).toContain('7730 1846 2905')
    expect(done.textContent).not.toContain('恢复单')
    expect(api.of('exchange.renew-keys')).toEqual([{}])
  })

  it('leave a new recovery sheet to be printed where the old one never was', async () => {
    const { person } = openTowns({ 'exchange.keys': keys, 'exchange.renew-keys': keys, 'exchange.sheet': { key: 'AAAAAA BBBBBB' } })
    await person.click(await screen.findByRole('button', { name: '更换本县的钥匙' }))
    const asked = await screen.findByRole('dialog', { name: '更换本县的钥匙' })
    await within(asked).findByText('4821 0093 5517')
    await person.click(within(asked).getByRole('button', { name: '更换钥匙' }))
    const done = await screen.findByRole('dialog', { name: '钥匙换好了' })
    expect(await within(done).findByText('恢复单也换了新的。')).toBeTruthy()
  })
})

describe('Asking a town to mend a record', () => {
  it('says the field, the words and the day, and goes with the next receipt', async () => {
    const { person, api } = show(<AskToMend id="r1" type="person" title="徐立新" onClose={() => undefined} />, { ...answers, 'exchange.issue': { noted: true } }, county)
    expect((screen.getByRole('button', { name: '记下' }) as HTMLButtonElement).disabled).toBe(true)
    await person.selectOptions(screen.getByLabelText('哪一项'), '学历')
    await person.type(screen.getByLabelText('意见'), '县名册为大学本科，请核对')
    await person.type(screen.getByLabelText('期限'), '2025.12.5')
    await person.click(screen.getByRole('button', { name: '记下' }))
    expect(api.of('exchange.issue')).toEqual([{ uid: 'r1', field: 'edu', say: '县名册为大学本科，请核对', due_on: '2025-12-05' }])
  })
})

describe('Records changed in two places', () => {
  const openConflicts = (more: Answers = {}) => show(<ConflictsScreen route={{ screen: 'conflicts' }} />, { ...answers, ...more }, county)

  it('show only what differs, side by side', async () => {
    expect(differingFields(conflicts.items[0]!).map((field) => [field.label, field.values])).toEqual([['学历', ['21', '31']]])
    openConflicts()
    expect(await screen.findByText('大学本科毕业')).toBeTruthy()
    expect(screen.getByText('大学专科毕业')).toBeTruthy()
    expect(screen.queryByText('性别')).toBeNull()
  })

  it('are decided by one press that can be taken back', async () => {
    const { person, api } = openConflicts({ 'exchange.resolve': { id: 'k1', type: 'person', org: '339901103', version: 'v3', fields: {}, deleted: false }, 'record.undo': { records: ['k1'] } })
    await person.click(await screen.findByRole('button', { name: '用梁静宜11月21日 16:00的这一份' }))
    expect(api.of('exchange.resolve')).toEqual([{ id: 'k1', take: 'v2' }])
    await waitFor(() => expect(useNotices.getState().list[0]?.button?.label).toBe('撤销'))
    useNotices.getState().list[0]?.button?.run()
    expect(api.of('record.undo')).toEqual([{ id: 'k1', version: 'v3' }])
  })
})

describe('without a stick', () => {
  it('the card lists what came last, each with its receipt to print again', async () => {
    show(<TownsScreen route={{ screen: 'towns' }} />, { ...countyAnswers, 'exchange.sheet': { key: null }, 'shell.drives': { drives: [] } })
    const card = await screen.findByRole('region', { name: '最近收到的包' })
    const rows = await within(card).findAllByRole('listitem')
    expect(rows.map((row) => row.textContent)).toEqual([
      '白石渡镇 第 12 包11月20日 10:12已写回执新增 48，修改 6打印回执', '上杨乡 第 9 包11月3日 15:40已写回执新增 21，修改 3，当时还缺 4 条打印回执', '青禾镇 第 11 包10月27日 9:05回执未写修改 2打印回执',
    ])
    expect(within(card).getByRole('button', { name: '打印回执：青禾镇 第 11 包' })).toBeTruthy()
  })
})
