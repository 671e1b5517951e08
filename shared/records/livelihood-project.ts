/** 民生实事项目票决 (A.15). */
import { choice, date, derived, flag, int, list, money, ref, text, type DataOf } from '../fields'
import { statusLog, textOf } from '../facts'
import { defineRecord, type Rec } from '../record'

export const livelihoodProject = defineRecord({
  type: 'livelihood_project',
  label: '民生实事项目',
  scope: 'county',
  firstStatus: '征集',
  endStatuses: ['未入选', '票决未通过', '评估'],
  menu: 'matters',
  fields: {
    year: int('年度', 'identity', { min: 1900, max: 2100 }),
    name: text('项目名称', 'identity', { max: 200 }),
    proposer: choice('提出来源', 'project.proposer', 'optional'),
    invest_fen: money('投资额', 'complete'),
    location: text('建设地点', 'complete', { max: 200 }),
    content: text('建设内容', 'complete'),
    goal: text('建设目标', 'complete'),
    candidate: derived('正式候选'),
    session: ref('票决会议', ['session'], 'step'),
    vote: ref('票决记录', ['vote'], 'optional'),
    votes: int('票数', 'step', { unit: '票' }),
    elected: flag('当选', 'step'),
    voted_on: date('票决日期', 'step'),
    started_on: date('开工日期', 'step'),
    finished_on: date('完工日期', 'step'),
    evaluated_on: date('评估日期', 'step'),
    progress: list('进度', {
      date: date('日期', 'optional'),
      percent: int('完成比例', 'optional', { max: 100, unit: '%' }),
      text: text('情况', 'optional'),
    }, 'optional'),
    spent_fen: money('实际支出', 'optional'),
  },
  columns: ['year', 'name', 'invest_fen', 'location', 'votes', 'status'],
  search: ['name', 'location', 'content'],
  title: (data) => textOf(data, 'name'),
  derive: (rec) => ({ candidate: wasCandidate(rec) }),
})
export type LivelihoodProject = DataOf<typeof livelihoodProject.fields>

const afterNomination: readonly string[] = ['候选', '票决通过', '票决未通过', '实施', '结转', '完工', '评估']

/** Nominated as a formal candidate; a historic record shows it by the status it was entered with. */
export const wasCandidate = (rec: Rec): boolean =>
  statusLog(rec).some((row) => row.to === '候选') || afterNomination.includes(rec.status ?? '')
