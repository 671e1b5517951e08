import { expect, test } from 'vitest'
import { title } from '../../shared/forms/form'
import { titleLines } from '../../shared/report/setting'
import { balancedTitle, titleHolds, titleWidth } from '../../shared/report/title-lines'

test('a long title of a notice is parted between its words into lines of about one length, 人民代表大会 whole', () => {
  expect(balancedTitle('关于召开青禾镇第十九届人民代表大会第一次会议的通知')).toBe('关于召开青禾镇第十九届\n人民代表大会第一次会议的通知')
  expect(balancedTitle('关于召开青禾镇第十九届人民代表大会主席团第一次会议的通知')).toBe('关于召开青禾镇第十九届\n人民代表大会主席团第一次会议的通知')
  expect(balancedTitle('关于开展视察石桥村饮水安全巩固提升工程及配套管网建设情况活动的通知')).toBe('关于开展视察石桥村饮水安全巩固提升\n工程及配套管网建设情况活动的通知')
  expect(balancedTitle('关于开展2026年第一季度“代表进站接待选民”活动的通知')).toBe('关于开展2026年第一季度\n“代表进站接待选民”活动的通知')
})

test('no line begins or ends alone, and none is longer than its page', () => {
  const names = ['青禾镇', '中华人民共和国安全生产法', '农村人居环境整治和垃圾分类', '2026年度政府民生实事项目候选项目征集', '石桥村、太平村、东河社区道路硬化工程']
  for (const one of names) {
    for (const other of names) {
      const lines = balancedTitle(`关于开展${one}和${other}视察活动的通知`).split('\n')
      expect([lines.every((line) => titleWidth(line) <= titleHolds), Math.min(...lines.map(titleWidth)) >= 6, lines.some((line) => /^[的、了]|[第（“]$/u.test(line))], lines.join('／')).toEqual([true, true, false])
    }
  }
})

test('what fits stays on its line, what nobody can part stays whole, and lines that were given are kept', () => {
  expect([balancedTitle('关于开展走访选民的通知'), balancedTitle('8'.repeat(60))]).toEqual(['关于开展走访选民的通知', '8'.repeat(60)])
  expect(title('青禾镇人民代表大会\n代表建议、批评和意见')).toEqual({ kind: 'form', text: '青禾镇人民代表大会\n代表建议、批评和意见' })
  expect(titleLines('青禾镇人民代表大会主席团2026年工作报告', ['人民代表大会', '主席团'])).not.toContain('会议／')
})
