/**
 * 公告 of an election by the congress: who was elected to what (组织法第24条 names the posts that a town's congress elects). Only who has more than
 * half of all deputies is named; those of another ballot come with its own announcement.
 */
import { textOf, type Facts } from '../../facts'
import { electedIn } from '../../measures/votes-of'
import { rowsOf as rowsIn } from '../../records/rows'
import type { Rec } from '../../record'
import { chineseDay, handDay, type Block, type Composed } from '../block'
import { Missing } from '../setting'
import { lineOf, withoutPrivate } from '../without-private'
import { documentFor, nthMeeting, termWord, type PaperInput } from './words'

const election = '2'

/** An election whose ballots were counted: only then is there anything to announce. */
export const isCounted = (rec: Rec): boolean => textOf(rec.fields, 'kind') === election && rowsIn(rec.fields, 'candidates').some((row) => typeof row['for_count'] === 'number')

/** 镇长 is 青禾镇人民政府镇长, 副主席 is 青禾镇人民代表大会副主席; what is written out already stays as it is. */
function fullPost(office: string, post: string): string {
  if (/^副?[镇乡]长/u.test(post)) return `${office}人民政府${post}`
  const head = /^(?:人大|人民代表大会)?(副?主席)$/u.exec(post)
  return head === null ? post : `${office}人民代表大会${head[1] ?? ''}`
}

const wordOf = (value: unknown): string => (typeof value === 'string' ? withoutPrivate(value).trim() : '')

/** Names by post, in the order of the ballot. */
function byPost(rec: Rec, { office, rules }: PaperInput, missing: Missing): readonly string[] {
  const names = new Map<string, string[]>()
  for (const row of electedIn(rec, rules)) {
    const post = fullPost(office, missing.want(wordOf(row['post']), '候选人的职务'))
    names.set(post, [...names.get(post) ?? [], wordOf(row['name'])])
  }
  return [...names].map(([post, people]) => `${people.join('、')}为${post}`)
}

const dayOf = (facts: Facts, session: Rec | null): string => textOf((session === null ? null : documentFor(facts, session, '03'))?.fields ?? {}, 'issued_on') || textOf(session?.fields ?? {}, 'end_on') || textOf(session?.fields ?? {}, 'start_on')

export function announcement(input: PaperInput): Composed {
  const { facts, rec, office } = input
  const missing = new Missing()
  const session = facts.get(textOf(rec.fields, 'meeting'))
  const name = `${office}${session === null ? '' : `${termWord(facts, session, missing)}人民代表大会${nthMeeting(session)}`}`
  const [from, to] = [textOf(session?.fields ?? {}, 'start_on'), textOf(session?.fields ?? {}, 'end_on')]
  const when = `${missing.want(from === '' ? '' : chineseDay(from), '会议日期')}${to === '' || to === from ? '' : `至${chineseDay(to)}`}`
  const elected = byPost(rec, input, missing)
  const lines = elected.length === 0 ? [missing.want('', '当选的人（票数还没有登记完，或者没有人过全体代表的半数）')] : elected
  const number = missing.want(lineOf(rec, 'announce_no'), '公告文号（在选举的登记里填）')
  const paragraphs: readonly Block[] = [
    { kind: 'paragraph', text: `${name}于${when}举行，会议选举${lines.length === 1 ? `${lines[0] ?? ''}。` : '：'}` },
    ...(lines.length === 1 ? [] : lines.map((text, at): Block => ({ kind: 'paragraph', text: `${text}${at === lines.length - 1 ? '。' : '；'}` }))),
    { kind: 'paragraph', text: '现予公告。' },
  ]
  return {
    title: `${name}选举公告`, missing: missing.words,
    blocks: [
      { kind: 'redhead', style: 'file', mark: `${office}人民代表大会公告`, number }, ...paragraphs,
      { kind: 'signature', organ: `${name}主席团`, day: handDay(dayOf(facts, session)) },
    ],
  }
}
