/** One paragraph per supervision: when, who, about what; what was found; what came of it. */
import { statusAt, textOf, type Facts } from '../facts'
import type { Row } from '../fields'
import { percent, type Question } from '../measures/indicator'
import { isTownMandate } from '../measures/deputies-at'
import { wasPresent } from '../measures/meetings-of'
import { doneBy } from '../measures/periods'
import { allVotes, participationOf, ratingsOf, satisfiedVotes, supervisionIn } from '../measures/supervision-of'
import { labelOf } from '../codes'
import type { Rec } from '../record'
import { dayInYear } from './block'
import { unitsOf } from './names'
import { sayRate } from './sentence'
import { lineOf, phraseOf, withoutPrivate } from './without-private'

const shownFindings = 3

const rowsOf = (rec: Rec, key: string): readonly Row[] => {
  const rows = rec.fields[key]
  return Array.isArray(rows) ? (rows as readonly Row[]) : []
}

/** The supervisions that B6.01 counts, in the order of their days. */
export const supervisionsInOrder = ({ facts, period }: Question): readonly Rec[] =>
  [...supervisionIn(facts, period)].sort((a, b) => textOf(a.fields, 'start_on').localeCompare(textOf(b.fields, 'start_on')) || a.id.localeCompare(b.id))

/** Deputies present at an event: the town's own and those of upper levels. */
export function presentAt(facts: Facts, event: Rec): { readonly own: number; readonly upper: number } {
  const present = participationOf(facts, [event]).filter(wasPresent)
  const own = present.filter((row) => isTownMandate(facts, textOf(row.fields, 'mandate'))).length
  return { own, upper: present.length - own }
}

/** Findings of a supervision, and how many of them were put right by the report day. */
export function findingsOf({ facts, asAt }: Pick<Question, 'facts' | 'asAt'>, rec: Rec): { readonly all: readonly Rec[]; readonly mended: number } {
  const all = [...facts.where('finding', 'supervision', rec.id)].sort((a, b) => Number(a.fields['no']) - Number(b.fields['no']))
  return { all, mended: all.filter((finding) => ['已整改', '销号'].includes(statusAt(finding, asAt) ?? '')).length }
}

/** 养老服务情况 of 关于养老服务情况的报告: what is left fits into our own sentence. */
const subject = (rec: Rec): string => phraseOf(rec, 'topic').replace(/^(?:关于|对|就)/u, '').replace(/的?(?:专项)?(?:工作)?(?:情况)?(?:报告|汇报)$/u, (end) => (end.includes('情况') ? '情况' : '')).replace(/的?(?:执法检查)?$/u, '')

const laws = (rec: Rec): string => rowsOf(rec, 'laws').map((row) => withoutPrivate(String(row['name'] ?? '')).replace(/[《》\s]/gu, '')).filter((name) => name !== '').map((name) => `《${name}》`).join('')

const reviewed = (rec: Rec): string => rowsOf(rec, 'persons').map((row) => withoutPrivate(`${String(row['post'] ?? '')}${String(row['name'] ?? '')}`)).filter((name) => name !== '').join('、')

/** What was done, by the form of supervision (D.11). */
function deed(rec: Rec, units: string): string {
  const topic = subject(rec)
  switch (textOf(rec.fields, 'form')) {
    case '01': return `听取和讨论${units}关于${topic}的专项工作报告`
    case '02': return laws(rec) === '' ? `就${topic}开展执法检查` : `检查${laws(rec)}的贯彻实施情况`
    case '03': return `视察${topic.replace(/^视察/u, '')}`
    case '04': return `就${topic.replace(/(?:开展)?(?:专题)?调研$/u, '')}开展专题调研`
    case '08': return units === '' ? `就${topic}开展工作评议` : `对${units}开展工作评议`
    case '09': return reviewed(rec) === '' ? `就${topic}开展述职评议` : `评议${reviewed(rec)}的履职情况`
    case '13': return `就${topic}开展监督`
    default: return `就${topic}开展${labelOf('supervision_form', textOf(rec.fields, 'form'))}`
  }
}

