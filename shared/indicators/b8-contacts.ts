/** B.8, stations, voters' matters, pairing, good deeds and contacts (B8.10–B8.16). */
import { intOf, statusAt, textOf, type Facts } from '../facts'
import type { Row } from '../fields'
import type { Rec } from '../record'
import { contactedIn } from '../measures/duties-of'
import { amount, count, distinctBy, indicator, part, share, sumOf, type Compute } from '../measures/define-indicator'
import { deputiesAt, isTownMandate } from '../measures/deputies-at'
import { activitiesIn, debriefDaysAtSites, debriefsIn, ofKinds, trainingIn } from '../measures/events-of'
import type { Indicator, Question } from '../measures/indicator'
import { dated } from '../measures/periods'
import { isHistoric, reachedBy } from '../measures/status-moves'
import { supervisionIn } from '../measures/supervision-of'

const row = (id: string, name: string, unit: string, words: string, compute: Compute): Indicator => indicator('flow', id, name, unit, words, compute)

const atSites: Compute = (question) => {
  const { facts, period } = question
  const events = [...activitiesIn(facts, period), ...trainingIn(question), ...supervisionIn(facts, period)].filter((rec) => textOf(rec.fields, 'site') !== '')
  return count([...events, ...debriefDaysAtSites(debriefsIn(facts, period))])
}

/** Not accepted (route 8), as at the report day. */
const turnedAway = (rec: Rec, asAt: string): boolean =>
  reachedBy(rec, ['不受理'], asAt) || (isHistoric(rec) && textOf(rec.fields, 'route') === '8')

const mattersIn = ({ facts, period }: Question): readonly Rec[] => facts.once(`voter matters ${period.from} ${period.to}`, () =>
  facts.all('voter_matter').filter((rec) => dated(rec, 'received_on', period)))

const accepted = (question: Question): readonly Rec[] => mattersIn(question).filter((rec) => !turnedAway(rec, question.asAt))

const settled: Compute = (question) => {
  const { asAt } = question
  const all = accepted(question)
  const of = (test: (rec: Rec) => boolean) => share(all.filter(test), all.length)
  const rating = (rec: Rec): string => textOf(rec.fields, 'visitor_rate')
  return {
    ...of((rec) => ['当场答复', '已回复', '已告知', '归档'].includes(statusAt(rec, asAt) ?? '')),
    parts: [
      part('转建议', '转为代表建议', of((rec) => reachedBy(rec, ['转建议'], asAt) || textOf(rec.fields, 'suggestion') !== '')),
      part('转办', '已转办', of((rec) => ['3', '4', '5', '9'].includes(textOf(rec.fields, 'route')))),
      part('满意', '满意或基本满意', of((rec) => ['1', '2'].includes(rating(rec)))),
      part('已评价', '有评价', of((rec) => ['1', '2', '3'].includes(rating(rec)))),
    ],
  }
}

const pairings: Compute = ({ facts, period }) => {
  const active = facts.all('pairing').filter((rec) => {
    const to = textOf(rec.fields, 'to_on')
    return textOf(rec.fields, 'from_on') <= period.to && (to === '' || to >= period.from)
  })
  const ref = (rec: Rec, key: string): string => facts.resolve(textOf(rec.fields, key))
  const deputies = distinctBy(active.filter((rec) => isTownMandate(facts, textOf(rec.fields, 'mandate'))), (rec) => ref(rec, 'mandate'))
  const households = active.filter((rec) => (intOf(rec.fields, 'household_no') ?? 0) > 0)
  const projects = active.flatMap((rec) => {
    const rows = rec.fields['projects']
    return Array.isArray(rows) ? (rows as readonly Row[]).map(() => rec.id) : []
  })
  return {
    ...count(deputies.map((rec) => ref(rec, 'mandate'))),
    parts: [
      part('代表', '代表', count(deputies.map((rec) => ref(rec, 'mandate')))),
      part('村', '村', count(distinctBy(active, (rec) => ref(rec, 'village')).map((rec) => ref(rec, 'village')))),
      part('户', '户', count(distinctBy(households, (rec) => `${ref(rec, 'village')}|${intOf(rec.fields, 'household_no')}`))),
      part('项目', '帮扶项目', count(projects)),
    ],
  }
}

/** Deeds of one kind whose date lies in the period. */
export const deedsIn = (facts: Facts, question: Question, kind: string): readonly Rec[] =>
  facts.where('deed', 'kind', kind).filter((rec) => dated(rec, 'date', question.period))

const goodDeeds: Compute = (question) => {
  const all = deedsIn(question.facts, question, '1')
  return {
    ...count(all),
    parts: [
      part('金额', '金额(分)', amount(sumOf(all, (rec) => intOf(rec.fields, 'amount_fen')), all)),
      part('受益', '受益人数(人)', amount(sumOf(all, (rec) => intOf(rec.fields, 'beneficiaries')), all)),
    ],
  }
}

export const contactIndicators: readonly Indicator[] = [
  row('B8.10', '联络站开展活动次数', '次', '在站点开展的活动、培训、监督和述职(同日同地一次)', atSites),
  row('B8.11', '受理群众反映事项', '件', '期内收到的群众反映事项，不受理的除外', (question) => ({
    ...count(accepted(question)),
    parts: [part('不受理', '不受理', count(mattersIn(question).filter((rec) => turnedAway(rec, question.asAt))))],
  })),
  row('B8.12', '群众事项办结', '件', '其中当场答复、已回复、已告知、归档的；率：/受理', settled),
  row('B8.13', '双联结对代表', '人', '期内有结对的代表', pairings),
  row('B8.14', '办实事', '件', '期内办实事的事迹', goodDeeds),
  row('B8.15', '调处矛盾纠纷', '件', '化解矛盾纠纷的事迹＋化解矛盾活动', (question) =>
    count([...deedsIn(question.facts, question, '2'), ...ofKinds(activitiesIn(question.facts, question.period), '13')])),
  row('B8.16', '主席联系代表', '人', '期内主席、副主席联系过的乡级代表；率：/实有代表数', (question) =>
    share(contactedIn(question), deputiesAt(question.facts, question.period.to).length)),
]
