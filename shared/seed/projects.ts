/** 民生实事项目: gathered before the session, chosen by ballot, built and rated. */
import type { Session } from './congress'
import { marks, storyOf, type Scene } from './scene'
import { projects, villageNames } from './words'

interface Candidate {
  readonly id: string
  readonly name: string
  readonly invest: number
}

export type Candidates = readonly Candidate[]

const seats = 6
const offered = 8
const hundred = 100

export function gatherProjects({ scribe, random, days }: Scene): Candidates {
  return random.some(projects, offered + 1).map(([what, content, cost], at) => {
    const name = `${random.pick(villageNames)}${what}项目`
    const invest = cost * 10_000 * hundred
    const id = scribe.add('livelihood_project', {
      year: days.year, name, proposer: random.pick(['1', '2', '3', '4']), invest_fen: invest, location: random.pick(villageNames), content, goal: '年底前完工并投入使用',
    })
    const chosen = at < offered
    scribe.act('shortlist', id, { date: days.first, chosen })
    if (chosen) scribe.act('nominate', id, { date: days.first })
    return chosen ? { id, name, invest } : null
  }).filter((one): one is Candidate => one !== null)
}

/** Ballot on the projects; six of eight are chosen. */
export function holdProjectVote(scene: Scene, session: Session, candidates: Candidates): string {
  const { scribe, random } = scene
  const valid = session.present.length
  const votes = candidates.map((_one, at) => (at < seats ? valid - random.between(1, 6) : random.between(1, 3)))
  const vote = scribe.add('vote', {
    meeting: session.id, subject: '票决民生实事项目', kind: '3', method: '2', total: session.total, present: valid, issued: valid, collected: valid, valid, invalid: 0, seats,
    candidates: candidates.map((one, at) => ({ name: one.name, for_count: votes[at] ?? 0 })),
  })
  for (const [at, one] of candidates.entries()) scribe.act('vote', one.id, { voted_on: session.end, session: session.id, votes: votes[at] ?? 0, elected: at < seats, vote })
  return vote
}

/** What became of the chosen ones, as far as the year has come. */
export function buildProjects(scene: Scene, session: Session, candidates: Candidates): void {
  const { random } = scene
  for (const one of candidates.slice(0, seats)) {
    const story = storyOf(scene, one.id, session.end)
    story.step('start', random.between(20, 50), (day) => ({ started_on: day }))
    for (const percent of [30, 70]) story.step('progress', random.between(30, 60), (day) => ({ date: day, percent, text: `完成${String(percent)}%` }))
    story.step('finish', random.between(20, 50), (day) => ({ finished_on: day, spent_fen: Math.round(one.invest * 0.95) }))
    story.step('rate', 10, (day) => ({ rated_on: day, aspect: '总体', ...marks(random, session.present.length) }))
    story.step('evaluate', 5, (day) => ({ evaluated_on: day }))
  }
}

