/** Sample: one year of a town's work, in the order in which it would have happened. */
import { addDays, daysBetween } from '../../shared/rules/calendar'
import type { Random } from '../../shared/seed/random'
import { activityTopics, matterTopics, suggestionTopics, supervisionTopics, villageNames } from '../../shared/seed/words'
import type { SeedWriter } from './seed-writer'
import type { Town } from './seed-people'

/** How much of everything happens in the year. */
export interface YearPlan {
  readonly year: number
  /** Last day that lies in the past. */
  readonly today: string
  /** Number of the year's first session in the term. */
  readonly sessionNo: number
  readonly meetings: number
  readonly meetingNo: number
  readonly activities: number
  /** Activities of a station, counted by B8.10. */
  readonly stationActivities: number
  readonly trainings: number
  /** Calls, inspections and surveys, counted by B6.12. */
  readonly inspections: number
  readonly otherSupervision: number
  readonly suggestions: number
  readonly matters: number
  readonly debriefs: number
  readonly visits: number
  readonly deeds: number
}

type Days = (from: number, to: number) => string

const attendance = (random: Random, ids: readonly string[]) => ids.map((mandate) => ({ mandate, state: random.chance(0.88) ? '1' : random.chance(0.7) ? '2' : '3' }))

function congress(write: SeedWriter, random: Random, town: Town, plan: YearPlan, day: string, no: number): void {
  const session = write.add('session', {
    term: town.term, no, kind: no % 2 === 1 ? '2' : '3', decide_on: addDays(day, -20), notice_on: addDays(day, -10), published_on: addDays(day, -10), start_on: day, place: '镇政府会议室', chairs: town.presidium.slice(0, 3),
  })
  write.act('call', session, { decide_on: addDays(day, -20), notice_on: addDays(day, -10), published_on: addDays(day, -10) })
  write.act('open', session, { start_on: day, total_deputies: town.deputies.length })
  for (const mandate of town.deputies) {
    const here = random.chance(0.93)
    write.add('attendance', { session, mandate, state: here ? '1' : '3', ...(here ? {} : { approved: true, leave_reason: '外出务工' }) })
  }
  const present = Math.max(Math.ceil(town.deputies.length * 0.8), 1)
  const topics = no % 2 === 1 ? [['01', '政府工作报告'], ['02', '主席团工作报告'], ['03', '预算执行情况和预算草案的报告']] as const : [['06', '上半年民生实事进展情况的报告']] as const
  topics.forEach(([kind, title], at) => {
    const vote = write.add('vote', { meeting: session, subject: `关于${title}的决议`, kind: '1', method: '1', total: town.deputies.length, present, for_count: present - 1, against_count: 0, abstain_count: 1 })
    write.add('agenda_item', { session, no: at + 1, kind, title, vote })
    const paper = write.add('document', { kind: '01', title: `关于${title}的决议`, session, openness: '1' })
    write.act('issue', paper, { issued_on: day, doc_no: `${String(plan.year)}年第${String(no * 10 + at)}号` })
  })
  write.act('close', session, { end_on: day, ...(no % 2 === 1 ? { budget_approved_on: day } : {}) })
}

function presidiumMeetings(write: SeedWriter, random: Random, town: Town, plan: YearPlan, days: Days): void {
  for (let at = 0; at < plan.meetings; at++) {
    const day = days(at / plan.meetings, (at + 0.6) / plan.meetings)
    const meeting = write.add('presidium_meeting', { term: town.term, no: plan.meetingNo + at, place: '主席团办公室', chair: town.names.get(town.presidium[0] ?? ''), minutes: '研究近期工作。' })
    write.act('open', meeting, { held_on: day, members_total: town.presidium.length })
    for (const row of attendance(random, town.presidium)) write.add('participation', { event: meeting, ...row, state: row.state === '3' ? '2' : row.state })
    for (let no = 1; no <= 2; no++) write.add('decision', { meeting, no, title: `研究${random.pick(supervisionTopics)}工作`, text: '同意按方案实施。', for_count: town.presidium.length, done_on: no === 1 ? day : undefined })
    write.act('close', meeting, { closed_on: day })
  }
}

function activities(write: SeedWriter, random: Random, town: Town, plan: YearPlan, days: Days): void {
  const hold = (kind: string, title: string, day: string, site: string | undefined, count: number) => {
    const id = write.add('activity', {
      kind, title, content: `${title}。`, place: random.pick(villageNames), voters_met: ['08', '09'].includes(kind) ? random.between(6, 40) : undefined, ...(site === undefined ? { group: random.pick(town.groups) } : { site }),
    })
    write.act('hold', id, { start_on: day, participants: attendance(random, random.some(town.deputies, count)) })
  }
  for (let at = 0; at < plan.activities; at++) hold(random.pick(['07', '07', '08', '12', '13']), `${random.pick(activityTopics)}活动`, days(at / plan.activities, (at + 1) / plan.activities), undefined, random.between(8, 20))
  for (let at = 0; at < plan.stationActivities; at++) hold('09', '代表接待日', days(at / plan.stationActivities, (at + 1) / plan.stationActivities), random.pick(town.stations), random.between(2, 4))
  for (let at = 0; at < plan.trainings; at++) {
    const id = write.add('training', { kind: at === 0 ? '2' : '1', title: '代表法学习培训', start_on: days(at / plan.trainings, (at + 1) / plan.trainings), half_days: 2, systematic: true, place: '镇会议室', teacher: '县人大代工委' })
    for (const row of attendance(random, random.some(town.deputies, Math.ceil(town.deputies.length * 0.8)))) write.add('participation', { event: id, ...row })
  }
}

