/** Suggestions of all fates, as far as their time has come: answered, promised, rated, done again, merged, withdrawn, late. */
import { idsOf, textOf } from '../facts'
import type { Session } from './congress'
import { storyOf, type Scene, type Story } from './scene'
import { seated } from './term'
import { suggestionTopics } from './words'

/** A suggestion that another record has brought forth and that still is a draft. */
export interface Suggested {
  readonly id: string
  readonly raised: string
  /** Session at which it is raised; null = between sessions. */
  readonly session: string | null
}

interface Case {
  readonly id: string
  readonly story: Story
  readonly host: string
  readonly at: number
}

const fates = [
  'plain', 'plain', 'promise', 'plain', 'again', 'plain', 'unanswered', 'plain', 'promise', 'plain', 'apart', 'plain', 'not-now', 'plain', 'returned', 'plain', 'silent', 'promise', 'plain', 'coordinated', 'plain', 'not-now', 'plain', 'withdrawn',
  'key', 'plain', 'upward', 'plain', 'late', 'plain',
] as const
type Fate = (typeof fates)[number]

/** What an answer says, by its class. */
const replies: Readonly<Record<string, string>> = {
  A: '已会同有关单位现场查看并办理完毕，所提问题已经解决。', B: '已列入工作计划，落实了资金来源和责任人，正在组织实施。', C: '因资金和用地等条件限制，目前暂不能解决，待条件具备后优先安排。', D: '所提事项超出镇级职权，已书面报请县有关部门研究。',
}

const classes: Partial<Readonly<Record<Fate, string>>> = { promise: 'B', 'not-now': 'C', upward: 'D', silent: 'C' }

function draft(scene: Scene, at: number, day: string, session: string | null): Suggested {
  const { scribe, random, town, term } = scene
  const [field, what, why] = suggestionTopics[at % suggestionTopics.length] ?? suggestionTopics[0]
  const [lead, ...cosign] = random.some(seated(term, day), random.between(1, 4))
  const village = random.pick(town.villages)
  const place = textOf(scribe.get(village)?.fields ?? {}, 'name')
  const key = fates[at % fates.length] === 'key'
  const id = scribe.add('suggestion', {
    kind: '1', title: `关于${place}${what}的建议`, body: `${place}${why}。建议${what}，列入年度计划，落实资金和责任单位。`, lead: lead?.mandate, cosign: cosign.map((one) => one.mandate), field,
    source: random.pick(['01', '02', '03', '04', '04']), villages: [village], voters_served: random.between(60, 1800), public_ok: random.chance(0.9) ? '1' : '2',
    ...(key ? { key_level: at % 60 < 30 ? '1' : '2', key_leader: '镇长', key_supervisor: term.chair.name } : {}),
    ...(random.chance(0.2) ? { cost_fen: random.between(3, 40) * 1_000_000 } : {}),
  })
  return { id, raised: day, session }
}

const submit = ({ scribe }: Scene, one: Suggested): void => {
  scribe.act('submit', one.id, { raised_on: one.raised, period: one.session === null ? '2' : '1', ...(one.session === null ? {} : { session: one.session }) })
}

/** Every accepted one is accepted today at the latest, so that the count of the year is what was asked for. */
function accept(scene: Scene, one: Suggested, at: number): Case {
  submit(scene, one)
  const story = storyOf(scene, one.id, one.raised)
  const host = scene.random.pick(scene.town.units)
  story.step('review', scene.days.after(one.raised, 2) === null ? 0 : 2, (day) => ({ review_on: day, accept: '1', reviewer: '干事' }))
  return { id: one.id, story, host, at }
}

const rated = (random: Scene['random'], day: string, result: string) => ({ feedback_on: day, rate_result: result, rate_process: random.chance(0.9) ? '1' : '2', rate_text: result === '3' ? '办理结果与要求有差距' : undefined })

/** Talk, answer, opinion of the deputy: one round. */
function round({ random, replyNo, term }: Scene, { story, host }: Case, wait: number, resultClass: string, result: string | null): void {
  story.step('communicate', Math.max(3, Math.floor(wait / 2)), (day) => ({ date: day, mode: random.pick(['1', '2', '3', '4']), who: '承办人', unit: host, summary: '当面说明办理思路，听取代表意见。', signed: true }))
  if (resultClass === 'B') story.step('promise', 1, () => ({ content: '列入下年度计划并落实资金', due: `${String(Number(story.day.slice(0, 4)) + (story.day.slice(5) > '06' ? 1 : 0))}-${story.day.slice(5) > '06' ? '06' : '12'}`, unit: host }))
  story.step('reply', Math.ceil(wait / 2), (day) => ({ reply_on: day, result_class: resultClass, reply_no: replyNo(host, day), signer: '镇长', unit: host, text: replies[resultClass], feedback_sent: day }))
  if (result !== null) story.step('feedback', random.between(8, 20), (day) => rated(random, day, result))
  // A word that the supervisor of a case of the presidium leaves behind.
  if (result !== null && random.chance(0.06)) story.step('urge', 1, (day) => ({ date: day, mode: '1', text: '请抓紧落实答复内容。', by_whom: term.chair.name }))
}

const close = (story: Story, wait: number, reason?: string): boolean =>
  story.step('close', wait, (day) => ({ closed_on: day, outcome_note: '现场查看，已经落实。', ...(reason === undefined ? {} : { close_reason: reason }) }))

const assign = ({ random, days, town }: Scene, { story, host, at }: Case, fate: Fate): void => {
  const others = town.units.filter((unit) => unit !== host)
  const cohosts = fate === 'apart' ? random.some(others, 1) : random.chance(0.2) ? random.some(others, 1) : []
  story.step('assign', days.after(story.day, 3) === null ? 0 : random.between(1, 5), (day) => ({
    assigned_on: day, host, term_class: at % 17 === 5 ? '2' : '1', ...(cohosts.length > 0 ? { cohosts, mode: fate === 'apart' ? '3' : '2' } : {}),
  }))
}

