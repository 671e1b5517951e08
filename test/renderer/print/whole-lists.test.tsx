import { screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { describe, expect, it } from 'vitest'
import type { AuditRow } from '../../../shared/contract/audit'
import type { DeputyRow } from '../../../shared/contract/records'
import { changeView, forgetViews } from '../../../renderer/records/list-view'
import AuditScreen from '../../../renderer/screens/audit/AuditScreen'
import { Board } from '../../../renderer/screens/county/Board'
import DeputiesScreen from '../../../renderer/screens/deputies/DeputiesScreen'
import FundsScreen from '../../../renderer/screens/funds/FundsScreen'
import { forgetFundYear } from '../../../renderer/screens/funds/year'
import TodosScreen from '../../../renderer/screens/home/TodosScreen'
import PlanScreen from '../../../renderer/screens/plan/PlanScreen'
import ProjectsScreen from '../../../renderer/screens/projects/ProjectsScreen'
import { forgetProjectYear } from '../../../renderer/screens/projects/year'
import SitesScreen from '../../../renderer/screens/sites/SitesScreen'
import { forgetYear } from '../../../renderer/screens/sites/years'
import { useNotices } from '../../../renderer/state/notices'
import { defaultSettings } from '../../../shared/rules/rule-book'
import { planAnswers } from '../plan/sample'
import { rec } from '../records/sample'
import type { Answers } from '../support/fake-api'
import { today } from '../support/sample'
import { show } from '../support/show'

/** What lies on the sheet while the shell prints it. */
const sheet = (): Element | null => document.querySelector('.sheet-place')
const rowsOnPaper = (): readonly string[] => [...(sheet()?.querySelectorAll('tbody tr') ?? [])].map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent).join('|'))

/** Presses 打印 and 存成 PDF on a screen; what the shell saw at each. */
async function onPaper(piece: ReactNode, answers: Answers): Promise<{ readonly printed: readonly string[]; readonly saved: readonly string[]; readonly path: string }> {
  let [printed, saved]: (readonly string[])[] = [[], []]
  forgetFundYear()
  forgetYear()
  forgetProjectYear()
  const { person, api } = show(piece, {
    ...answers, 'settings.get': { settings: defaultSettings, ui: { out_folder: '/u' } },
    'shell.print': () => { printed = rowsOnPaper(); return { printed: true } },
    'shell.pdf': ({ path }) => { saved = rowsOnPaper(); return { path, bytes: 1 } },
  })
  const enabled = async (name: string): Promise<HTMLElement> => waitFor(() => {
    const button = screen.getByRole('button', { name })
    expect((button as HTMLButtonElement).disabled).toBe(false)
    return button
  })
  await person.click(await enabled('打印'))
  await waitFor(() => expect(api.of('shell.print')).toEqual([{ dialog: true }]))
  await person.click(await enabled('存成 PDF'))
  await waitFor(() => expect(api.of('shell.pdf')).toHaveLength(1))
  await waitFor(() => expect(sheet()).toBeNull())
  return { printed: printed ?? [], saved: saved ?? [], path: api.of('shell.pdf')[0]?.path ?? '' }
}

const deputy = (at: number): DeputyRow => ({
  mandate: `m${String(at)}`, person: `p${String(at)}`, name: `代表${String(at)}`, note: '', level: '5', status: at === 60 ? '已终止' : '在任', sex: '1', ethnic: '01', birth: '1978-03', party: '01', edu: null, occupation: null,
  constituency: '第一选区', group: at > 55 ? '第二代表小组' : '第一代表小组', post: '石桥村', presidium_role: null, phone: '138****0001', doubts: at === 2 ? 1 : 0, events: at, initials: 'x',
})
const roster: Answers = { 'deputies.list': { rows: Array.from({ length: 60 }, (_, at) => deputy(at + 1)), total: 60 } }

