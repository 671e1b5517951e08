/** What is wrong with a notice of holidays or a rule update, said to a person. */
import type { ErrorCode } from '../result'
import { part, type Sentence, type Words } from './say'
import { ruleName } from './rules'

const told = (say: string, next: string): Sentence => ({ say, next })

/** 2027-10-01 → 2027年10月1日. */
function day(text: string): string {
  const [year = '', month = '', date = ''] = text.split('-')
  return date === '' ? text : `${year}年${Number(month)}月${Number(date)}日`
}

const asNotice = '请把国务院办公厅“关于某年部分节假日安排的通知”的正文整段粘贴进来，或一行一天（如 2027-01-01 休）。'

const holidays = (d: Readonly<Record<string, unknown>>): Sentence => {
  const on = day(part(d, 'day'))
  switch (part(d, 'fault')) {
    case 'no-year': return told('没有认出这是哪一年的放假安排。', '请连标题一起粘贴，标题里要有年份。')
    case 'no-days': return told('没有认出放假的日子。', asNotice)
    case 'no-festival': return told(`这份安排里没有${on}，不像是全年的放假安排。`, asNotice)
    case 'worked-on-weekday': return told(`${on}不是周末，不会是调休上班日。`, '请核对这一天和年份。')
    case 'both': return told(`${on}既写了放假又写了上班。`, '请核对这一天。')
    case 'bad-day': return told(`“${on}”不是有效的日期。`, '请核对月份和日子。')
    case 'count-differs': return told(`从${day(part(d, 'from'))}起写了共 ${part(d, 'said')} 天，日期却是 ${part(d, 'found')} 天。`, '请核对起止日期。')
    default: return told('看不懂这份放假安排。', asNotice)
  }
}

const rules = (d: Readonly<Record<string, unknown>>): Sentence => {
  const where = part(d, 'key') === '' ? `第 ${part(d, 'line')} 条` : `“${ruleName(part(d, 'key'))}”`
  switch (part(d, 'fault')) {
    case 'newer': return told('这份规则更新是新版软件做的。', '请先升级软件，再导入。')
    case 'empty': return told('这份规则更新里什么也没有。', '请向县里要一份新的。')
    case 'unknown-key': return told(`第 ${part(d, 'line')} 条规则“${part(d, 'key')}”本软件没有。`, '可能是新版软件做的，请先升级。')
    case 'bad-entry': case 'bad-value': return told(`规则更新里${where}填得不对，整份没有采用。`, '请告诉县里，要一份改正的。')
    case 'bad-holidays': return told(`规则更新里第 ${part(d, 'line')} 份放假安排不完整，整份没有采用。`, '请告诉县里，要一份改正的。')
    default: return told('这个文件不是规则更新。', '请选县里给的规则更新文件（文件名以 .zrule 结尾）。')
  }
}

export const ruleErrorWords = { 'not-holidays': holidays, 'not-rules': rules } satisfies Partial<Record<ErrorCode, Words>>
