/** Suggestions in documents: single cases in words, all of them in a table. What is secret has no title. */
import { labelOf } from '../codes'
import { textOf, type Facts } from '../facts'
import type { Question } from '../measures/indicator'
import { allCases, casesTakenUp, type Case } from '../indicators/suggestion-cohort'
import { dayInYear } from './block'
import { deputyName, nameOf } from './names'
import { lineOf } from './without-private'

const secret = '3'
const open = '1'

/** Cases in the order of their day and number. */
export const inOrder = (cases: readonly Case[]): readonly Case[] =>
  [...cases].sort((a, b) => textOf(a.rec.fields, 'raised_on').localeCompare(textOf(b.rec.fields, 'raised_on')) || textOf(a.rec.fields, 'no').localeCompare(textOf(b.rec.fields, 'no')) || a.rec.id.localeCompare(b.rec.id))

/** All suggestions that B5.01 counts. */
export const casesInOrder = (question: Question): readonly Case[] => inOrder(allCases(question))

/** The title; 涉密 ones have none, those not marked as open carry a star. */
export function titleOf({ rec }: Case): string {
  const openness = textOf(rec.fields, 'public_ok')
  if (openness === secret) return '（不予公开）'
  return openness === open ? lineOf(rec, 'title') : `${lineOf(rec, 'title')}＊`
}

/** Whether a title carries a star. */
export const isStarred = ({ rec }: Case): boolean => ![open, secret].includes(textOf(rec.fields, 'public_ok'))

const resultWords: Readonly<Record<string, string>> = { A: '已经解决或采纳', B: '正在解决或已列入计划', C: '因条件限制暂不能解决', D: '不可行或需转上级' }

function oneCase(facts: Facts, one: Case, year: number): string {
  const { rec, answer } = one
  const lead = deputyName(facts, textOf(rec.fields, 'lead'))
  const host = nameOf(facts, textOf(rec.fields, 'host'))
  const result = resultWords[answer.resultClass]
  return [
    `《${lineOf(rec, 'title').replaceAll(/[《》]/gu, '')}》`,
    lead === '' ? '' : `由${lead}代表提出`, host === '' ? '' : `${host}主办`, lineOf(rec, 'key_leader') === '' ? '' : `${lineOf(rec, 'key_leader')}领办`,
    answer.first === '' ? '尚未答复' : `${dayInYear(answer.first, year)}答复${result === undefined ? '' : `，办理结果为${result}`}`,
    answer.rating === '' ? '' : `代表评价${labelOf('rate', answer.rating)}`,
  ].filter((word) => word !== '').join('，').replace('》，', '》') + '。'
}

/** The cases that B5.26 counts, each in a sentence; secret ones are left out. */
export const keyCases = (question: Question, year: number): readonly { readonly id: string; readonly text: string }[] =>
  inOrder(casesTakenUp(question)).filter(({ rec }) => textOf(rec.fields, 'key_level') !== '' && textOf(rec.fields, 'public_ok') !== secret).map((one) => ({ id: one.rec.id, text: oneCase(question.facts, one, year) }))

/** Where a suggestion stands, in the words of a narrow column. */
export function standing({ fate, status, answer }: Case): string {
  switch (fate) {
    case '立案': return status === '已撤回' ? '代表撤回' : answer.first === '' ? '办理中' : resultWords[answer.resultClass] === undefined ? '已答复' : `${answer.resultClass}类`
    case '退回': return '退回完善'
    case '并案': return '并案办理'
    case '转信访': return '转信访'
    case '转其他': return '转其他渠道'
    case '不作为': return '不作为建议'
    case '待审': return '待审查'
    case '撤回': return '代表撤回'
    case '不明': return ''
  }
}
