/** Sessions of the congress: attendance, agenda, votes, resolutions, elections. */
import { addDays } from '../rules/calendar'
import { holdProjectVote, type Candidates } from './projects'
import type { Scene } from './scene'
import { seated, type Deputy } from './term'
import { leaveReasons } from './words'

export interface Session {
  readonly id: string
  readonly day: string
  readonly end: string
  readonly total: number
  readonly present: readonly Deputy[]
}

interface Sitting {
  readonly kind: '1' | '2' | '3'
  readonly no: number
  readonly day: string
}

/** Deputies of the day: nearly all come; a leave is asked for in writing, and the presidium agrees. */
function attend({ scribe, random, term }: Scene, session: string, day: string): readonly Deputy[] {
  return seated(term, day).filter((deputy) => {
    const draw = random.next()
    const state = draw < 0.92 || deputy === term.chair ? '1' : draw < 0.95 ? '2' : draw < 0.985 ? '3' : '5'
    const leave = state === '2' || state === '3'
    scribe.add('attendance', {
      session, mandate: deputy.mandate, state, ...(leave ? { leave_reason: random.pick(leaveReasons), approved: true, approved_by: term.chair.name, approved_on: addDays(day, -1) } : {}),
    })
    return state === '1'
  })
}

/** Opens a session with all who came; `close` is called once its votes are written. */
function openSession(scene: Scene, { kind, no, day }: Sitting): Session {
  const { scribe, term } = scene
  const end = addDays(day, 1)
  const decided = addDays(day, -20)
  const total = seated(term, day).length
  const id = scribe.add('session', {
    term: term.id, no, kind, start_time: '09:00', place: '镇政府三楼会议室', chairs: term.presidium.slice(0, 3).map((one) => one.mandate), has_preparatory: true, preparatory_on: addDays(day, -1), papers_on: addDays(day, -5), observers: 6,
    nonvoting: [{ name: '镇长', unit: '镇政府', reason: '1' }, { name: '财政所所长', unit: '镇财政所', reason: '3' }, ...term.upper.slice(0, 2).map((mandate) => ({ mandate, reason: '2' }))],
  })
  scribe.act('call', id, { decide_on: decided, notice_on: addDays(day, -10), published_on: addDays(day, -10), start_on: day })
  scribe.act('open', id, { start_on: day, total_deputies: total })
  return { id, day, end, total, present: attend(scene, id, day) }
}

function closeSession({ scribe, days }: Scene, session: Session, budget: boolean): void {
  scribe.act('close', session.id, { end_on: session.end, ...(budget ? { budget_approved_on: session.end } : {}) })
  const published = days.after(session.end, 9)
  if (budget && published !== null) scribe.set(session.id, { budget_published_on: published })
  if (days.after(session.end, 200) !== null) scribe.act('archive', session.id, { archived_on: addDays(session.end, 60) })
}

/** A show of hands and the resolution that follows from it. */
function resolve(scene: Scene, session: Session, subject: string, decision = false): string {
  const { scribe, random, days } = scene
  const against = random.chance(0.2) ? random.between(1, 2) : 0
  const abstain = random.between(0, 2)
  const vote = scribe.add('vote', {
    meeting: session.id, subject, kind: '1', method: '1', total: session.total, present: session.present.length, for_count: session.present.length - against - abstain, against_count: against, abstain_count: abstain,
  })
  const paper = scribe.add('document', { kind: decision ? '02' : '01', title: subject, session: session.id, openness: '1', signer: scene.term.chair.name, pages: 2, copies: 60 })
  scribe.act('issue', paper, { issued_on: session.end, doc_no: scene.docNo() })
  const filed = days.after(session.end, random.between(6, 20))
  if (filed !== null) scribe.act('file', paper, { filed_on: filed })
  return vote
}

/** An election by secret ballot of one post. */
function electTo(scene: Scene, session: Session, post: string, deputy: Deputy | null, name: string): string {
  const { scribe, random } = scene
  const valid = session.present.length - (random.chance(0.2) ? 1 : 0)
  const against = random.between(0, 2)
  return scribe.add('vote', {
    meeting: session.id, subject: `选举${post}`, kind: '2', method: '2', total: session.total, present: session.present.length, issued: session.present.length, collected: session.present.length, valid,
    invalid: session.present.length - valid, seats: 1, tellers: '计票人二名', scrutineers: '监票人二名', oath_on: session.end, oath_group: '单独宣誓', announce_no: scene.docNo(),
    candidates: [{ name, ...(deputy ? { person: deputy.person } : {}), post, nominated_by: '1', for_count: valid - against, against_count: against, abstain_count: 0 }],
  })
}