/** `10名代表、1名上级人大代表`; '' where nobody was listed. */
function people(facts: Facts, rec: Rec): string {
  const { own, upper } = presentAt(facts, rec)
  return [own > 0 ? `${String(own)}名代表` : '', upper > 0 ? `${String(upper)}名上级人大代表` : ''].filter((word) => word !== '').join('、')
}

/** The presidium itself listens, asks and reviews; deputies go and look. */
const inMeetings: readonly string[] = ['01', '05', '06', '07', '09', '10', '12']

function doneBySomeone(facts: Facts, rec: Rec, units: string): string {
  const who = people(facts, rec)
  if (inMeetings.includes(textOf(rec.fields, 'form'))) return `${deed(rec, units)}${who === '' ? '' : `，${who}参加`}`
  return `组织${who === '' ? '代表' : who}${deed(rec, units)}`
}

const linkage: Readonly<Record<string, string>> = { 2: '与县人大联动，', 3: '受县人大常委会委托，', 4: '按照上级人大交办，' }

function found(all: readonly Rec[], mended: number): string {
  if (all.length === 0) return ''
  const named = all.slice(0, shownFindings).map((finding) => phraseOf(finding, 'problem')).filter((problem) => problem !== '').join('；')
  const result = mended === 0 ? '' : mended < all.length ? `目前已整改${String(mended)}条。` : all.length === 1 ? '目前已整改。' : '目前已全部整改。'
  return `发现问题${String(all.length)}条${named === '' ? '' : `：${named}${all.length > shownFindings ? '等' : ''}`}。${result}`
}

function cameOfIt({ facts, asAt }: Pick<Question, 'facts' | 'asAt'>, rec: Rec, year: number): string {
  const done = (key: string): string => (doneBy(rec, key, asAt) ? dayInYear(textOf(rec.fields, key), year) : '')
  const to = unitsOf(facts, rec, 'forward_to')
  const ratings = ratingsOf(facts, [rec]).filter((rating) => textOf(rating.fields, 'rated_on') <= asAt)
  const rate = percent(satisfiedVotes(ratings), allVotes(ratings))
  const steps = [
    done('forward_on') === '' ? '' : `${done('forward_on')}转交${to === '' ? '有关单位' : to}研究处理`,
    done('feedback_on') === '' ? '' : `${done('feedback_on')}收到研究处理情况的反馈`,
    rate === null ? '' : `代表测评满意和基本满意率为${sayRate(rate)}`,
  ].filter((step) => step !== '')
  return steps.length === 0 ? '' : `${steps.join('，')}。`
}

/** One supervision: when, who, about what; what was found; what came of it by the report day. */
export function supervisionParagraph(facts: Facts, asAt: string, rec: Rec, year = 0): string {
  const units = unitsOf(facts, rec, 'targets')
  const form = textOf(rec.fields, 'form')
  const linked = linkage[textOf(rec.fields, 'linkage')] ?? ''
  const { all, mended } = findingsOf({ facts, asAt }, rec)
  const day = dayInYear(lineOf(rec, 'start_on'), year)
  const about = form === '02' && laws(rec) !== '' ? `，重点了解${subject(rec)}` : ''
  return `${day}，${linked}${doneBySomeone(facts, rec, units)}${about}。${found(all, mended)}${cameOfIt({ facts, asAt }, rec, year)}`
}

/** The paragraphs of all supervisions of the period; days of `year` are told without it. */
export const supervisionParagraphs = (question: Question, year: number): readonly { readonly id: string; readonly text: string }[] =>
  supervisionsInOrder(question).map((rec) => ({ id: rec.id, text: supervisionParagraph(question.facts, question.asAt, rec, year) }))
