/**
 * The duty file of a deputy (代表法第58条: the presidium records what deputies do), in eight parts, filled by what was recorded once.
 */
import type { DutyFile } from '../contract/records'
import { labelOf } from '../codes'
import { flagOf, intOf, textOf, type Facts } from '../facts'
import { halfDaysOf } from '../measures/events-of'
import type { Rec } from '../record'
import { dutyPartOf, dutyParts } from './duty-parts'

type Row = DutyFile['parts'][number]['rows'][number]

export interface DutyPeriod {
  readonly from: string
  readonly to: string
}

const inside = (day: string, period: DutyPeriod | null): boolean => period === null || (day >= period.from && day <= period.to)

const newestFirst = (rows: readonly Row[]): readonly Row[] => [...rows].sort((a, b) => b.date.localeCompare(a.date) || a.id.localeCompare(b.id))

/** Statuses from which an event really took place. */
const held: Readonly<Record<string, readonly string[]>> = {
  activity: ['已开展', '已归档'],
  supervision: ['实施', '形成报告', '整改中', '已反馈', '办结', '归档'],
  presidium_meeting: ['进行中', '已结束', '已归档'],
}

const tookPlace = (event: Rec): boolean => held[event.type]?.includes(event.status ?? '') ?? true

function eventRow(event: Rec, part: Rec): Row {
  const state = textOf(part.fields, 'state')
  const kind = event.type === 'activity' ? labelOf('activity_kind', textOf(event.fields, 'kind')) : event.type === 'supervision' ? labelOf('supervision_form', textOf(event.fields, 'form')) : ''
  return {
    id: event.id, type: event.type, date: textOf(event.fields, event.type === 'presidium_meeting' ? 'held_on' : 'start_on'),
    title: event.type === 'presidium_meeting' ? `主席团第${String(intOf(event.fields, 'no') ?? '')}次会议` : textOf(event.fields, event.type === 'supervision' ? 'topic' : 'title'),
    note: [kind, labelOf('participation.state', state)].filter((word) => word !== '').join(' · '),
  }
}

interface Event {
  readonly event: Rec
  readonly row: Row
  readonly present: boolean
  readonly halfDays: number
}

function eventsOf(facts: Facts, mandate: string, period: DutyPeriod | null): readonly Event[] {
  return facts.where('participation', 'mandate', mandate).flatMap((part) => {
    const event = facts.get(textOf(part.fields, 'event'))
    if (!event || !tookPlace(event)) return []
    const row = eventRow(event, part)
    if (!inside(row.date, period)) return []
    return [{ event, row, present: textOf(part.fields, 'state') === '1', halfDays: halfDaysOf(facts, part) }]
  })
}

/** Events that count as days of duty: attended, and no meetings of the presidium. */
export const dutyEvents = (facts: Facts, mandate: string, period: DutyPeriod | null): readonly Pick<Event, 'event' | 'halfDays'>[] =>
  eventsOf(facts, mandate, period).filter((one) => one.present && one.event.type !== 'presidium_meeting')

function sessions(facts: Facts, mandate: string, period: DutyPeriod | null): readonly Row[] {
  return facts.where('attendance', 'mandate', mandate).flatMap((one) => {
    const session = facts.get(textOf(one.fields, 'session'))
    if (!session) return []
    const date = textOf(session.fields, 'start_on')
    if (!inside(date, period)) return []
    const approved = textOf(one.fields, 'state') !== '1' && textOf(one.fields, 'state') !== '5' && flagOf(one.fields, 'approved') ? ' · 已批准' : ''
    return [{ id: session.id, type: 'session', date, title: textOf(session.fields, 'title') || `第${String(intOf(session.fields, 'no') ?? '')}次会议`, note: labelOf('attendance.state', textOf(one.fields, 'state')) + approved }]
  })
}

const inquiryWord = (rec: Rec): string => labelOf('inquiry.kind', textOf(rec.fields, 'kind')) || '询问'

