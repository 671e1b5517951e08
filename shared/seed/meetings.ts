/** Presidium meetings, one a quarter, and what they decide; the yearly list of major matters. */
import { addDays } from '../rules/calendar'
import type { Session } from './congress'
import { addParticipants, participants, storyOf, type Scene } from './scene'
import { seated } from './term'
import { decisionTopics, majorMatters } from './words'

export interface Meeting {
  readonly id: string
  readonly day: string
}

/** `firstNo`: number of the year's first meeting in the term. */
export function presidiumMeetings(scene: Scene, count: number, firstNo: number): readonly Meeting[] {
  const { scribe, random, term, days } = scene
  return Array.from({ length: count }, (_, at) => {
    const day = days.pick(random, (at + 0.3) / count, (at + 0.7) / count)
    const here = seated(term, day)
    const members = term.presidium.filter((one) => here.includes(one))
    const id = scribe.add('presidium_meeting', {
      term: term.id, no: firstNo + at, start_time: '09:00', place: '主席团办公室', chair: term.chair.name, recorder: '干事', minutes: '会议传达上级精神，研究近期工作，形成一致意见。',
      nonvoting: [{ name: '分管副镇长', unit: '镇政府', reason: '1' }],
    })
    scribe.act('call', id, { notice_on: addDays(day, -5), held_on: day })
    scribe.act('open', id, { held_on: day, members_total: members.length })
    addParticipants(scribe, id, participants(random, members).map((row) => (row['state'] === '3' ? { ...row, state: '2', leave_reason: '县里开会' } : row)))
    for (const [no, title] of random.some(decisionTopics, random.between(2, 4)).entries()) {
      const done = days.after(day, random.between(10, 60))
      scribe.add('decision', {
        meeting: id, no: no + 1, title, reporter: '干事', discussion: '各成员发表意见。', text: '同意，按方案实施。', for_count: members.length, against_count: 0, abstain_count: 0, owner: '主席团办公室', due_on: addDays(day, 45),
        ...(done !== null && random.chance(0.85) ? { done_on: done, done_note: '已落实' } : {}),
      })
    }
    scribe.act('close', id, { closed_on: day })
    if (days.after(day, 120) !== null) scribe.act('archive', id, { archived_on: addDays(day, 30) })
    return { id, day }
  })
}

/** Congress matters are decided at the session, others reported to the presidium. */
export function decideMajorMatters(scene: Scene, session: Session | null, meetings: readonly Meeting[]): void {
  const { scribe, days } = scene
  for (const [title, category, mode] of majorMatters) {
    const id = scribe.add('major_matter', { year: days.year, title: `${String(days.year)}年${title}`, category, mode, party_reply: '同意' })
    scribe.act('list', id, { listed_on: days.first, party_asked_on: days.first })
    const where = mode === '2' ? session : meetings.find((one) => one.day > days.first)
    if (!where) continue
    const submitted = addDays(where.day, -7)
    scribe.act('submit', id, { submitted_on: submitted < days.first ? days.first : submitted, submit_unit: '镇人民政府' })
    scribe.act('deliberate', id, { date: where.day, session: where.id })
    const story = storyOf(scene, id, where.day)
    story.step('decide', mode === '2' ? 1 : 0, (day) => ({ decided_on: day, decision_text: mode === '2' ? '批准。' : '听取报告，提出意见。' }))
    story.step('follow', 60, (day) => ({ date: day }))
    story.step('close', 120, (day) => ({ closed_on: day }))
  }
}
