import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import SettingsScreen from '../../../renderer/screens/settings/SettingsScreen'
import { Notices } from '../../../renderer/ui/Notices'
import type { RuleList } from '../../../shared/contract/rules'
import { defaultSettings } from '../../../shared/rules/rule-book'
import { officialHolidays } from '../../../shared/rules/workdays'
import { fail } from '../../../shared/result'
import type { Answers } from '../support/fake-api'
import { townAnswers } from '../support/sample'
import { sampleRules } from '../support/sample-rules'
import { show } from '../support/show'

const moved = [
  { kind: 'stored', id: 's1', rule: 'suggest.reply.normal', title: '19-1-001 关于修路的建议', before: '2025-12-10', after: '2025-11-10' },
  { kind: 'reminder', id: 'presidium.interval:m1', rule: 'presidium.interval', title: '召开主席团会议', before: '2025-12-01', after: null },
] as const

async function open(rules: RuleList, more: Answers = {}) {
  const answers = { ...townAnswers, 'rules.list': rules, 'settings.get': { settings: defaultSettings, ui: { out_folder: '/文档' } }, ...more }
  const shown = show(<><SettingsScreen route={{ screen: 'settings', part: 'rules' }} /><Notices /></>, answers)
  await screen.findByRole('region', { name: '期限和人数规则' })
  return shown
}

describe('the rules in the settings', () => {
  it('a rule is changed with its source; what would move is seen before, and only what is ticked moves', async () => {
    const { person, api } = await open(sampleRules('浙江'), { 'rules.set': ({ dry_run: dry }) => ({ changed: dry !== true, moved, taken: [] }) })
    await person.click(screen.getByRole('button', { name: '修改建议答复（一般）' }))
    const drawer = within(screen.getByRole('dialog', { name: '建议答复（一般）' }))
    await person.clear(drawer.getByLabelText('数值'))
    await person.type(drawer.getByLabelText('数值'), '2')
    expect((drawer.getByRole('button', { name: '看看会改哪些' }) as HTMLButtonElement).disabled).toBe(true)
    await person.type(drawer.getByLabelText('依据'), '县办法第2条')
    await person.click(drawer.getByRole('button', { name: '看看会改哪些' }))
    await person.click(await drawer.findByRole('checkbox'))
    await person.click(drawer.getByRole('button', { name: '保存' }))
    await screen.findByText('建议答复（一般）已改好')
    expect(api.of('rules.set')).toEqual([
      { key: 'suggest.reply.normal', n: 2, unit: 'month', who: '镇里', source: '县办法第2条', dry_run: true }, { key: 'suggest.reply.normal', n: 2, unit: 'month', who: '镇里', source: '县办法第2条', move: ['s1'] },
    ])
  })

  it('marks what the office set itself and offers to take the last change back', async () => {
    const { person, api } = await open(sampleRules('浙江', { own: ['suggest.assign'], last: { what: '改“建议审查后交办”', by: '周维安', at: '2025-11-24T09:00:00+08:00' } }), { 'rules.undo': { undone: '改“建议审查后交办”', left: [] } })
    await person.click(screen.getByText('自己改过的'))
    expect(screen.getAllByText('自己改过')).toHaveLength(1)
    await person.click(screen.getByRole('button', { name: '撤销上次修改' }))
    await screen.findByText('已撤销：改“建议审查后交办”')
    expect(api.of('rules.undo')).toHaveLength(1)
  })

  it('an update from the county is looked at, and refused without a change', async () => {
    const offers = [{ id: 'o1', title: '望川县2026年规则', from: '望川县人大常委会', issued_on: '2025-11-20' }]
    const entry = sampleRules('浙江').entries.find((one) => one.key === 'suggest.assign')
    if (!entry) throw new Error('no rule')
    const { person, api } = await open(sampleRules('浙江', { offers }), {
      'rules.update': { changed: false, moved, taken: [], update: { title: '望川县2026年规则', from: '望川县人大常委会', issued_on: '2025-11-20' }, differences: [{ key: entry.key, before: entry, after: { ...entry, n: 3 } }], holidays: [] },
      'rules.refuse': { refused: true },
    })
    await person.click(screen.getByRole('button', { name: '看一看' }))
    const dialog = within(await screen.findByRole('dialog', { name: '规则更新' }))
    expect(within(await dialog.findByRole('table')).getByText('3天')).toBeTruthy()
    await person.click(dialog.getByRole('button', { name: '不采用' }))
    expect([api.of('rules.update'), api.of('rules.refuse')]).toEqual([[{ offer: 'o1' }], [{ offer: 'o1' }]])
  })

  it('nonsense in the place of a notice is answered with a sentence, a notice with its days', async () => {
    const table = officialHolidays.find((one) => one.year === 2026)
    if (!table) throw new Error('no table')
    const { person, api } = await open(sampleRules('浙江'), {
      'holidays.read': ({ text, adopt }) => (text === '明天放假' ? fail('not-holidays', { detail: { fault: 'no-year' } }) : { changed: adopt === true, moved: [], taken: [], table }),
    })
    await person.click(screen.getByRole('button', { name: '粘贴放假安排' }))
    const dialog = within(screen.getByRole('dialog', { name: '粘贴放假安排' }))
    await person.type(dialog.getByRole('textbox'), '明天放假')
    await person.click(dialog.getByRole('button', { name: '看看认得对不对' }))
    await dialog.findByText('没有认出这是哪一年的放假安排。')
    await person.clear(dialog.getByRole('textbox'))
    await person.type(dialog.getByRole('textbox'), '通知正文')
    await person.click(dialog.getByRole('button', { name: '看看认得对不对' }))
    expect(await dialog.findByText(/2月15日至2月23日/u)).toBeTruthy()
    await person.click(dialog.getByRole('button', { name: '采用' }))
    expect(api.of('holidays.read').at(-1)).toEqual({ text: '通知正文', adopt: true, move: [] })
  })
})