function suggestions(facts: Facts, mandate: string, period: DutyPeriod | null): readonly Row[] {
  const lead = facts.where('suggestion', 'lead', mandate).map((rec) => ({ rec, role: '领衔' }))
  const joint = facts.where('suggestion', 'cosign', mandate).map((rec) => ({ rec, role: '联名' }))
  const questions = [...facts.where('inquiry', 'lead', mandate).map((rec) => ({ rec, role: `领衔${inquiryWord(rec)}` })), ...facts.where('inquiry', 'proposers', mandate).map((rec) => ({ rec, role: `联名${inquiryWord(rec)}` }))]
  const bills = [...facts.where('bill', 'lead', mandate).map((rec) => ({ rec, role: '领衔议案' })), ...facts.where('bill', 'cosign', mandate).map((rec) => ({ rec, role: '联名议案' }))]
  return [...lead, ...joint, ...bills, ...questions].flatMap(({ rec, role }) => {
    const date = textOf(rec.fields, rec.type === 'bill' ? 'received_on' : 'raised_on')
    if (rec.status === '草稿' || rec.status === '拟提' || !inside(date, period)) return []
    return [{ id: rec.id, type: rec.type, date, title: [textOf(rec.fields, 'no'), textOf(rec.fields, 'title')].filter((word) => word !== '').join(' '), note: `${role} · ${rec.status ?? ''}` }]
  })
}

function voters(facts: Facts, mandate: string, period: DutyPeriod | null): readonly Row[] {
  const matters = facts.where('voter_matter', 'deputies', mandate).map((rec): Row => ({ id: rec.id, type: 'voter_matter', date: textOf(rec.fields, 'received_on'), title: textOf(rec.fields, 'content').slice(0, 40), note: `接待 · ${rec.status ?? ''}` }))
  const visits = facts.where('visit', 'mandates', mandate).map((rec): Row => ({ id: rec.id, type: 'visit', date: textOf(rec.fields, 'date'), title: textOf(rec.fields, 'topic') || labelOf('visit.kind', textOf(rec.fields, 'kind')), note: `走访 ${String(intOf(rec.fields, 'persons') ?? 1)} 人次` }))
  return [...[...matters, ...visits].filter((row) => inside(row.date, period)), ...pairings(facts, mandate, period)]
}

/** Villages and households that the deputy stands by: in every year in which the pairing holds, as B8.13 counts it. */
function pairings(facts: Facts, mandate: string, period: DutyPeriod | null): readonly Row[] {
  return facts.where('pairing', 'mandate', mandate).flatMap((rec) => {
    const [from, to] = [textOf(rec.fields, 'from_on'), textOf(rec.fields, 'to_on')]
    if (period !== null && (from > period.to || (to !== '' && to < period.from))) return []
    const household = intOf(rec.fields, 'household_no') ?? 0
    const village = textOf(facts.get(textOf(rec.fields, 'village'))?.fields ?? {}, 'name')
    return [{ id: rec.id, type: 'pairing', date: from, title: `结对${village}${household > 0 ? `第${String(household)}户` : ''}`, note: to === '' ? '双联结对' : '双联结对 · 已结束' }]
  })
}

function debriefs(facts: Facts, mandate: string, period: DutyPeriod | null): readonly Row[] {
  return facts.where('debrief', 'mandate', mandate).flatMap((rec) => {
    const date = textOf(rec.fields, 'date')
    if (rec.status === '计划' || rec.status === '通知' || !inside(date, period)) return []
    const tally = facts.where('rating', 'about', rec.id).map((one) => `满意 ${String(intOf(one.fields, 'satisfied') ?? 0)}、基本满意 ${String(intOf(one.fields, 'basically') ?? 0)}、不满意 ${String(intOf(one.fields, 'dissatisfied') ?? 0)}`)
    return [{ id: rec.id, type: 'debrief', date, title: `向选民述职${textOf(rec.fields, 'place') === '' ? '' : `（${textOf(rec.fields, 'place')}）`}`, note: [rec.status ?? '', ...tally].join(' · ') }]
  })
}

