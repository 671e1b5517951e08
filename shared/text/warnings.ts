/** What a person reads where an action passes but something is to be looked at: one sentence a code. */
import type { Detail, Warning } from '../result'
import { spokenDay } from './say'

const word = (detail: Detail, key: string): string => {
  const value = detail[key]
  return typeof value === 'string' || typeof value === 'number' ? spokenDay(String(value)) : '—'
}

const sentences = {
  'lead-not-in-office': (d: Detail) => `领衔代表在${word(d, 'day')}不是在任代表（当日状态：${word(d, 'status')}），请核对。`,
  'body-empty': () => '建议没有内容，请补充情况、问题和具体建议（代表法第24条）。',
  'assign-late': (d: Detail) => `交办晚于规定期限（最迟${word(d, 'due_on')}）。`,
  'return-late': (d: Detail) => `承办单位退回晚于规定期限（最迟${word(d, 'due_on')}）。`,
  'class-b-without-promise': () => 'B类答复还没有登记承诺事项，请登记承诺和完成时限。',
  'no-contact-in-round': () => '本轮办理没有登记与代表的联系沟通（代表法第51条要求承办单位与代表联系沟通）。',
  'reply-late': (d: Detail) => `答复晚于应答复日期（${word(d, 'due_on')}）。`,
  'unit-not-answering': () => '答复单位不是本件的主办单位（分别办理的还包括协办单位），本件仍待承办单位答复。',
  'no-withdraw-file': () => '还没有代表书面撤回的材料，请补上书面撤回件。',
  'no-free-seat': () => '该选区没有空缺名额，请核对应选名额。',
  'no-written-resignation': () => '还没有书面辞职材料，请补上附件（选举法第55条要求书面提出）。',
  'no-passed-recall': () => '没有找到已通过的罢免记录，请核对。',
  'notice-too-short': (d: Detail) => `通知晚于规定期限（开会日期${word(d, 'start_on')}，最迟应在${word(d, 'due_on')}通知）。`,
  'no-quorum': (d: Detail) => `到会${word(d, 'present')}人，全体代表${word(d, 'total')}人，未达到法定人数${word(d, 'need')}人。`,
  'deputies-without-attendance': (d: Detail) => `还有${word(d, 'count')}名代表没有登记出席情况。`,
  'presidium-no-quorum': (d: Detail) => `到会${word(d, 'present')}人，应到${word(d, 'total')}人，未达到主席团会议法定人数。`,
  'no-decisions': () => '还没有登记议题和决定事项。',
  'bill-late': (d: Detail) => `议案晚于截止日期（${word(d, 'deadline_on')}）提出。`,
  'too-few-nominators': (d: Detail) => `候选人${word(d, 'names')}的联名选民不足${word(d, 'need')}人（选举法第30条）。`,
  'too-few-cosigners': (d: Detail) => `${word(d, 'names')}的联名代表不足${word(d, 'need')}人（${word(d, 'source')}），请核对提名。`,
  'roll-too-short': (d: Detail) => `从公布选民名单到投票只有${word(d, 'days')}天，不足${word(d, 'need')}天，请核对本省规定。`,
  'poll-invalid': (d: Detail) => (d['why'] === 'turnout'
    ? `参加投票${word(d, 'turnout')}人，未超过选民${word(d, 'voters')}人的半数，投票无效，须重新选举。`
    : `没有候选人得票过半数（投票${word(d, 'turnout')}人），须重新选举。`),
  'open-findings': (d: Detail) => `还有${word(d, 'count')}个问题没有销号。`,
  'extension-too-long': (d: Detail) => `延期超过书面交办后六个月（${word(d, 'due_on')}）。`,
  'votes-below-majority': (d: Detail) => `得票${word(d, 'votes')}，未超过全体代表${word(d, 'total')}人的半数，请核对是否当选。`,
  'rating-replaced': (d: Detail) => `第${word(d, 'round')}轮“${word(d, 'aspect')}”已有测评，已按本次结果更正。`,
  'rectification-expected': () => '不满意票过半数，还没有登记整改报告。',
  'nothing-linked': () => '没有关联的执行记录，请核对是否确已完成。',
  'doc-no-used': (d: Detail) => `文号${word(d, 'doc_no')}已被其他文件使用。`,
  'doc-no-gap': (d: Detail) => `文号${word(d, 'doc_no')}之前空缺${word(d, 'gap')}个号。`,
  'over-budget': (d: Detail) => `该科目支出合计${yuan(d, 'spent_fen')}元，超过预算${yuan(d, 'budget_fen')}元。`,
  'fixed-income': () => '该代表有固定工资收入，误工补贴只发给无固定工资收入的代表（代表法第41条）。',
} as const

const yuan = (detail: Detail, key: string): string => {
  const fen = detail[key]
  if (typeof fen !== 'number') return '—'
  const cents = String(Math.abs(fen) % 100).padStart(2, '0')
  return `${fen < 0 ? '-' : ''}${String(Math.floor(Math.abs(fen) / 100))}.${cents}`
}

/** Codes of the warnings that steps give. */
export type StepWarningCode = keyof typeof sentences

export const stepWarningCodes = Object.keys(sentences) as readonly StepWarningCode[]

/** The sentence of a step's warning; null for a code of somebody else. */
export function stepWarningText(warning: Warning): string | null {
  return Object.hasOwn(sentences, warning.code) ? sentences[warning.code as StepWarningCode](warning.detail ?? {}) : null
}
