/** The cohort of B.5: suggestions raised in the period, with what became of them as at the report day. */
import { statusAt, textOf, type Facts } from '../facts'
import type { Rec } from '../record'
import type { Period, Question } from '../measures/indicator'
import { dated } from '../measures/periods'
import { moves, reachedBy } from '../measures/status-moves'
import { answerOf, type Answer } from '../measures/suggestion-answers'

/** Where a submitted suggestion stands: 立案 (with all that follows), or why it was not taken up. */
export type Fate = '立案' | '退回' | '并案' | '转信访' | '转其他' | '不作为' | '待审' | '撤回' | '不明'

export interface Case {
  readonly rec: Rec
  /** Status as at the report day. */
  readonly status: string
  readonly fate: Fate
  readonly answer: Answer
}

const takenUp = ['待交办', '已交办', '待改交', '待反馈', '重新办理', '协调处理', '已评价', '已办结']

function fateOf(rec: Rec, status: string, asAt: string): Fate {
  if (takenUp.includes(status)) return '立案'
  switch (status) {
    case '草稿': return '退回'
    case '已提出': return '待审'
    case '已并案': return '并案'
    case '不立案': return '不作为'
    case '已转出': return textOf(rec.fields, 'accept') === '4' ? '转信访' : textOf(rec.fields, 'accept') === '5' ? '转其他' : '不明'
    // Withdrawn after it was taken up stays among the cases taken up.
    case '已撤回': return reachedBy(rec, takenUp, asAt) || textOf(rec.fields, 'accept') === '1' ? '立案' : '撤回'
    default: return '不明'
  }
}

const noAnswer: Answer = { first: '', round: 0, resultClass: '', rating: '', process: '' }

function casesOf(facts: Facts, period: Period, asAt: string): readonly Case[] {
  return facts.all('suggestion').flatMap((rec): readonly Case[] => {
    if (!dated(rec, 'raised_on', period)) return []
    const submitted = moves(rec).some((move) => move.on <= asAt && move.to !== '草稿')
    if (!submitted) return []
    const status = statusAt(rec, asAt) ?? ''
    const fate = fateOf(rec, status, asAt)
    return [{ rec, status, fate, answer: fate === '立案' ? answerOf(facts, rec, asAt) : noAnswer }]
  })
}

/** All submitted suggestions of the period. */
export const allCases = ({ facts, period, asAt }: Question): readonly Case[] =>
  facts.once(`suggestions ${period.from} ${period.to} ${asAt}`, () => casesOf(facts, period, asAt))

/** S: taken up (立案) main files, 并案 counted once. */
export const casesTakenUp = (question: Question): readonly Case[] =>
  question.facts.once(`S ${question.period.from} ${question.period.to} ${question.asAt}`, () => allCases(question).filter((one) => one.fate === '立案'))

/** Those of S with a first answer. */
export const answered = (question: Question): readonly Case[] =>
  question.facts.once(`answered ${question.period.from} ${question.period.to} ${question.asAt}`, () =>
    casesTakenUp(question).filter((one) => one.answer.first !== ''))

/** Those of S whose last answer was rated. */
export const ratedCases = (question: Question): readonly Case[] =>
  question.facts.once(`rated ${question.period.from} ${question.period.to} ${question.asAt}`, () =>
    casesTakenUp(question).filter((one) => one.answer.rating !== ''))

export const recsOf = (cases: readonly Case[]): readonly Rec[] => cases.map((one) => one.rec)