function deeds(facts: Facts, mandate: string, period: DutyPeriod | null): readonly Row[] {
  return facts.where('deed', 'mandate', mandate)
    .map((rec): Row => ({ id: rec.id, type: 'deed', date: textOf(rec.fields, 'date'), title: textOf(rec.fields, 'title'), note: labelOf('deed.kind', textOf(rec.fields, 'kind')) }))
    .filter((row) => inside(row.date.length === 7 ? `${row.date}-01` : row.date, period))
}

function basics(facts: Facts, mandate: Rec, person: Rec | null): readonly Row[] {
  const line = (title: string, note: string): Row => ({ id: mandate.id, type: 'mandate', date: '', title, note })
  const groups = facts.all('group').filter((group) => (Array.isArray(group.fields['members']) ? (group.fields['members'] as readonly { mandate?: unknown }[]) : []).some((row) => row.mandate === mandate.id))
  return [
    line('层级、状态', `${labelOf('level', textOf(mandate.fields, 'level'))}级代表 · ${mandate.status ?? ''}`),
    line('性别、民族', [labelOf('sex', textOf(person?.fields ?? {}, 'sex')), labelOf('ethnic', textOf(person?.fields ?? {}, 'ethnic'))].join(' · ')),
    line('出生年月', textOf(person?.fields ?? {}, 'birth').replace(/^(\d{4})-0?(\d{1,2})$/u, '$1年$2月')),
    line('政治面貌、学历', [labelOf('party', textOf(person?.fields ?? {}, 'party')), labelOf('edu', textOf(person?.fields ?? {}, 'edu'))].join(' · ')),
    line('选区', textOf(facts.get(textOf(mandate.fields, 'constituency'))?.fields ?? {}, 'name')),
    line('代表小组', groups.map((group) => textOf(group.fields, 'name')).join('、')),
    line('联络站', textOf(facts.get(textOf(mandate.fields, 'station'))?.fields ?? {}, 'name')),
  ].filter((row) => row.note.replace(/[ ·]/g, '') !== '')
}

/** Fills the eight parts for `mandate`; `period` null = the whole mandate. Null where there is no such mandate. */
export function dutyFile(facts: Facts, mandateId: string, period: DutyPeriod | null): DutyFile | null {
  const mandate = facts.get(mandateId)
  if (mandate?.type !== 'mandate') return null
  const person = facts.get(textOf(mandate.fields, 'person'))
  const events = eventsOf(facts, mandate.id, period)
  const of = (...types: readonly string[]) => events.filter((one) => types.includes(one.event.type)).map((one) => one.row)
  const activitiesOf = (part: string) => events.filter(({ event }) => event.type === 'activity' && dutyPartOf(textOf(event.fields, 'kind')) === part).map((one) => one.row)
  const rows: Readonly<Record<keyof typeof dutyParts, readonly Row[]>> = {
    basics: basics(facts, mandate, person),
    meetings: newestFirst([...sessions(facts, mandate.id, period), ...of('presidium_meeting')]),
    supervision: newestFirst([...of('supervision'), ...activitiesOf('supervision')]),
    training: newestFirst([...of('training'), ...activitiesOf('training')]),
    activities: newestFirst(activitiesOf('activities')),
    voters: newestFirst([...activitiesOf('voters'), ...voters(facts, mandate.id, period)]),
    suggestions: newestFirst(suggestions(facts, mandate.id, period)),
    debrief: newestFirst([...activitiesOf('debrief'), ...debriefs(facts, mandate.id, period), ...deeds(facts, mandate.id, period)]),
  }
  return {
    mandate: mandate.id,
    name: textOf(person?.fields ?? {}, 'name'),
    parts: Object.entries(dutyParts).map(([key, label]) => ({ key, label, rows: rows[key as keyof typeof dutyParts] })),
    half_days: dutyEvents(facts, mandate.id, period).reduce((sum, one) => sum + one.halfDays, 0),
  }
}

