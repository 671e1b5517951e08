/** 通知 of a congress, a presidium meeting, an activity or a training: red head and number for meetings; an activity is told without a number. */
import { intOf, textOf } from '../../facts'
import { sessionDays } from '../../measures/meetings-of'
import { chineseNumber } from '../../parse/chinese-numeral'
import { chineseDay, handDay, type Block, type Composed } from '../block'
import { nameOf } from '../names'
import { Missing, titleLines } from '../setting'
import { lineOf, phraseOf } from '../without-private'
import { dayAndTime, documentFor, nonvotingNames, nthMeeting, numberOf, presidium, stopped, termWord, typedParagraphs, type PaperInput } from './words'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

/** 一、… of those that have something to say. */
const points = (rows: readonly (readonly [heading: string, lines: readonly string[]])[]): readonly Block[] =>
  rows.filter(([, lines]) => lines.length > 0).flatMap(([heading, lines], index): readonly Block[] => {
    const head = `${chineseNumber(index + 1)}、${heading}`
    return [{ kind: 'h1', text: head }, ...lines.map(paragraph)]
  })

interface Notice {
  readonly title: string
  readonly to: string
  readonly opening: string
  readonly points: readonly Block[]
}

const leave = '请安排好工作，准时参加。因故不能参加的，请事先书面请假。'

function ofSession({ facts, rec, office }: PaperInput, missing: Missing): Notice {
  const name = `${office}${termWord(facts, rec, missing)}人民代表大会${nthMeeting(rec)}`
  const decided = textOf(rec.fields, 'decide_on')
  const agenda = [...facts.where('agenda_item', 'session', rec.id)].sort((a, b) => (intOf(a.fields, 'no') ?? 0) - (intOf(b.fields, 'no') ?? 0))
  const days = textOf(rec.fields, 'end_on') === '' ? '' : `，会期${String(sessionDays(rec))}天`
  const nonvoting = nonvotingNames(facts, rec)
  return {
    title: `关于召开${name}的通知`, to: '各位代表：',
    opening: `${decided === '' ? '' : `经主席团${chineseDay(decided)}决定，`}${name}定于${missing.want(textOf(rec.fields, 'start_on') === '' ? '' : chineseDay(textOf(rec.fields, 'start_on')), '会议日期')}召开。现将有关事项通知如下：`,
    points: points([
      ['会议时间', [`${dayAndTime(rec, 'start_on', missing)}开始${days}。`]], ['会议地点', [`${missing.want(lineOf(rec, 'place'), '会议地点')}。`]],
      ['建议议程', agenda.map((item, index) => `${String(index + 1)}.${phraseOf(item, 'title')}。`)],
      ['参加人员', ['全体镇人大代表。'.replace('镇', office.endsWith('乡') ? '乡' : '镇'), ...(nonvoting === '' ? [] : [`列席：${nonvoting}。`])]], ['有关要求', [leave]],
    ]),
  }
}

function ofPresidium({ facts, rec, office }: PaperInput, missing: Missing): Notice {
  const name = `${office}${termWord(facts, rec, missing)}人民代表大会主席团${nthMeeting(rec)}`
  const topics = [...facts.where('decision', 'meeting', rec.id)].sort((a, b) => (intOf(a.fields, 'no') ?? 0) - (intOf(b.fields, 'no') ?? 0))
  const nonvoting = nonvotingNames(facts, rec)
  return {
    title: `关于召开${name}的通知`, to: `主席团各成员${nonvoting === '' ? '' : '，各列席人员'}：`, opening: `定于${dayAndTime(rec, 'held_on', missing)}召开${name}。现将有关事项通知如下：`,
    points: points([
      ['会议时间', [`${dayAndTime(rec, 'held_on', missing)}。`]], ['会议地点', [`${missing.want(lineOf(rec, 'place'), '会议地点')}。`]], ['会议议题', topics.map((item, index) => `${String(index + 1)}.${phraseOf(item, 'title')}。`)],
      ['参加人员', [`主席团全体成员${nonvoting === '' ? '' : `；列席：${nonvoting}`}。`]], ['有关要求', [leave]],
    ]),
  }
}

function ofActivity({ facts, rec }: PaperInput, missing: Missing): Notice {
  const training = rec.type === 'training'
  const group = nameOf(facts, textOf(rec.fields, 'group'))
  const what = phraseOf(rec, 'title') || phraseOf(rec, 'topic')
  const site = nameOf(facts, textOf(rec.fields, 'site'))
  const end = textOf(rec.fields, 'end_on')
  return {
    title: `关于${training ? '举办' : '开展'}${what}${training ? '' : /(?:活动|会|日)$/u.test(what) ? '' : '活动'}的通知`, to: group === '' ? '有关代表：' : `${group}各位代表：`, opening: '现将有关事项通知如下：',
    points: points([
      ['时间', [`${dayAndTime(rec, 'start_on', missing)}${end === '' || end === textOf(rec.fields, 'start_on') ? '' : `至${chineseDay(end)}`}。`]], ['地点', [`${missing.want(lineOf(rec, 'place') || site, '地点')}。`]],
      ['内容', typedParagraphs(rec, 'content').map(stopped)], ['有关要求', [leave]],
    ]),
  }
}

export function notice(input: PaperInput): Composed {
  const { facts, rec, office } = input
  const missing = new Missing()
  const meeting = rec.type === 'session' || rec.type === 'presidium_meeting'
  const told = rec.type === 'session' ? ofSession(input, missing) : rec.type === 'presidium_meeting' ? ofPresidium(input, missing) : ofActivity(input, missing)
  const document = meeting ? documentFor(facts, rec, '04') : null
  const day = textOf(rec.fields, 'notice_on') || textOf(document?.fields ?? {}, 'issued_on')
  const blocks: readonly Block[] = [
    ...(meeting ? [{ kind: 'redhead', style: 'file', mark: `${presidium(office)}文件`, number: numberOf(document, missing) } as const] : []),
    { kind: 'title', text: titleLines(told.title, ['人民代表大会', '第', '的通知']) }, { kind: 'recipients', text: told.to }, paragraph(told.opening), ...told.points,
    { kind: 'signature', organ: presidium(office), day: handDay(day) },
    ...(meeting ? [{ kind: 'imprint', copies: lineOf(document, 'cc') === '' ? '' : `抄送：${lineOf(document, 'cc')}`, printed: [presidium(office), handDay(textOf(document?.fields ?? {}, 'issued_on'))] } as const] : []),
  ]
  return { title: told.title, missing: missing.words, blocks }
}