/** First session of a term: the presidium and the town's government are elected. */
export function foundingSession(scene: Scene, day: string): void {
  const { scribe, term, random } = scene
  if (scribe.all('session').some((rec) => rec.fields['term'] === term.id && rec.fields['no'] === 1)) return
  const session = openSession(scene, { kind: '1', no: 1, day })
  const viceChair = term.presidium[1] ?? term.chair
  const posts: readonly (readonly [string, Deputy | null, string])[] = [
    ['镇人大主席', term.chair, term.chair.name], ['镇人大副主席', viceChair, viceChair.name], ['镇长', null, '新任镇长'], ['副镇长', null, '新任副镇长甲'], ['副镇长（二）', null, '新任副镇长乙'],
  ]
  let no = 0
  const item = (kind: string, title: string, vote: string): void => {
    no += 1
    scribe.add('agenda_item', { session: session.id, no, kind, title, vote, reporter: random.pick(session.present).name })
  }
  item('10', '通过选举办法', resolve(scene, session, '关于通过选举办法的决定', true))
  item('11', '通过代表资格审查报告', resolve(scene, session, '关于代表资格审查报告的决议'))
  for (const [post, deputy, name] of posts) item('09', `选举${post}`, electTo(scene, session, post, deputy, name))
  closeSession(scene, session, false)
  for (const [at, one] of term.presidium.entries()) {
    scribe.have('presidium_member', {
      mandate: one.mandate, from_on: session.day, role: at === 0 ? '1' : at === 1 ? '2' : '3', full_time: at === 0, elected_session: session.id, duty: at < 2 ? '主持日常工作' : '联系一个代表小组',
    })
  }
}

/** The yearly session: reports, budget, the people's choice of projects. */
export function springSession(scene: Scene, no: number, candidates: Candidates, extra: (session: Session) => void): Session {
  const { scribe, days, random } = scene
  const session = openSession(scene, { kind: '2', no, day: days.pick(random, 0.1, 0.13) })
  const reports = [['01', '政府工作报告'], ['02', '主席团工作报告'], ['03', '预算执行情况和预算草案的报告']] as const
  for (const [at, [kind, title]] of reports.entries()) {
    scribe.add('agenda_item', { session: session.id, no: at + 1, kind, title: `听取和审议${title}`, reporter: at === 1 ? scene.term.chair.name : '镇长', vote: resolve(scene, session, `关于${title}的决议`) })
  }
  scribe.add('agenda_item', { session: session.id, no: 4, kind: '08', title: '票决民生实事项目', vote: holdProjectVote(scene, session, candidates) })
  extra(session)
  closeSession(scene, session, true)
  return session
}

/** The session in the middle of the year: special reports, the changed budget, resignations. */
export function summerSession(scene: Scene, no: number, extra: (session: Session) => void): Session {
  const { scribe, days, random } = scene
  const session = openSession(scene, { kind: '3', no, day: days.pick(random, 0.55, 0.58) })
  const items = [['06', '上半年民生实事项目进展情况的报告'], ['04', '预算调整方案'], ['05', '上年度财政决算的报告']] as const
  for (const [at, [kind, title]] of items.entries()) scribe.add('agenda_item', { session: session.id, no: at + 1, kind, title: `听取和审议${title}`, reporter: '财政所所长', vote: resolve(scene, session, `关于${title}的决议`, kind === '04') })
  extra(session)
  closeSession(scene, session, false)
  return session
}

/** Acceptance of a deputy's resignation, as an item of its own. */
export function acceptResignation(scene: Scene, session: Session, name: string): string {
  const vote = resolve(scene, session, `关于接受${name}辞去代表职务的决定`, true)
  scene.scribe.add('agenda_item', { session: session.id, no: 9, kind: '14', title: `审议${name}辞去代表职务的请求`, vote })
  return vote
}

/** The congress's vote on a bill. */
export function voteOnBill(scene: Scene, session: Session, title: string, bill: string): string {
  const vote = resolve(scene, session, `${title}的决议`)
  scene.scribe.add('agenda_item', { session: session.id, no: 5, kind: '07', title: `审议${title}`, subject: bill, vote })
  return vote
}
