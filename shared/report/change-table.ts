/**
 * 代表变动表: every change of the town's deputies in a period by name, with its ground in the law and the days of its legal steps
 * (代表法§61–63, 选举法§47–57). Read from the same dated status events as B.3, so that the lines and the figures agree.
 */
import { labelOf } from '../codes'
import { textOf, type Facts } from '../facts'
import { deputiesAt, townMandates } from '../measures/deputies-at'
import type { Period } from '../measures/indicator'
import { eve, within } from '../measures/periods'
import { moves, type Move } from '../measures/status-moves'
import type { Rec } from '../record'
import { seatStatuses } from '../records/mandate'
import { deputyName, nameOf } from './names'

export interface DeputyChange {
  /** The mandates it is about: one, or all that a change of term moves on one day. */
  readonly ids: readonly string[]
  readonly date: string
  /** Name of the deputy; how many where it is about a whole term. */
  readonly who: string
  readonly constituency: string
  /** What changed, e.g. 资格终止. */
  readonly kind: string
  /** Ground with the article. */
  readonly ground: string
  /** The legal steps with their days. */
  readonly course: readonly { readonly label: string; readonly day: string }[]
  readonly announce_no: string
  /** What it does to the number of deputies. */
  readonly by: number
}

export interface ChangeTable {
  readonly rows: readonly DeputyChange[]
  readonly before: number
  readonly more: number
  readonly less: number
  readonly after: number
}

const inSeat = (status: string): boolean => seatStatuses.includes(status)

/** Item of 代表法第62条 that a ground of ending is. */
const items: Readonly<Record<string, string>> = { 1: '一', '2a': '二', '2b': '二', 3: '三', 4: '四', 5: '五', 6: '六', 7: '七' }

function endGround(move: Move, rec: Rec): string {
  const reason = move.step === 'die' ? '8' : textOf(rec.fields, 'end_reason') || (move.step === 'vote_resignation' ? '2a' : '')
  const item = items[reason]
  return `${reason === '' ? '' : labelOf('end_reason', reason)}${item === undefined ? '' : `（代表法第62条第${item}项）`}`
}

const suspendGround = (rec: Rec): string => {
  const reason = textOf(rec.fields, 'suspend_reason')
  return reason === '' ? '代表法第61条' : `${labelOf('suspend_reason', reason)}（代表法第61条第${reason === 'S2' ? '二' : '一'}项）`
}

const course = (rec: Rec, ...steps: readonly (readonly [label: string, key: string])[]): DeputyChange['course'] =>
  steps.map(([label, key]) => ({ label, day: textOf(rec.fields, key) })).filter(({ day }) => day !== '')

type Told = Pick<DeputyChange, 'kind' | 'ground' | 'course' | 'by'>

const ended = (move: Move, rec: Rec): Told => {
  const steps = move.step === 'die' ? course(rec, ['去世', 'event_on'])
    : move.step === 'vote_resignation' ? course(rec, ['书面辞职', 'event_on'], ['大会表决', 'congress_on'])
      : course(rec, ['事由发生', 'event_on'], ['资格审查委员会报告', 'report_on'], ['大会公告', 'congress_on'])
  return { kind: move.step === 'die' ? '去世' : '资格终止', ground: endGround(move, rec), course: steps, by: -1 }
}

/** What a change of status is called in the table; null for one that is none of it. */
function tell(move: Move, rec: Rec, last: boolean): Told | null {
  if (inSeat(move.to) && !inSeat(move.from)) {
    const byElection = textOf(rec.fields, 'elect_kind') === '2'
    return { kind: byElection ? '补选' : '换届当选', ground: byElection ? '选举法第57条' : '选举法第47条', course: course(rec, ['当选', 'elected_on'], ['资格确认', 'confirm_on']), by: 1 }
  }
  switch (move.to) {
    case '当选无效': return { kind: '当选无效', ground: '选举法第47条', course: course(rec, ['当选', 'elected_on']), by: 0 }
    case '已终止': return inSeat(move.from) ? ended(move, rec) : null
    case '卸任': return inSeat(move.from) ? { kind: '届满卸任', ground: '代表法第2条', course: [], by: -1 } : null
    case '暂停执行职务': return { kind: '暂停执行职务', ground: suspendGround(rec), course: course(rec, ['资格审查委员会报告', 'report_on']), by: 0 }
    case '在任': return move.from === '暂停执行职务' ? { kind: '恢复执行职务', ground: '代表法第61条', course: [], by: 0 } : { kind: '辞职未通过', ground: '选举法第55条', course: [], by: 0 }
    case '辞职待大会表决': return last ? { kind: '辞职，待大会表决', ground: '选举法第55条', course: course(rec, ['书面辞职', 'event_on']), by: 0 } : null
    case '终止待公告': return last ? { kind: '终止，待大会公告', ground: endGround(move, rec), course: course(rec, ['事由发生', 'event_on'], ['资格审查委员会报告', 'report_on']), by: 0 } : null
    default: return null
  }
}

/** Changes that a whole term goes through on one day are one line. */
const ofTerm = ['换届当选', '届满卸任']

function together(facts: Facts, rows: readonly (DeputyChange & { readonly term: string })[]): readonly DeputyChange[] {
  const found = new Map<string, DeputyChange>()
  for (const { term, ...row } of rows) {
    const key = ofTerm.includes(row.kind) ? `${row.kind} ${row.date} ${term}` : `${row.ids[0] ?? ''} ${row.kind} ${row.date} ${String(found.size)}`
    const known = found.get(key)
    const ids = [...(known?.ids ?? []), ...row.ids]
    found.set(key, known === undefined ? row : { ...known, ids, who: `${nameOf(facts, term) || '本届'}${String(ids.length)}名代表`, constituency: '', course: [], by: known.by + row.by })
  }
  return [...found.values()]
}

/** The table of a period, by day. */
export function changeTable(facts: Facts, period: Period): ChangeTable {
  const rows = townMandates(facts).flatMap((rec) => {
    const all = moves(rec).filter((move) => move.on <= period.to)
    return all.flatMap((move, at) => {
      const told = within(move.on, period) ? tell(move, rec, at === all.length - 1) : null
      return told === null ? [] : [{
        ...told, ids: [rec.id], date: move.on, who: deputyName(facts, rec.id), constituency: placeOf(facts, rec), announce_no: told.by < 0 ? textOf(rec.fields, 'announce_no') : '', term: facts.resolve(textOf(rec.fields, 'term')),
      }]
    })
  }).sort((a, b) => `${a.date}${String(a.by + 1)}${a.ids[0] ?? ''}`.localeCompare(`${b.date}${String(b.by + 1)}${b.ids[0] ?? ''}`, 'en'))
  const sum = (sign: 1 | -1): number => rows.filter((row) => row.by === sign).length
  return { rows: together(facts, rows), before: deputiesAt(facts, eve(period)).length, more: sum(1), less: sum(-1), after: deputiesAt(facts, period.to).length }
}

function placeOf(facts: Facts, rec: Rec): string {
  const place = facts.get(textOf(rec.fields, 'constituency'))
  return place === null ? textOf(rec.fields, 'elect_unit') : textOf(place.fields, 'name') || `第${textOf(place.fields, 'no')}选区`
}
