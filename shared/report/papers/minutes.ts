/** 会议纪要 in 纪要格式 (GB/T 9704-2012, 10.3): what a presidium meeting decided, or what a congress did, with who was there below. */
import { labelOf } from '../../codes'
import { intOf, textOf, type Facts } from '../../facts'
import { attendanceOf, memberRows, sessionDays, wasPresent } from '../../measures/meetings-of'
import { chineseNumber } from '../../parse/chinese-numeral'
import { electedIn } from '../../measures/votes-of'
import { attendanceState } from '../../records/session'
import { voteResult } from '../../records/vote-result'
import type { Rec } from '../../record'
import type { RuleBook } from '../../rules/rule-book'
import { chineseDay, handDay, type Block, type Composed } from '../block'
import { Missing, titleLines } from '../setting'
import { lineOf, phraseOf, withoutPrivate } from '../without-private'
import { documentFor, namesOf, nonvotingNames, nthMeeting, presidium, rowsOf, stopped, termWord, typedParagraphs, type PaperInput } from './words'

const ordered = (recs: readonly Rec[]): readonly Rec[] => [...recs].sort((a, b) => (intOf(a.fields, 'no') ?? 0) - (intOf(b.fields, 'no') ?? 0) || (a.id < b.id ? -1 : 1))

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** `赞成7票，反对1票，弃权0票`; '' where nobody counted. */
function countOf(rec: Rec): string {
  const words = ([['for_count', '赞成'], ['against_count', '反对'], ['abstain_count', '弃权']] as const)
    .flatMap(([key, word]) => (intOf(rec.fields, key) === null ? [] : [`${word}${String(intOf(rec.fields, key))}票`]))
  return words.join('，')
}

/** One topic: heading, what was said, what was decided, who does it until when. */
function topic(rec: Rec, index: number): readonly Block[] {
  const reporter = lineOf(rec, 'reporter')
  const discussion = typedParagraphs(rec, 'discussion')
  const decided = typedParagraphs(rec, 'text')
  const owner = lineOf(rec, 'owner')
  const due = textOf(rec.fields, 'due_on')
  const duty = [owner === '' ? '' : `由${owner}负责落实`, due === '' ? '' : `${chineseDay(due)}前完成`].filter((word) => word !== '').join('，')
  return [
    { kind: 'h1', text: `${chineseNumber(index + 1)}、${phraseOf(rec, 'title')}` },
    ...(reporter === '' ? [] : [paragraph(`会议听取了${reporter}的汇报。`)]),
    ...discussion.map((text, at) => paragraph(`${at === 0 ? '会议认为，' : ''}${stopped(text)}`)),
    ...(decided.length === 0 ? [paragraph('会议对此进行了研究，未作决定。')] : decided.map((text, at) => paragraph(`${at === 0 ? '会议决定：' : ''}${stopped(text)}`))),
    ...(countOf(rec) === '' ? [] : [paragraph(`表决结果：${countOf(rec)}。`)]),
    ...(duty === '' ? [] : [paragraph(`${duty}。`)]),
  ]
}

/** 出席, 请假, 缺席, 列席 with their names; those without any are left out. */
const people = (lists: readonly (readonly [label: string, names: string])[]): readonly Block[] => {
  const shown = lists.filter(([, names]) => names !== '')
  return shown.length === 0 ? [] : [paragraph(''), ...shown.map(([label, text]): Block => ({ kind: 'named', label, text }))]
}

function frame({ facts, rec, office }: PaperInput, on: string, title: string, body: readonly Block[], lists: readonly Block[], missing: Missing): Composed {
  const document = facts.get(textOf(rec.fields, 'summary_doc')) ?? documentFor(facts, rec, '05')
  const number = lineOf(document, 'doc_no') || `（${nthMeeting(rec).replace(/会议$/u, '')}）`
  return {
    title, missing: missing.words,
    blocks: [
      { kind: 'redhead', style: 'minutes', mark: `${office}人大会议纪要`, number, sides: [presidium(office), on === '' ? handDay('') : chineseDay(on)] },
      { kind: 'title', text: titleLines(title, ['人民代表大会', '第', '会议纪要']) }, ...body, ...lists,
      { kind: 'imprint', copies: '送：主席团成员，列席单位。', printed: [presidium(office), handDay(textOf(document?.fields ?? {}, 'issued_on'))] },
    ],
  }
}

function ofPresidium(input: PaperInput): Composed {
  const { facts, rec, office } = input
  const missing = new Missing()
  const members = memberRows(facts, rec)
  const inState = (state: string): readonly Rec[] => members.filter((row) => textOf(row.fields, 'state') === state)
  const total = intOf(rec.fields, 'members_total')
  const on = textOf(rec.fields, 'held_on')
  const name = `${office}${termWord(facts, rec, missing)}人民代表大会主席团${nthMeeting(rec)}`
  const chair = missing.want(lineOf(rec, 'chair'), '会议主持人')
  const place = lineOf(rec, 'place')
  const topics = ordered(facts.where('decision', 'meeting', rec.id))
  const count = `应到成员${missing.want(total === null ? '' : String(total), '应到成员数')}人，实到${String(members.filter(wasPresent).length)}人`
  const opening = `${missing.want(on === '' ? '' : chineseDay(on), '会议日期')}，${chair}主持召开${name}${place === '' ? '' : `（地点：${place}）`}。会议${count}。现将会议议定事项纪要如下：`
  const body = topics.length === 0 ? [paragraph(missing.want('', '会议议题和决定事项'))] : topics.flatMap(topic)
  return frame(input, on, `${name}纪要`, [paragraph(opening), ...body], people([['出席', namesOf(facts, inState('1'))], ['请假', namesOf(facts, inState('2'))], ['缺席', namesOf(facts, inState('3'))], ['列席', nonvotingNames(facts, rec)]]), missing)
}

