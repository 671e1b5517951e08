/** What deputies do one by one: reports to their voters, visits, help, pairings. */
import { madeVoter } from './people'
import { marks, storyOf, type Scene } from './scene'
import { seated, type Deputy } from './term'
import { deeds, villageNames } from './words'

/** Deputies who sit the whole year. */
const steady = ({ term, days }: Scene): readonly Deputy[] => {
  const atEnd = new Set(seated(term, days.last))
  return seated(term, days.first).filter((one) => atEnd.has(one))
}

/** `debriefs` different deputies report to their voters. */
export function debrief(scene: Scene): void {
  const { scribe, random, days, amounts } = scene
  const deputies = random.some(steady(scene), amounts.debriefs)
  const dates = days.spread(random, deputies.length)
  for (const [at, one] of deputies.entries()) {
    const voters = random.between(28, 64)
    const id = scribe.add('debrief', {
      mandate: one.mandate, place: random.pick(villageNames), form: random.chance(0.85) ? '1' : '2', voters_present: voters, told_duty: true, told_contact: true, told_suggestions: random.chance(0.8), told_study: random.chance(0.6),
      ...(one.constituency === '' ? {} : { constituency: one.constituency }), opinions: '希望多到村里走走。', questions: [{ question: '村道什么时候修？', answer: '已提出建议，年内动工。' }],
    })
    const story = storyOf(scene, id, dates[at] ?? days.last)
    story.step('report', 0, (day) => ({ date: day }))
    story.step('rate', 0, (day) => ({ rated_on: day, aspect: '总体', ...marks(random, voters) }))
    story.step('feed_back', 6, (day) => ({ feedback_on: day }))
    if (at % 5 === 0) story.step('rectify', 20, (day) => ({ rectify_on: day }))
    if (at % 3 !== 0) story.step('close', 10, (day) => ({ closed_on: day }))
  }
}

export function visit(scene: Scene): void {
  const { scribe, random, town, term, days, amounts } = scene
  for (const [at, day] of days.spread(random, amounts.visits).entries()) {
    const chairs = at % 6 === 0
    const here = seated(term, day)
    const id = scribe.add('visit', {
      kind: chairs ? (at % 12 === 0 ? '2' : '3') : at % 7 === 3 ? '4' : '1', date: day, mandates: [chairs ? (term.presidium[at % 12 === 0 ? 0 : 1] ?? term.chair).mandate : random.pick(here).mandate], village: random.pick(town.villages),
      persons: random.between(2, 12), mode: random.pick(['1', '3', '3', '4']), topic: '了解生产生活情况，听取意见', result: '意见已记录',
      ...(chairs ? { contacted: random.some(here.slice(2), 3).map((one) => one.mandate) } : { households: random.between(1, 6) }),
    })
    if (!chairs && random.chance(0.25)) scribe.add('visitor', { about: id, role: '4', ...madeVoter(random) })
  }
}

export function doGood(scene: Scene): void {
  const { scribe, random, town, term, days, amounts } = scene
  for (const day of days.spread(random, amounts.deeds)) {
    const [kind, title] = random.pick(deeds)
    scribe.add('deed', {
      mandate: random.pick(seated(term, day)).mandate, kind, title, date: day, village: random.pick(town.villages), result: '群众满意', ...(kind === '1' || kind === '3' ? { amount_fen: random.between(2, 60) * 50_000, beneficiaries: random.between(3, 160) } : {}),
    })
  }
  scribe.add('deed', { mandate: random.pick(steady(scene)).mandate, kind: '6', title: '优秀人大代表', date: days.last, level: random.pick(['4', '5']), issuer: '县人大常委会' })
}

/** Pairings of a new term, one household each for two deputies in three. */
export function pair(scene: Scene): void {
  const { scribe, random, town, term, days } = scene
  for (const one of random.some(seated(term, days.first), Math.floor(term.deputies.length * 0.66))) {
    const id = scribe.have('pairing', {
      mandate: one.mandate, village: random.pick(town.villages), household_no: random.between(1, 40), household_kind: random.pick(['1', '2', '3']), from_on: days.first, measures: '送技术、帮销售', result: '收入稳定增加',
      ...(random.chance(0.4) ? { projects: [{ name: '家庭养殖', amount_fen: random.between(2, 20) * 100_000 }] } : {}),
    })
    scribe.add('visitor', { about: id, role: '5', ...madeVoter(random) })
  }
}
