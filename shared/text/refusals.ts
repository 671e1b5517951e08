/** Why a step is refused (`not-now`, detail.because), in a sentence each. */
import type { Detail } from '../result'
import { refusalReasons, type RefusalReason } from '../steps/refuse'
import { spokenDay } from './say'

const word = (detail: Detail, key: string): string => {
  const value = detail[key]
  if (Array.isArray(value)) return value.map(String).join('、')
  return typeof value === 'string' || typeof value === 'number' ? spokenDay(String(value)) : '—'
}

const has = (detail: Detail, key: string): boolean => {
  const value = detail[key]
  return Array.isArray(value) && value.length > 0
}

const sentences: Readonly<Record<RefusalReason, (detail: Detail) => string>> = {
  'wrong-status': (d) => {
    const now = `现在是“${word(d, 'status')}”，这一步要在“${word(d, 'allowed')}”时办`
    return has(d, 'needLabels') ? `${now}，还要先办：${word(d, 'needLabels')}。` : `${now}。`
  },
  'input-missing': (d) => (has(d, 'missingLabels') ? `还缺：${word(d, 'missingLabels')}。` : '还缺必填的内容，请补齐。'),
  'feedback-term-running': (d) => `代表还没有测评，反馈期限到${word(d, 'until')}才届满，现在不能办结。`,
  'rating-missing': () => '代表还没有测评；反馈期限已过仍未反馈的，请把办结方式选为“未反馈”。',
  'proof-missing': () => 'A类件办结须有佐证材料或落实说明。',
  'answer-exists': () => '本轮已有答复，不能退回。',
  'unit-answered': () => '该单位本轮已经答复。',
  'two-rounds-needed': (d) => `已答复${word(d, 'rounds')}轮，重办后仍不满意的才进行协调处理。`,
  'target-not-open': () => '要并入的主件已经办结或终止。',
  'already-merged': () => '要并入的主件已经并入本件。',
  'no-answer-to-rate': () => '没有可测评的答复。',
  'answer-rated': () => '该答复已经测评。',
  'no-open-promise': () => '没有未落实的承诺事项。',
  'promise-closed': () => '该承诺已经落实或取消。',
  'too-few-names': (d) => `联名代表${word(d, 'have')}人，不足法定的${word(d, 'need')}人。`,
  'too-few-voters': (d) => `联名选民${word(d, 'have')}人，不足法定的${word(d, 'need')}人。`,
  'name-twice': () => '同一名代表列了两次。',
  'not-in-office': (d) => `有代表在${word(d, 'day')}不是在任代表。`,
  'vote-not-passed': (d) => `所关联的表决赞成${word(d, 'for_count')}票，未超过全体代表${word(d, 'total')}人的半数，不能登记为通过。`,
  'vote-passed': (d) => `所关联的表决赞成${word(d, 'for_count')}票，已超过全体代表${word(d, 'total')}人的半数，不能登记为未通过。`,
  'vote-without-result': () => '所关联的表决还没有结果。',
  'term-without-end': () => '本届还没有登记届满日期。',
  'needs-congress': () => '讨论决定的事项须由人民代表大会会议作出决定，主席团会议不能代行。',
  'use-convert': () => '转为代表建议请使用“转为代表建议”这一步。',
  'already-converted': () => '已经转为代表建议。',
  'nothing-to-undo': () => '没有可以撤销的步骤。',
  'made-record-in-use': () => '这一步产生的记录已经往下办理，请先撤销那里的步骤。',
  'other-record-moved-on': () => '这一步影响的另一条记录已有新的变化，请先撤销那里的步骤。',
  'not-this-reason': () => '终止原因与这一步不符。',
  'report-signed': () => '这一年的报告已经定稿，文字和数字都不再改；要改，先撤回定稿并写明理由。',
}

/** Where something on this form is to be put right or filled in, and not a step before it. */
const toMend: ReadonlySet<RefusalReason> = new Set([
  'too-few-names', 'too-few-voters', 'name-twice', 'not-in-office', 'vote-not-passed', 'vote-passed', 'vote-without-result', 'needs-congress',
  'use-convert', 'not-this-reason', 'target-not-open', 'already-merged', 'promise-closed', 'no-open-promise',
])

/** What to do about a refusal; null where the usual words fit: fill in what is missing, or do the steps before. */
export function refusalNext(detail: Detail): string | null {
  const because = refusalReasons.find((reason) => reason === detail['because'])
  if (because === 'feedback-term-running') return '请等代表测评，或期满以后再办。'
  return because !== undefined && toMend.has(because) ? '请核对后再办。' : null
}

/** The sentence of a refusal; null where the detail names no reason. */
export function refusalText(detail: Detail): string | null {
  const because = refusalReasons.find((reason) => reason === detail['because'])
  return because === undefined ? null : sentences[because](detail)
}
