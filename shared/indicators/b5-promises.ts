/** B5.27 承诺事项: the promises made in answers to the cohort. */
import { textOf } from '../facts'
import { lastDayOf } from '../rules/calendar'
import { count, indicator, part, rated } from '../measures/define-indicator'
import { doneBy } from '../measures/periods'
import { casesTakenUp } from './suggestion-cohort'

export const promiseIndicator = indicator('cohort', 'B5.27', '承诺事项', '项', '立案件的承诺；率：到期且已落实/到期', (question) => {
  const { facts, asAt } = question
  const all = casesTakenUp(question).flatMap(({ rec }) => facts.where('promise', 'suggestion', rec.id))
  const due = all.filter((rec) => textOf(rec.fields, 'due') !== '' && lastDayOf(textOf(rec.fields, 'due')) <= asAt)
  const kept = all.filter((rec) => doneBy(rec, 'done_on', asAt))
  return {
    ...rated(all, due.filter((rec) => doneBy(rec, 'done_on', asAt)).length, due.length),
    parts: [
      part('到期', '到期', count(due)), part('落实', '已落实', count(kept)),
      part('取消', '已取消', count(all.filter((rec) => doneBy(rec, 'dropped_on', asAt)))),
    ],
  }
})