function supervisions(write: SeedWriter, random: Random, town: Town, plan: YearPlan, days: Days): void {
  const total = plan.inspections + plan.otherSupervision
  for (let at = 0; at < total; at++) {
    const form = at < plan.inspections ? (['03', '04', '02'] as const)[at % 3] ?? '03' : (['01', '08', '10'] as const)[at % 3] ?? '01'
    const day = days(at / total, (at + 0.5) / total)
    const unit = random.pick(town.units)
    const id = write.add('supervision', {
      form, topic: `${random.pick(supervisionTopics)}情况`, field: random.pick(['03', '04', '06', '12']), linkage: random.chance(0.2) ? '2' : '1', targets: [unit], place: random.pick(villageNames), ...(form === '02' ? { laws: [{ name: '中华人民共和国食品安全法' }] } : {}),
    })
    write.act('start', id, { start_on: day })
    for (const row of attendance(random, random.some(town.deputies, random.between(6, 12)))) write.add('participation', { event: id, ...row })
    if (daysBetween(day, plan.today) < 40 || at % 3 !== 0) continue
    const finding = write.add('finding', { supervision: id, no: 1, problem: '台账记录不全，责任没有到人。', unit })
    write.act('hand_over', finding, { date: addDays(day, 5), due_on: addDays(day, 60), measure: '建立台账，落实责任。' })
    write.act('report', id, { report_on: addDays(day, 7) })
    write.act('forward', id, { forward_on: addDays(day, 10), forward_to: [unit] })
    if (random.chance(0.7)) {
      write.act('rectify', finding, { done_on: addDays(day, 30), done_note: '已整改到位。' })
      write.act('accept', finding, { verified_on: addDays(day, 35), verified_by: town.names.get(town.presidium[0] ?? '') })
      write.act('answer', id, { feedback_on: addDays(day, 36), feedback_text: '整改情况已书面报告。' })
      write.act('rate', id, { rated_on: addDays(day, 37), satisfied: 8, basically: 2, dissatisfied: 0, abstain: 0 })
    }
  }
}

/** One suggestion as far as its time allows: later ones are still under way. */
function suggestion(write: SeedWriter, random: Random, town: Town, plan: YearPlan, day: string, at: number): void {
  const [field, what] = suggestionTopics[at % suggestionTopics.length] ?? suggestionTopics[0]
  const lead = random.pick(town.deputies)
  const id = write.add('suggestion', {
    title: `关于${what}的建议`, body: `群众反映需要${what}，建议纳入年度安排。`, lead, cosign: random.some(town.deputies.filter((one) => one !== lead), random.between(0, 3)), field, source: random.pick(['01', '03', '04']), public_ok: '1', ...(at % 11 === 0 ? { key_level: '1', key_leader: '镇长' } : {}),
  })
  const past = (days: number) => daysBetween(addDays(day, days), plan.today) >= 0
  write.act('submit', id, { raised_on: day, period: '2' })
  if (!past(3)) {
    // Accepted the day it came, so that every suggestion of the year is a case.
    write.act('review', id, { review_on: day, accept: '1' })
    return
  }
  const host = random.pick(town.units)
  write.act('review', id, { review_on: addDays(day, 1), accept: '1', reviewer: '干事' })
  write.act('assign', id, { assigned_on: addDays(day, 3), host })
  if (!past(40) || at % 13 === 12) return
  write.act('communicate', id, { date: addDays(day, 20), mode: '1', summary: '当面沟通办理思路。', unit: host })
  const result = (['A', 'B', 'A', 'C', 'A', 'B', 'A', 'D'] as const)[at % 8] ?? 'A'
  if (result === 'B') write.act('promise', id, { content: '列入明年计划', due: `${String(plan.year + 1)}-06` })
  write.act('reply', id, { reply_on: addDays(day, 40), result_class: result, reply_no: `复〔${String(plan.year)}〕${String(at + 1)}号`, signer: '镇长', text: '已研究办理。' })
  if (!past(55)) return
  const unhappy = at % 9 === 8
  write.act('feedback', id, { feedback_on: addDays(day, 55), rate_result: unhappy ? '3' : at % 4 === 3 ? '2' : '1' })
  if (!past(80)) return
  if (unhappy) {
    write.act('communicate', id, { date: addDays(day, 60), mode: '1', summary: '再次面商。' })
    write.act('reply', id, { reply_on: addDays(day, 70), result_class: 'A', reply_no: `复〔${String(plan.year)}〕${String(at + 1)}-2号`, signer: '镇长', text: '已重新办理。' })
    write.act('feedback', id, { feedback_on: addDays(day, 76), rate_result: '1' })
  }
  write.act('close', id, { closed_on: addDays(day, 80), outcome_note: '已落实。' })
}