/** What came of it: 通过, or who was elected; '' while nothing was counted. */
function outcomeOf(rec: Rec, rules: RuleBook): string {
  if (textOf(rec.fields, 'kind') === '2') {
    const names = electedIn(rec, rules).flatMap(({ name, post }) => (typeof name === 'string' && name !== '' ? [`${name}当选${typeof post === 'string' ? withoutPrivate(post) : ''}`] : []))
    if (names.length > 0) return names.join('，')
  }
  return labelOf('vote.result', textOf(rec.fields, 'result_override') || (voteResult(rec.fields, rules.entry('congress.majority')) ?? ''))
}

/** One vote or election of a congress in a sentence. */
function voteSentence(rec: Rec, rules: RuleBook): string {
  const method = labelOf('vote.method', textOf(rec.fields, 'method'))
  const counts = countOf(rec)
  const names = rowsOf(rec, 'candidates').flatMap(({ name, for_count }) => (typeof name === 'string' && name !== '' && typeof for_count === 'number' ? [`${name}赞成${String(for_count)}票`] : []))
  const said = [method === '' ? '' : `采用${method}`, counts, names.join('、'), outcomeOf(rec, rules)].filter((word) => word !== '').join('，')
  return `${phraseOf(rec, 'subject')}${said === '' ? '' : `：${said}`}。`
}

function resolutionsOf(facts: Facts, session: Rec): readonly string[] {
  return ['01', '02'].flatMap((kind) => facts.where('document', 'kind', kind)).filter((rec) => facts.resolve(textOf(rec.fields, 'session')) === session.id).map((rec) => phraseOf(rec, 'title').replaceAll(/[《》]/gu, ''))
}

function ofSession(input: PaperInput): Composed {
  const { facts, rec, office, rules } = input
  const missing = new Missing()
  const rows = attendanceOf(facts, [rec])
  const of = (state: string): readonly Rec[] => rows.filter((row) => attendanceState(row) === state)
  const on = textOf(rec.fields, 'start_on')
  const name = `${office}${termWord(facts, rec, missing)}人民代表大会${nthMeeting(rec)}`
  const total = intOf(rec.fields, 'total_deputies')
  const days = sessionDays(rec)
  const end = textOf(rec.fields, 'end_on')
  const place = lineOf(rec, 'place')
  const when = `${missing.want(on === '' ? '' : chineseDay(on), '会议日期')}${days > 1 ? `至${chineseDay(end)}` : ''}`
  const opening = `${name}于${when}${place === '' ? '' : `在${place}`}举行，会期${String(days)}天。应到代表${missing.want(total === null ? '' : String(total), '应到代表数')}名，实到${String(of('present').length)}名。现将会议情况纪要如下：`
  const agenda = ordered(facts.where('agenda_item', 'session', rec.id))
  // Votes in the order of the agenda, whenever somebody entered them; those of no item follow.
  const places = new Map(agenda.map((item, index) => [facts.resolve(textOf(item.fields, 'vote')), index]))
  const votes = facts.where('vote', 'meeting', rec.id).toSorted((a, b) => (places.get(a.id) ?? agenda.length) - (places.get(b.id) ?? agenda.length))
  const resolutions = resolutionsOf(facts, rec)
  const sections: readonly (readonly [heading: string, lines: readonly string[]])[] = [
    ['会议议程', agenda.map((item, index) => `${String(index + 1)}.${phraseOf(item, 'title')}${lineOf(item, 'reporter') === '' ? '' : `（${lineOf(item, 'reporter')}）`}。`)],
    ['表决和选举', votes.map((vote, index) => `${String(index + 1)}.${voteSentence(vote, rules)}`)],
    ['通过的决议、决定', resolutions.map((title, index) => `${String(index + 1)}.《${title}》。`)],
  ]
  const told = sections.filter(([, lines]) => lines.length > 0)
  const body = told.length === 0 ? [paragraph(missing.want('', '会议议程'))] : told.flatMap(([heading, lines], index): readonly Block[] => [{ kind: 'h1', text: `${chineseNumber(index + 1)}、${heading}` }, ...lines.map(paragraph)])
  return frame(input, on, `${name}纪要`, [paragraph(opening), ...body], people([['请假', namesOf(facts, of('on_leave'))], ['缺席', namesOf(facts, of('absent'))], ['列席', nonvotingNames(facts, rec)]]), missing)
}

export const minutes = (input: PaperInput): Composed => (input.rec.type === 'session' ? ofSession(input) : ofPresidium(input))
