/** The agenda of a session: its order, the usual items, and the vote of each. Pure. */
import type { RecordPage } from '../../../shared/contract/records'
import { intOf, textOf } from '../../../shared/facts'
import type { Data } from '../../../shared/fields'
import type { Rec } from '../../../shared/record'

export interface AgendaSide {
  readonly type: 'agenda_item'
  readonly parent: 'session'
  readonly id?: string
  readonly fields: Data
}

const rowsOf = (page: RecordPage, type: string): readonly Rec[] => page.children.filter((list) => list.type === type).flatMap((list) => list.rows)

const noOf = (item: Rec): number => intOf(item.fields, 'no') ?? 0

/** Items in their order. */
export const agendaOf = (page: RecordPage): readonly Rec[] => [...rowsOf(page, 'agenda_item')].sort((a, b) => noOf(a) - noOf(b) || a.id.localeCompare(b.id))

/** The vote of an item; null where none was taken down. */
export const voteOf = (page: RecordPage, item: Rec): Rec | null => rowsOf(page, 'vote').find((vote) => vote.id === textOf(item.fields, 'vote')) ?? null

/** Votes that belong to no item of the agenda. */
export function otherVotes(page: RecordPage): readonly Rec[] {
  const linked = new Set(agendaOf(page).map((item) => textOf(item.fields, 'vote')))
  return rowsOf(page, 'vote').filter((vote) => !linked.has(vote.id))
}

export const nextNo = (items: readonly Rec[]): number => Math.max(0, ...items.map(noOf)) + 1

/** The item at `from` put at `to`: only the lines whose number changes. */
export function moved(items: readonly Rec[], from: number, to: number): readonly AgendaSide[] {
  const order = [...items]
  const [item] = order.splice(from, 1)
  if (item === undefined) return []
  order.splice(to, 0, item)
  return order.flatMap((one, index) => (noOf(one) === index + 1 ? [] : [{ type: 'agenda_item' as const, parent: 'session' as const, id: one.id, fields: { no: index + 1 } }]))
}

/** What an item of a kind (D.17 agenda.kind) is usually called. */
export const usualTitles: Readonly<Record<string, string>> = {
  '01': '听取和审议镇人民政府工作报告', '02': '听取和审议镇人大主席团工作报告', '03': '审查和批准预算执行情况和预算草案的报告', '04': '审查和批准预算调整方案',
  '05': '审查和批准决算', '06': '听取和审议专项工作报告', '07': '审议议案', '08': '票决民生实事项目', '09': '选举', '10': '通过选举办法',
  '11': '听取和通过代表资格审查报告', '12': '听取质询答复', '13': '审议罢免案', '14': '决定接受辞职',
}

/** The agenda that nearly every session begins from. */
export const usualAgenda: readonly string[] = ['11', '01', '02', '03']

/** Kinds of a vote (D.17 vote.kind) by the kind of the item. */
export const voteKindOf = (agendaKind: string): string => (agendaKind === '09' ? '2' : agendaKind === '08' ? '3' : '1')