describe('The roster goes on paper whole', () => {
  it('with all 59 who sit, of whom the screen lists the first 50, and with covered telephones', async () => {
    forgetViews()
    const { printed, saved, path } = await onPaper(<DeputiesScreen route={{ screen: 'deputies' }} />, roster)
    expect([document.querySelectorAll('[data-row]').length, printed.length, path]).toEqual([50, 59, `/u/代表名册 ${today}.pdf`])
    expect([printed[1], printed.at(-1)]).toEqual(['2|代表2|男|1978年3月|中共党员|石桥村|第一选区|第一代表小组|138****0001|2|在任，待核 1', '59|代表59|男|1978年3月|中共党员|石桥村|第一选区|第二代表小组|138****0001|59|在任'])
    expect(saved).toEqual(printed)
    expect(useNotices.getState().list.map((one) => one.text)).toEqual([`已存好：代表名册 ${today}.pdf`])
  })

  it('as the filters leave it', async () => {
    forgetViews()
    changeView('deputies', { where: { group: '第二代表小组' } })
    expect((await onPaper(<DeputiesScreen route={{ screen: 'deputies' }} />, roster)).printed.map((row) => row.split('|')[1])).toEqual(['代表56', '代表57', '代表58', '代表59'])
  })

  it('as a table, in the order of the screen', async () => {
    forgetViews()
    changeView('deputies', { where: { group: '第二代表小组', shown: 'all' } })
    const { person, api } = show(<DeputiesScreen route={{ screen: 'deputies' }} />, { ...roster, 'settings.get': { settings: defaultSettings, ui: { out_folder: '/u' } }, 'deputies.file': { files: [{ kind: 'xlsx', path: '/u/a.xlsx', bytes: 1, sha256: '' }], rows: 5 } })
    const button = await screen.findByRole('button', { name: '存成表格' })
    await waitFor(() => expect((button as HTMLButtonElement).disabled).toBe(false))
    await person.click(button)
    await waitFor(() => expect(api.of('deputies.file')).toEqual([{ at: today, mandates: ['m56', 'm57', 'm58', 'm59', 'm60'], out: '/u' }]))
  })
})