function voters(write: SeedWriter, random: Random, town: Town, plan: YearPlan, days: Days): void {
  for (let at = 0; at < plan.matters; at++) {
    const day = days(at / plan.matters, (at + 1) / plan.matters)
    const id = write.add('voter_matter', {
      channel: '1', site: town.stations.length > 0 ? random.pick(town.stations) : undefined, received_on: day, deputies: [random.pick(town.deputies)], village: random.pick(town.villages), category: random.pick(['02', '03', '04', '08']), content: `反映${random.pick(matterTopics)}。`,
    })
    if (daysBetween(day, plan.today) < 20) continue
    if (random.chance(0.4)) {
      write.act('route', id, { routed_on: day, route: '1', reply_text: '当场解释政策。' })
      write.act('close', id, { closed_on: addDays(day, 1) })
      continue
    }
    write.act('route', id, { routed_on: addDays(day, 1), route: '4', to_unit: random.pick(town.units), sent_on: addDays(day, 1), due_on: addDays(day, 16) })
    if (!random.chance(0.85)) continue
    write.act('reply', id, { reply_on: addDays(day, 12), reply_text: '已处理。' })
    write.act('inform', id, { informed_on: addDays(day, 13), visitor_rate: '1' })
    write.act('close', id, { closed_on: addDays(day, 14) })
  }
}

function duties(write: SeedWriter, random: Random, town: Town, plan: YearPlan, days: Days): void {
  random.some(town.deputies, plan.debriefs).forEach((mandate, at) => {
    const day = days(at / plan.debriefs, (at + 1) / plan.debriefs)
    const id = write.add('debrief', { mandate, place: random.pick(villageNames), form: '1', voters_present: random.between(30, 70), told_duty: true, told_contact: true })
    write.act('report', id, { date: day })
    write.act('rate', id, { rated_on: day, satisfied: random.between(25, 40), basically: random.between(2, 8), dissatisfied: random.between(0, 2), abstain: 0 })
    write.act('feed_back', id, { feedback_on: day })
  })
  for (let at = 0; at < plan.visits; at++) write.add('visit', { kind: '1', date: days(at / plan.visits, (at + 1) / plan.visits), mandates: [random.pick(town.deputies)], village: random.pick(town.villages), households: random.between(2, 6), persons: random.between(3, 12), mode: '3', topic: '了解生产生活' })
  for (let at = 0; at < plan.deeds; at++) write.add('deed', { mandate: random.pick(town.deputies), kind: random.pick(['1', '1', '2', '4']), title: '为群众办实事', date: days(at / plan.deeds, (at + 1) / plan.deeds), amount_fen: random.between(1, 20) * 100_000, beneficiaries: random.between(5, 120) })
}

/** Writes the year; `wrap` runs each part as one transaction. */
export function seedYear(write: SeedWriter, random: Random, town: Town, plan: YearPlan, wrap: (work: () => void) => void): void {
  const first = `${String(plan.year)}-01-06`
  const last = `${String(plan.year)}-12-20` < plan.today ? `${String(plan.year)}-12-20` : plan.today
  const span = Math.max(daysBetween(first, last), 0)
  const days: Days = (from, to) => addDays(first, Math.min(span, Math.floor(span * from + (span * Math.max(to - from, 0)) * random.next())))
  wrap(() => {
    congress(write, random, town, plan, days(0.02, 0.05), plan.sessionNo)
    if (span > 200) congress(write, random, town, plan, days(0.52, 0.55), plan.sessionNo + 1)
    presidiumMeetings(write, random, town, plan, days)
  })
  wrap(() => { activities(write, random, town, plan, days) })
  wrap(() => { supervisions(write, random, town, plan, days) })
  for (let at = 0; at < plan.suggestions; at += 40) {
    const end = Math.min(at + 40, plan.suggestions)
    wrap(() => { for (let one = at; one < end; one++) suggestion(write, random, town, plan, days(one / plan.suggestions, (one + 1) / plan.suggestions), one) })
  }
  wrap(() => { voters(write, random, town, plan, days) })
  wrap(() => { duties(write, random, town, plan, days) })
  wrap(() => {
    const budget = write.add('budget', { year: plan.year, kind: '1', budget_fen: town.deputies.length * 120_000, standard_fen: 120_000 })
    for (let at = 0; at < 4; at++) write.add('expense', { budget, date: days(at / 4, (at + 1) / 4), amount_fen: random.between(50, 160) * 10_000, purpose: '代表活动' })
    for (let at = 0; at < 2; at++) write.add('party_log', { kind: '1', date: days(at / 2, (at + 1) / 2), topic: '听取人大工作汇报' })
    for (const [at, item] of ['听取民生实事进展', '组织执法检查', '办好代表培训'].entries()) write.add('plan_item', { year: plan.year + 1, kind: '2', item, plan_quarter: at + 1, owner: '主席团' })
  })
}
