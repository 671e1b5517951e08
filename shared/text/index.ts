/** Registry of every sentence that a person reads about an error or a warning, by code. */
import type { Detail, ErrorCode, Warning } from '../result'
import { errorWords } from './errors'
import { refusalNext, refusalText } from './refusals'
import { labelIn, part, type Sentence, type Words, type WordTable } from './say'
import { stepWarningText } from './warnings'

export type { Sentence } from './say'

/** Warnings that come from the fields themselves, not from a step. */
const fieldWarnings: WordTable = {
  'looks-private': (d) => ({ say: `${labelIn(d)}里像是有手机号或身份证号，这一栏会上报到县里。`, next: '请把号码改记到“个人隐私信息”里。' }),
  'long-title': (d) => ({ say: `${labelIn(d)}超过 ${part(d, 'limit')} 个字，`, next: '一事一议的建议标题宜再精简。' }),
  'dates-out-of-order': (d) => ({ say: `${part(d, 'secondLabel')} ${part(d, 'second')} 早于 ${part(d, 'firstLabel')} ${part(d, 'first')}，已照原样补录，`, next: '请核对这两个日期。' }),
  'not-in-office': (d) => ({ say: `${part(d, 'names')}在${part(d, 'day')}不是在任代表，`, next: '请核对日期或人。' }),
  // While it is typed the text is shown with its signs in their places; what is saved says only which they were.
  'hidden-signs': (d) => ({ say: `${labelIn(d)}里有看不见的方向符号（${part(d, 'shown') || part(d, 'signs')}），保存时去掉，`, next: '请核对去掉以后是不是原来的意思。' }),
  'lead-joins': (d) => ({ say: `${part(d, 'names')}已是领衔代表，`, next: '联名里不用再写，人数不重复算。' }),
  'named-again': (d) => ({ say: `${labelIn(d)}里有 ${part(d, 'again')} 个是重复写的，只算一次，`, next: '请核对是不是写错了人。' }),
  'in-two-groups': (d) => ({ say: `${part(d, 'names')}还在别的小组里。`, next: '换了组请在原来的组里填上“止”的日期。' }),
  'number-used': (d) => ({ say: `本届已经有第${part(d, 'no')}次会议，`, next: '请核对第几次。' }),
  'votes-do-not-add-up': (d) => ({ say: `票数对不上：${part(d, 'say')}。`, next: '已照写的保存，请核对。' }),
  'loose-word': (d) => ({ say: `${labelIn(d)}“${part(d, 'value')}”没有说全，已按最可能的一项登记。`, next: '请核对。' }),
}

const inWords = (words: Words, detail: Detail): Sentence => (typeof words === 'function' ? words(detail) : words)

/**
 * What an error says and what to do next. `detail.label` is the Chinese name of the field the error belongs to; other details are the
 * ones that came with the error.
 */
export function say(code: ErrorCode, detail: Detail = {}): Sentence {
  const words = inWords(errorWords[code], detail)
  const because = code === 'not-now' ? refusalText(detail) : null
  return because === null ? words : { say: because, next: refusalNext(detail) ?? words.next }
}

/** A warning in one sentence; null for a code that nobody has words for. */
export function sayWarning(warning: Warning, label?: string): string | null {
  const step = stepWarningText(warning)
  if (step !== null) return step
  const words = fieldWarnings[warning.code]
  if (words === undefined) return null
  const sentence = inWords(words, { ...warning.detail, ...(label === undefined ? {} : { label }) })
  return `${sentence.say}${sentence.next}`
}
