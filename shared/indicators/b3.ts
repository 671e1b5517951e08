/** B.3 代表变动: flows of the period, each from the dated status event; C01 compares them with the figures at both ends. */
import { textOf } from '../facts'
import type { Rec } from '../record'
import { seatStatuses } from '../records/mandate'
import { count, indicator, part } from '../measures/define-indicator'
import { deputiesAt, townMandates } from '../measures/deputies-at'
import type { Indicator, Question } from '../measures/indicator'
import { eve } from '../measures/periods'
import { eventIds, type Move } from '../measures/status-moves'

const inSeat = (status: string): boolean => seatStatuses.includes(status)

/** Ground of an end (D.9): death and resignation say it by their step, the rest by the record. */
function groundOf(move: Move, rec: Rec): string {
  const reason = textOf(rec.fields, 'end_reason')
  if (move.step === 'die') return '8'
  if (move.step === 'vote_resignation') return reason === '2b' ? '2b' : '2a'
  return reason
}

const ended = (ground: string) => (move: Move, rec: Rec): boolean => move.to === '已终止' && inSeat(move.from) && groundOf(move, rec) === ground

const confirmed = (byElection: boolean) => (move: Move, rec: Rec): boolean =>
  inSeat(move.to) && !inSeat(move.from) && (textOf(rec.fields, 'elect_kind') === '2') === byElection

/** Ids of the town's mandates, once per change of status of the period. */
export const mandateEvents = ({ facts, period }: Question, test: (move: Move, rec: Rec) => boolean): readonly string[] =>
  eventIds(townMandates(facts), period, test)

const flow = (id: string, name: string, words: string, test: (move: Move, rec: Rec) => boolean): Indicator =>
  indicator('flow', id, name, '名', words, (question) => count(mandateEvents(question, test)))

const end = (id: string, name: string, ground: string): Indicator => flow(id, name, `期内终止，原因：${name.replace('终止: ', '')}`, ended(ground))

export const changeIndicators: readonly Indicator[] = [
  indicator('point', 'B3.01', '期初实有', '名', '期初前一日的实有代表数', ({ facts, period }) => count(deputiesAt(facts, eve(period)))),
  flow('B3.02', '补选增加', '期内资格确认的补选代表', confirmed(true)),
  end('B3.03', '终止: 迁出调离', '1'),
  end('B3.04', '终止: 辞职', '2a'),
  end('B3.05', '终止: 责令辞职', '2b'),
  end('B3.06', '终止: 两次未经批准缺席', '3'),
  end('B3.07', '终止: 罢免', '4'),
  end('B3.08', '终止: 丧失国籍', '5'),
  end('B3.09', '终止: 剥夺政治权利', '6'),
  end('B3.10', '终止: 丧失行为能力', '7'),
  flow('B3.11', '去世', '期内去世', ended('8')),
  indicator('flow', 'B3.12', '暂停执行职务', '人次', '期内暂停执行职务', (question) => ({
    ...count(mandateEvents(question, (move) => move.to === '暂停执行职务')),
    parts: [part('恢复', '恢复执行职务', count(mandateEvents(question, (move) => move.from === '暂停执行职务' && move.to === '在任')))],
  })),
  indicator('point', 'B3.13', '期末实有', '名', '期末的实有代表数', ({ facts, period }) => count(deputiesAt(facts, period.to))),
  flow('B3.14', '当选无效', '期内确认当选无效', (move) => move.to === '当选无效'),
  flow('B3.15', '换届当选', '期内资格确认的换届选举代表', confirmed(false)),
  flow('B3.16', '届满卸任', '期内届满时在任的代表', (move) => move.to === '卸任' && inSeat(move.from)),
]
