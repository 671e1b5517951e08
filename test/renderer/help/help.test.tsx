import { render, screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import HelpScreen from '../../../renderer/screens/help/HelpScreen'
import { QuickCard } from '../../../renderer/screens/help/QuickCard'
import { findHelp, helpPages, pictureOf } from '../../../renderer/screens/help/pages'
import { readMarkdown } from '../../../renderer/screens/help/read-markdown'
import { levelOf } from '../../../renderer/state/level'
import { show } from '../support/show'

describe('Help', () => {
  it('has a page for every task and what is new, each short enough for one sheet, and a picture wherever a page names one', () => {
    expect(helpPages.map((page) => page.title)).toEqual(expect.arrayContaining(['第一次使用', '导入代表名单', '代表辞职、去世、补选', '查找、打印、导出名单', '记活动、记接待', '办代表建议', '开会：议程、点名、表决', '监督和年度计划', '上报和读回执', '备份和密码', '换人、换届、换电脑', '出了问题怎么办', '代表述职和测评', '民生实事票决', '经费和误工补贴', '先练习，再正式用', '统计和年度报告', '新版本有什么']))
    const pictures = helpPages.flatMap((page) => page.blocks.flatMap((block) => (block.kind === 'picture' ? [block.name] : [])))
    expect(pictures.length).toBeGreaterThan(8)
    expect(pictures.filter((name) => pictureOf(name) === null)).toEqual([])
    const letters = helpPages.map((page) => JSON.stringify(page.blocks).replace(/[^\p{Script=Han}]/gu, '').length)
    expect(letters.filter((count) => count > 500)).toEqual([])
  })

  it('opens the page that was asked for and prints it', async () => {
    const { person, api } = show(<HelpScreen route={{ screen: 'help', page: 'safety' }} />, { 'shell.print': { printed: true } })
    expect(screen.getByRole('heading', { name: '备份和密码' })).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '打印这一页' }))
    expect(api.of('shell.print')).toEqual([{ dialog: true }])
  })

  it('is found by words anywhere in a page, and says where there is nothing', async () => {
    const { person } = show(<HelpScreen route={{ screen: 'help' }} />, {})
    await person.type(screen.getByLabelText('在帮助里找'), '回执 U')
    expect(screen.getByRole('button', { name: /^上报和读回执/u })).toBeTruthy()
    await person.clear(screen.getByLabelText('在帮助里找'))
    await person.type(screen.getByLabelText('在帮助里找'), '火星')
    expect(screen.getByRole('status').textContent).toContain('没有找到')
  })

  it('is found by what a chair would type, and the page that answers it comes first', () => {
    const asked: Readonly<Record<string, string>> = {
      代表辞职: 'seats', 补选: 'seats', 去世: 'seats', 新来的代表: 'seats', U盘坏了: 'report', U盘丢了怎么办: 'report', 忘记密码: 'safety', 换电脑: 'handover', 换主席: 'handover', 导出名单: 'lists', 打印签到表: 'lists', 搜索: 'lists',
      年终总结: 'year', 统计表: 'year', 会议记录: 'meeting', 建议超期: 'suggestion', 不满意: 'suggestion', 停电: 'trouble', 删错了: 'trouble', 误删: 'trouble', 打不开: 'trouble', 字太小: 'keys', 快捷键: 'keys', 导入花名册: 'roster',
      接待群众: 'activity', 误工补贴: 'money', 拍照: 'paper', 节假日: 'rules', 同一个人重复: 'old', 县里没收到: 'report', 唱票: 'debrief', 存档: 'archive', 备份: 'safety', 改密码: 'safety', 练习: 'practice', 自己加栏目: 'own', 民生实事: 'projects',
    }
    expect(Object.entries(asked).map(([text, name]) => [text, findHelp(text)[0]?.page.name ?? '', name]).filter(([, found, name]) => found !== name)).toEqual([])
    expect(findHelp('火星天气')).toEqual([])
  })

  it('prints a quick card of one sheet with the tasks and the keys', async () => {
    const { person, api } = show(<HelpScreen route={{ screen: 'help' }} />, { 'shell.print': { printed: true } })
    await person.click(screen.getByRole('button', { name: '打印速查卡' }))
    await waitFor(() => expect(api.of('shell.print')).toHaveLength(1))
  })

  it('prints the card of a county with what a county does, and its keys', () => {
    render(<QuickCard role="county" level={levelOf('511321')} />)
    const text = document.body.textContent
    for (const words of ['核对后准许', '打印催报名单', '导入 U 盘、看各镇、出统计报表、交办', 'Alt 加 1…4']) expect(text).toContain(words)
    expect(text).not.toContain('记接待')
  })

  it('reads headings, lists and bold words', () => {
    expect(readMarkdown('# 题\n\n1. **先**做\n2. 后做\n- 点\n\n话')).toEqual([
      { kind: 'title', spans: [{ text: '题', bold: false }] },
      { kind: 'steps', items: [[{ text: '先', bold: true }, { text: '做', bold: false }], [{ text: '后做', bold: false }]] },
      { kind: 'points', items: [[{ text: '点', bold: false }]] },
      { kind: 'paragraph', spans: [{ text: '话', bold: false }] },
    ])
  })
})