describe('Other screens of their own go on paper whole', () => {
  it('the budget of a year', async () => {
    forgetViews()
    const line = { id: 'b1', kind: '1', standard_fen: null, budget_fen: 100_000, spent_fen: 70_000, unpaid_fen: 0, balance_fen: 30_000, count: 2 }
    const { printed, saved, path } = await onPaper(<FundsScreen route={{ screen: 'list', type: 'budget' }} />, { 'fund.board': { lines: [line], years: [2025] } })
    expect(printed[0]).toMatch(/^1\|.+\|1,000\.00 元\|700\.00 元\|300\.00 元\|0\.00 元\|2$/u)
    expect([saved, path]).toEqual([printed, `/u/2025年经费预算执行 ${today}.pdf`])
  })

  it('the plan of a year with what was done, and what nobody had planned', async () => {
    const { printed, saved } = await onPaper(<PlanScreen route={{ screen: 'plan' }} />, planAnswers)
    expect(printed.map((row) => row.split('|').at(-1))).toEqual(['已完成', '过期未开展', '已有安排', '还没开展', '已调整', '未列入计划'])
    expect(printed.at(-1)).toBe('6||调解石桥村土地纠纷|代表活动||2025年5月12日|未列入计划')
    expect(saved).toEqual(printed)
  })

  it('the stations with what each did, and their sums', async () => {
    forgetViews()
    const site = (id: string, name: string, value: number) => ({ id, name, kind: '1', master: '何秀兰', open_time: '每月9日', closed_on: '', deputies: 3, figures: [{ path: 'B8.10', label: '开展活动', unit: '次', value }] })
    const { printed, saved } = await onPaper(<SitesScreen route={{ screen: 'list', type: 'site' }} />, { 'site.board': { rows: [site('s1', '石桥联络站', 7), site('s2', '上坪联络站', 0)] } })
    expect(printed.map((row) => row.split('|').filter((_, at) => at !== 2).join('|'))).toEqual(['1|石桥联络站|何秀兰|每月9日|3|7', '2|上坪联络站|何秀兰|每月9日|3|0'])
    expect(saved).toEqual(printed)
  })

  it('the projects of a year, also while there are candidates to vote on', async () => {
    forgetViews()
    const projects = [rec('livelihood_project', 'p1', { year: 2025, name: '石桥村停车场', location: '石桥村', invest_fen: 140_000_000, votes: 40 }, '候选')]
    const { printed, saved } = await onPaper(<ProjectsScreen route={{ screen: 'list', type: 'livelihood_project' }} />, { 'record.list': ({ type }) => ({ rows: type === 'livelihood_project' ? projects : [], titles: {}, next: null, total: 1 }) })
    expect(printed).toEqual(['1|石桥村停车场|石桥村|140 万元|40|候选|—|—'])
    expect(saved).toEqual(printed)
  })

  it('what was done on this computer, further back than the screen has read', async () => {
    const line = (at: number): AuditRow => ({ at: '2024-11-20T09:00:00+08:00', by: '周维安', group: 'out', what: 'export', about: `第${String(at)}份`, detail: {} })
    const { printed, saved } = await onPaper(<AuditScreen />, {
      'audit.list': ({ after, limit = 0 }) => (after === undefined ? { rows: Array.from({ length: limit }, (_, at) => line(at)), next: '1-1', people: ['周维安'] } : { rows: [line(500)], next: null, people: ['周维安'] }),
    })
    expect([printed.length, printed.at(-1)]).toEqual([501, '501|2024年11月20日 9:00|周维安|导出|第500份|'])
    expect(saved).toEqual(printed)
  })

  it('what was done, each change with what was there before and after, private values covered', async () => {
    const change = { by: '周维安', group: 'change' as const, what: 'put', detail: {} }
    const rows: AuditRow[] = [
      { ...change, at: '2025-11-20T09:00:00+08:00', record: { id: 'x', type: 'person', title: '何秀兰' }, changed: ['work_unit', 'resume'], version: 'x2' },
      { ...change, at: '2025-11-20T08:00:00+08:00', record: { id: 'y', type: 'person_private', title: '何秀兰' }, changed: ['phone'], version: 'y2' },
      { ...change, at: '2025-11-19T08:00:00+08:00', what: 'new', record: { id: 'x', type: 'person', title: '何秀兰' } },
    ]
    const version = (id: string, data: Readonly<Record<string, string>>, changed: readonly string[]) => ({ id, op: 'put' as const, by: '周维安', at: '2025-11-20T09:00:00+08:00', data, changed, head: false })
    const { printed, saved } = await onPaper(<AuditScreen />, {
      'audit.list': { rows, next: null, people: ['周维安'] },
      'audit.changes': {
        changes: [
          { type: 'person', versions: [version('x2', { work_unit: '石桥村委会' }, ['work_unit', 'resume']), version('x1', { work_unit: '供销社', resume: '旧' }, [])] },
          { type: 'person_private', versions: [version('y2', { phone: '139****0002' }, ['phone']), version('y1', { phone: '138****0001' }, [])] },
        ],
        titles: {},
      },
    })
    expect(printed.map((row) => row.split('|').at(-1))).toEqual(['工作单位：供销社 → 石桥村委会；简历：旧 → （清空）', '手机号码：（不显示） → （不显示）', ''])
    expect(saved).toEqual(printed)
  })

  it('the board of the towns', async () => {
    const town = (at: number) => ({ code: `33112210${String(at)}`, name: `第${String(at)}镇`, last_pseq: null, last_package: null, days_since: null, state: 'NEVER', open_issues: 0, conflicts: 0, pending_attachments: 0 })
    const towns = Array.from({ length: 60 }, (_, at) => town(at)) as never
    const board = await onPaper(<Board board={{ towns, overdue_days: 45 } as never} asked={{ screen: 'towns' }} onChanged={() => undefined} />, {})
    expect([board.printed.length, board.saved.length, board.path]).toEqual([60, 60, `/u/各乡镇上报情况 ${today}.pdf`])
  })

  it('the list of what is due', async () => {
    const todo = (at: number) => ({ id: `t${String(at)}`, title: `第${String(at)}件`, who: '主席团', source: '规则', owner: '', due_on: '2025-12-01', days: 7, state: 'soon', type: 'activity', action: 'open' })
    const todos = await onPaper(<TodosScreen route={{ screen: 'todos' }} />, { 'todo.list': { items: Array.from({ length: 70 }, (_, at) => todo(at)) } as never, 'draft.list': { drafts: [] } })
    expect([todos.printed.length, todos.saved.length]).toEqual([70, 70])
  })
})
