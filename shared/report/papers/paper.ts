/** Official papers that are made from one record each: which there are, of which records, under which name. */
import { intOf, textOf, type Facts } from '../../facts'
import { reached } from '../../measures/status-moves'
import { isCarriedOut } from '../../measures/supervision-of'
import { declarationOf } from '../../records'
import type { Rec } from '../../record'
import type { RuleBook } from '../../rules/rule-book'
import type { Composed } from '../block'
import { nameOf } from '../names'
import { announcement, isCounted } from './announcement'
import { brief } from './brief'
import { paperKinds, type PaperKind } from './kinds'
import { minutes } from './minutes'
import { notice } from './notice'
import { replyLetter } from './reply-letter'

interface Paper {
  readonly word: string
  readonly note: string
  /** Record type → its date, by which it belongs to a year; a vote has that of its meeting. */
  readonly of: Readonly<Record<string, string>>
  /** Whether the record is far enough for it. */
  readonly ready: (rec: Rec) => boolean
}

const called = (rec: Rec): boolean => !['已取消', '取消'].includes(rec.status ?? '')

export const papers: Readonly<Record<PaperKind, Paper>> = {
  minutes: { word: '会议纪要', note: '纪要格式，带红头和版记', of: { presidium_meeting: 'held_on', session: 'start_on' }, ready: (rec) => reached(rec, ['进行中', '已结束', '已闭会', '已归档']) },
  notice: { word: '通知', note: '会议的带红头和文号', of: { presidium_meeting: 'held_on', session: 'start_on', activity: 'start_on', training: 'start_on' }, ready: called },
  announcement: { word: '选举公告', note: '当选的人和职务，带公告号', of: { vote: 'start_on' }, ready: isCounted },
  reply: { word: '答复函', note: '信函格式，抄送主席团', of: { reply: 'reply_on' }, ready: () => true },
  brief: { word: '工作简报', note: '带红头，期数手填', of: { activity: 'start_on', supervision: 'start_on' }, ready: (rec) => (rec.type === 'supervision' ? isCarriedOut(rec) : reached(rec, ['已开展', '已归档'])) },
}

/** Papers that can be made of a record as it stands. */
export function papersOf(rec: Rec): readonly PaperKind[] {
  if (rec.deleted) return []
  // A suggestion has the letter of its latest answer.
  if (rec.type === 'suggestion') return answeredOnce.includes(rec.status ?? '') ? ['reply'] : []
  return paperKinds.filter((kind) => Object.hasOwn(papers[kind].of, rec.type) && papers[kind].ready(rec))
}

const answeredOnce: readonly string[] = ['待反馈', '重新办理', '协调处理', '已评价', '已办结']

/** The records of a year that a paper is made of, in the order of their days. */
export function recordsFor(facts: Facts, kind: PaperKind, year: number): readonly Rec[] {
  const { of, ready } = papers[kind]
  return Object.entries(of).flatMap(([type, key]) => facts.all(type).map((rec) => ({ rec, on: dayOf(facts, rec, key) })).filter(({ rec, on }) => on.startsWith(`${String(year)}-`) && ready(rec)))
    .sort((a, b) => (a.on === b.on ? (a.rec.id < b.rec.id ? -1 : 1) : a.on < b.on ? -1 : 1)).map(({ rec }) => rec)
}

const dayOf = (facts: Facts, rec: Rec, key: string): string => textOf((rec.type === 'vote' ? facts.get(textOf(rec.fields, 'meeting')) : rec)?.fields ?? {}, key)

export interface PaperAsked {
  readonly facts: Facts
  readonly rec: Rec
  readonly office: string
  readonly asAt: string
  readonly rules: RuleBook
}

export function paperOf(kind: PaperKind, asked: PaperAsked): Composed {
  switch (kind) {
    case 'minutes': return minutes(asked)
    case 'notice': return notice(asked)
    case 'announcement': return announcement(asked)
    case 'reply': return replyLetter(asked)
    case 'brief': return brief(asked)
  }
}

/** What a made file is called behind the town's name: 会议纪要_2025-02-28_第十九届主席团第十三次会议, 答复函_2025-04-02_19-8-001_镇财政所. */
export function paperName(kind: PaperKind, facts: Facts, rec: Rec): string {
  const on = dayOf(facts, rec, papers[kind].of[rec.type] ?? '')
  const words = (parts: readonly string[]): string => parts.filter((word) => word !== '').join('_')
  if (rec.type !== 'reply') return words([papers[kind].word, on, titleOf(facts, rec)])
  const suggestion = facts.get(textOf(rec.fields, 'suggestion'))
  const round = intOf(rec.fields, 'round') ?? 1
  return words([papers[kind].word, on, textOf(suggestion?.fields ?? {}, 'no') || titleOf(facts, suggestion), nameOf(facts, textOf(rec.fields, 'unit')), round > 1 ? `第${String(round)}轮` : ''])
}

const titleOf = (facts: Facts, rec: Rec | null): string => (rec === null ? '' : declarationOf(rec.type)?.title(rec.fields, facts) ?? '')
