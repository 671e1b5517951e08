/** The keys that save the hand some way, as the settings, the quick card and the help list them. */
import type { OfficeInfo } from '../../shared/contract/office'
import { entriesOf } from './quick-entries'

export function keyWords(role: OfficeInfo['role'], each: string): readonly (readonly [string, string])[] {
  const entries = entriesOf(role, each)
  return [
    ['F1', '帮助'], [`Alt 加 1…${String(entries.length)}`, entries.map(({ word }) => word).join('、')], ['Alt 加 H', '首页'], ['Ctrl 加 S', '保存'], ['Esc', '先不存，返回（写的都留着）'], ['Ctrl 加 F', '找记录'],
    ['Alt 加 ←', '回上一页'], ['Ctrl 加 +、−', '字大、字小'], ['Alt 加 ↓', '打开日历'], ['Tab、空格、回车', '不用鼠标：往下走、勾选、按按钮'],
  ]
}
