/** The report of the self-check as people read it; nothing of the office's data is in it. */
import { shanghaiNow } from '../../shared/rules/calendar'

export interface CheckLine {
  readonly what: string
  readonly ok: boolean
  readonly say: string
}

export interface CheckHead {
  readonly version: string
  readonly electron: string
  readonly chrome: string
  readonly packed: boolean
  readonly at: Date
}

/** With line ends that Windows' own editor shows. */
export function reportText(head: CheckHead, lines: readonly CheckLine[]): string {
  const wrong = lines.filter(({ ok }) => !ok)
  return [
    '镇人大工作台 自检报告', `时间：${shanghaiNow(head.at).slice(0, 16).replace('T', ' ')}`, `版本：${head.version}（Electron ${head.electron}，Chromium ${head.chrome}${head.packed ? '' : '，开发环境'}）`,
    wrong.length === 0 ? '结果：都好' : `结果：${String(wrong.length)} 处要看：${wrong.map(({ what }) => what).join('、')}`, '',
    ...lines.map(({ what, ok, say }) => `${ok ? '[好]' : '[看]'} ${what}：${say}`), '', '这份报告里没有单位的任何数据。请交给维护人员。', '',
  ].join('\r\n')
}