/** Two units that answer apart: each gives its own answer, each answer is rated. */
function answerApart({ scribe, random, replyNo }: Scene, { id, story }: Case): void {
  const fields = scribe.get(id)?.fields ?? {}
  const units = [textOf(fields, 'host'), ...idsOf(fields, 'cohosts')]
  story.step('communicate', 12, (day) => ({ date: day, mode: '4', who: '两个承办单位', summary: '召开座谈会听取代表意见。', signed: true }))
  for (const unit of units) story.step('reply', 8, (day) => ({ reply_on: day, unit, result_class: 'A', reply_no: replyNo(unit, day), signer: '单位负责人', text: '已按本单位职责办理完毕。' }))
  for (const unit of units) story.step('feedback', 6, (day) => ({ ...rated(random, day, '1'), unit }))
  close(story, 8)
}

function live(scene: Scene, one: Case, fate: Fate): void {
  const { random, term, town } = scene
  const { story, host } = one
  if (fate === 'withdrawn') {
    story.step('withdraw', 15, (day) => ({ withdrawn_on: day }))
    return
  }
  assign(scene, one, fate)
  if (fate === 'unanswered') {
    // Nobody has answered: the to-do list says so, and the presidium has urged.
    story.step('urge', 70, (day) => ({ date: day, mode: '1', text: '请按期答复。', by_whom: term.chair.name }))
    if (story.step('urge', 40, (day) => ({ date: day, mode: '2', text: '到办公室当面催办。', by_whom: term.chair.name }))) round(scene, one, 60, 'A', '2')
    return
  }
  if (fate === 'apart') {
    answerApart(scene, one)
    return
  }
  if (fate === 'returned') {
    story.step('send_back', 5, (day) => ({ date: day, reason: '不属于本单位职责' }))
    const other = random.pick(town.units.filter((unit) => unit !== host))
    story.step('reassign', 3, (day) => ({ assigned_on: day, host: other }))
    round(scene, { ...one, host: other }, 40, 'A', '1')
    close(story, 7)
    return
  }
  const wait = fate === 'late' ? 110 : random.between(24, 60)
  const unhappy = fate === 'again' || fate === 'coordinated'
  round(scene, one, wait, unhappy ? 'C' : (classes[fate] ?? 'A'), fate === 'silent' ? null : unhappy ? '3' : random.chance(0.75) ? '1' : '2')
  if (unhappy) round(scene, one, 22, fate === 'again' ? 'A' : 'C', fate === 'again' ? '1' : '3')
  if (fate === 'coordinated') story.step('coordinate', 12, (day) => ({ coordinated_on: day, coordination: '主席团召集承办单位和代表协调，分两年实施。' }))
  close(story, fate === 'silent' ? 60 : random.between(5, 12), fate === 'silent' ? '2' : fate === 'coordinated' ? '3' : undefined)
  if (fate === 'promise') story.step('fulfil', random.between(60, 200), (day) => ({ done_on: day, done_note: '承诺事项已经落实。' }))
}

/** Those that never become cases: sent back, merged, passed on, refused, and one that waits. */
function refuse(scene: Scene, one: Suggested, at: number, open: readonly Case[]): void {
  const { scribe } = scene
  submit(scene, one)
  const story = storyOf(scene, one.id, one.raised)
  const target = open.find((other) => ['待交办', '已交办'].includes(scribe.get(other.id)?.status ?? ''))
  const way = at % 5
  if (way === 1 && target) story.step('review', 3, (day) => ({ review_on: day, accept: '3', accept_reason: '6', merged_into: target.id, reviewer: '干事' }))
  else if (way === 2) story.step('review', 3, (day) => ({ review_on: day, accept: '4', accept_reason: '1', reviewer: '干事' }))
  else if (way === 3) story.step('review', 3, (day) => ({ review_on: day, accept: '6', accept_reason: '8', reviewer: '干事' }))
  else if (way !== 4) story.step('review', 3, (day) => ({ review_on: day, accept: '2', accept_reason: '6', reviewer: '干事' }))
}

/** `count` accepted suggestions, `brought` by bills and voters among them, and some more that were not accepted. */
export function raiseSuggestions(scene: Scene, sessions: readonly Session[], brought: readonly Suggested[]): void {
  const { scribe, random, days, amounts } = scene
  const wanted = amounts.suggestions
  const inSession = sessions.length === 0 ? 0 : Math.floor(wanted * 0.45)
  const given = brought.slice(0, wanted)
  const between = days.spread(random, Math.max(0, wanted - given.length - inSession))
  const raised = (at: number): Suggested => {
    const early = given[at]
    if (early) return early
    const nth = at - given.length
    const session = nth < inSession ? sessions[nth % sessions.length] : undefined
    return session ? draft(scene, at, session.day, session.id) : draft(scene, at, between[nth - inSession] ?? days.last, null)
  }
  const batch = 20
  const cases: Case[] = []
  for (let from = 0; from < wanted; from += batch) {
    scribe.together(() => {
      for (let at = from; at < Math.min(from + batch, wanted); at++) {
        const one = accept(scene, raised(at), at)
        cases.push(one)
        live(scene, one, fates[at % fates.length] ?? 'plain')
      }
    })
  }
  scribe.together(() => {
    const refused = Math.max(4, Math.round(wanted * 0.1))
    for (const [at, day] of days.spread(random, refused).entries()) refuse(scene, draft(scene, wanted + at, day, null), at, cases)
  })
}
