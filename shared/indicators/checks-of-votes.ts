/** C15–C19: identities inside single records, over all votes, sessions and events. What nobody entered is not checked. */
import { intOf, statusAt, textOf, type Facts } from '../facts'
import type { Rec } from '../record'
import { seatStatuses } from '../records/mandate'
import { ballotDoubt, countedDoubt, electionDoubt } from '../records/vote-sums'
import type { Check } from '../measures/indicator'
import { attendanceOf } from '../measures/meetings-of'
import { reached } from '../measures/status-moves'

/** One record looked at: what is wrong with it, or null; undefined = nothing to check on it. */
type Look = (rec: Rec, facts: Facts) => string | null | undefined

const notApplicable = '不适用'

/** Detail of a check that lists at most a few of the records that break it. */
const shortList = (wrong: readonly string[]): string => (wrong.length <= 5 ? wrong.join('；') : `${wrong.slice(0, 5).join('；')}；等${wrong.length}处`)

function checkAll(id: string, recs: readonly Rec[], facts: Facts, look: Look): Check {
  const seen = recs.map((rec) => ({ rec, wrong: look(rec, facts) })).filter(({ wrong }) => wrong !== undefined)
  const wrong = seen.flatMap(({ rec, wrong: says }) => (says ? [{ id: rec.id, says }] : []))
  if (seen.length === 0) return { id, ok: true, detail: notApplicable }
  if (wrong.length === 0) return { id, ok: true, detail: `${seen.length}条均相符` }
  return { id, ok: false, detail: shortList(wrong.map(({ says }) => says)), ids: wrong.map(({ id: broken }) => broken) }
}

const nameOf = (rec: Rec): string => textOf(rec.fields, 'subject') || textOf(rec.fields, 'title') || textOf(rec.fields, 'topic') || rec.id

/** A look at the numbers of a vote, under the vote's name. */
const looked = (look: typeof countedDoubt): Look => (vote) => {
  const doubt = look(vote.fields)
  return doubt ? `${nameOf(vote)}：${doubt.say}` : doubt
}

const inOffice = (facts: Facts, mandate: string, day: string): boolean => {
  const rec = facts.get(mandate)
  return rec !== null && seatStatuses.includes(statusAt(rec, day) ?? '')
}

const sessionRows: Look = (session, facts) => {
  const total = intOf(session.fields, 'total_deputies')
  const rows = attendanceOf(facts, [session])
  const day = textOf(session.fields, 'start_on')
  if (total === null || rows.length === 0 || !reached(session, ['进行中', '已闭会', '已归档'])) return undefined
  const seated = rows.filter((row) => inOffice(facts, textOf(row.fields, 'mandate'), day)).length
  return seated === total ? null : `${nameOf(session)}：实到＋请假＋缺席 ${seated}，应到 ${total}`
}

/** First day of an event that has participation rows. */
const dayOf = (event: Rec): string => textOf(event.fields, event.type === 'presidium_meeting' ? 'held_on' : 'start_on')

const eventRows: Look = (event, facts) => {
  const rows = facts.where('participation', 'event', event.id)
  if (rows.length === 0) return undefined
  const states = rows.filter((row) => ['1', '2', '3'].includes(textOf(row.fields, 'state'))).length
  if (states !== rows.length) return `${nameOf(event)}：出席＋请假＋缺席 ${states}，参加情况 ${rows.length} 行`
  const deputies = rows.map((row) => facts.resolve(textOf(row.fields, 'mandate')))
  if (new Set(deputies).size !== deputies.length) return `${nameOf(event)}：同一代表有两行参加情况`
  const day = dayOf(event)
  const outside = day === '' ? 0 : deputies.filter((id) => !inOffice(facts, id, day)).length
  return outside === 0 ? null : `${nameOf(event)}：${outside} 名参加人当日不是在任代表`
}

/** C15–C19. */
export const recordChecks = (facts: Facts): readonly Check[] => facts.once('record checks', () => [
  checkAll('C15', facts.all('vote'), facts, looked(countedDoubt)),
  checkAll('C16', facts.all('vote'), facts, looked(ballotDoubt)),
  checkAll('C17', facts.all('vote'), facts, looked(electionDoubt)),
  checkAll('C18', facts.all('session'), facts, sessionRows),
  checkAll('C19', ['activity', 'supervision', 'training', 'presidium_meeting'].flatMap((type) => facts.all(type)), facts, eventRows),
])
