import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import HelpScreen from '../../../renderer/screens/help/HelpScreen'
import { helpPages } from '../../../renderer/screens/help/pages'
import { readMarkdown } from '../../../renderer/screens/help/read-markdown'
import { show } from '../support/show'

describe('Help', () => {
  it('has nine pages, each short enough for one sheet', () => {
    expect(helpPages.map((page) => page.title)).toEqual(['第一次使用', '导入代表名单', '记活动、记接待', '办代表建议', '会议和监督', '上报和读回执', '备份、密码和换电脑', '出了问题怎么办', '述职测评、民生实事、经费'])
    const letters = helpPages.map((page) => JSON.stringify(page.blocks).replace(/[^\p{Script=Han}]/gu, '').length)
    expect(letters.filter((count) => count > 500)).toEqual([])
  })

  it('opens the page that was asked for and prints it', async () => {
    const { person, api } = show(<HelpScreen route={{ screen: 'help', page: 'safety' }} />, { 'shell.print': { printed: true } })
    expect(screen.getByRole('heading', { name: '备份、密码和换电脑' })).toBeTruthy()
    await person.click(screen.getByRole('button', { name: '打印这一页' }))
    expect(api.of('shell.print')).toEqual([{ dialog: true }])
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
