/** B.5 carry-over rows B5.31–B5.39: pure flows of the period, from dated status events alone. C14 adds them up. */
import { statusAt, type Facts } from '../facts'
import type { Rec } from '../record'
import { count, indicator, part } from '../measures/define-indicator'
import type { Indicator, Question } from '../measures/indicator'
import { eve } from '../measures/periods'
import { eventIds, type Move } from '../measures/status-moves'

/** No open matter: not yet submitted, sent back to be completed, or ended. */
const resting: readonly string[] = ['', '草稿', '已并案', '已转出', '不立案', '已撤回', '已办结']

/** Suggestions submitted and not ended at the end of `day`. */
const openAt = (facts: Facts, day: string): readonly Rec[] => facts.once(`open suggestions ${day}`, () =>
  facts.all('suggestion').filter((rec) => !resting.includes(statusAt(rec, day) ?? '')))

const suggestionEvents = ({ facts, period }: Question, test: (move: Move, rec: Rec) => boolean): readonly string[] =>
  eventIds(facts.all('suggestion'), period, test)

const enters = (move: Move): boolean => resting.includes(move.from) && move.to !== '草稿'

const flow = (id: string, name: string, words: string, test: (move: Move, rec: Rec) => boolean): Indicator =>
  indicator('flow', id, name, '件', words, (question) => count(suggestionEvents(question, test)))

const leaves = (status: string) => (move: Move): boolean => move.to === status && move.from !== status

export const suggestionFlows: readonly Indicator[] = [
  indicator('flow', 'B5.31', '期初未结', '件', '期初前一日已提出、未办结的', ({ facts, period }) => count(openAt(facts, eve(period)))),
  flow('B5.32', '期内提出', '期内提交的(退回后再次提交的再计)', enters),
  flow('B5.33', '期内办结', '期内办结的', leaves('已办结')),
  flow('B5.34', '期内撤回', '期内撤回的', leaves('已撤回')),
  flow('B5.35', '期内并案', '期内并入他件的', leaves('已并案')),
  flow('B5.36', '期内转出', '期内审查转信访、转其他的', leaves('已转出')),
  flow('B5.37', '期内不立案', '期内审查为不作为建议的', leaves('不立案')),
  flow('B5.38', '期内退回完善', '期内审查退回完善的', (move) => move.to === '草稿' && !resting.includes(move.from)),
  indicator('flow', 'B5.39', '期末未结', '件', '期末已提出、未办结的', ({ facts, period }) => {
    const open = openAt(facts, period.to)
    const waiting = (rec: Rec): boolean => statusAt(rec, period.to) === '已提出'
    return {
      ...count(open),
      parts: [part('未立案', '待审查', count(open.filter(waiting))), part('已立案', '已立案', count(open.filter((rec) => !waiting(rec))))],
    }
  }),
]
