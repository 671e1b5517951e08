/** What comes next for a suggestion: the usual course from its present status to the end, the nearest first. */
import { textOf } from '../facts'
import type { Rec } from '../record'
import { lastDay } from '../records/suggestion-parts'
import { lastRound, openRound, roundOf, unitsOfRound } from '../steps/suggestion-rounds'
import { again, closingTerm, ratingTerm, termOfRound } from './answers'
import { moment, promisedTerm, termOf, type SuggestionFile } from './file'
import type { Moment } from './moment'

type Ahead = Pick<Moment, 'key' | 'kind' | 'round' | 'label' | 'step'> & Partial<Moment>

const ahead = (given: Ahead): Moment => moment({ ...given, on: null })

/** The round that is being worked on: the one whose answer is awaited or being rated. */
export const presentRound = ({ rec, replies }: SuggestionFile): number => (rec.status === '待反馈' ? lastRound(replies) : openRound(replies))

/** Round that a record stands in at all: an ended one in its last answered round. */
export const roundNow = (file: SuggestionFile): number => (['已交办', '重新办理', '待反馈'].includes(file.rec.status ?? '') ? presentRound(file) : Math.max(1, lastRound(file.replies)))

const contactsIn = ({ lookup, rec }: SuggestionFile, round: number): readonly Rec[] =>
  lookup.where('contact', 'suggestion', rec.id).filter((contact) => (contact.fields['round'] ?? 1) === round)

/** Units that have not answered in a round yet; of an unassigned one nobody is known. */
export function unitsToAnswer({ rec, replies }: SuggestionFile, round: number): readonly string[] {
  const answered = new Set(replies.filter((reply) => roundOf(reply) === round).map((reply) => textOf(reply.fields, 'unit')))
  return unitsOfRound(rec.fields, replies, round).filter((unit) => !answered.has(unit))
}

const contact = (file: SuggestionFile, round: number): readonly Moment[] =>
  (contactsIn(file, round).length > 0 ? [] : [ahead({ key: 'next contact', kind: 'contact', round, label: '沟通', step: 'communicate', who: [textOf(file.rec.fields, 'host')].filter((id) => id !== '') })])

const answers = (file: SuggestionFile, round: number): readonly Moment[] => {
  const units = unitsToAnswer(file, round)
  return (units.length === 0 ? [''] : units).map((unit, index) => ahead({
    key: `next reply ${String(index)}`, kind: 'reply', round, label: again(round, '答复'), step: 'reply', who: unit === '' ? [] : [unit], term: termOfRound(file, round, null),
  }))
}

const lead = ({ rec }: SuggestionFile): readonly string[] => [textOf(rec.fields, 'lead')].filter((id) => id !== '')

function ratings(file: SuggestionFile, round: number): readonly Moment[] {
  const open = file.replies.filter((reply) => roundOf(reply) === round && textOf(reply.fields, 'feedback_on') === '')
  const one = (key: string, more: Partial<Moment>): Moment => ahead({ key, kind: 'rating', round, label: again(round, '测评'), step: 'feedback', who: lead(file), ...more })
  return open.length === 0 ? [one('next rating', {})] : open.map((reply, index) => one(`next rating ${String(index)}`, { term: ratingTerm(file, reply, null), record: { type: 'reply', id: reply.id } }))
}

/** The clock of closing starts with the last rating, which is still to come in an open round. */
const closing = (round: number, term: Moment['term'] = null): Moment => ahead({ key: 'next close', kind: 'closed', round, label: '办结', step: 'close', term })

/** Promises whose day is still to come or has passed unkept; the earliest first. */
function openPromises(file: SuggestionFile, round: number): readonly Moment[] {
  return file.lookup.where('promise', 'suggestion', file.rec.id)
    .filter((rec) => textOf(rec.fields, 'done_on') === '' && textOf(rec.fields, 'dropped_on') === '')
    .map((rec) => ({ rec, due: textOf(rec.fields, 'due') }))
    .sort((a, b) => (a.due === b.due ? 0 : a.due === '' || (b.due !== '' && a.due > b.due) ? 1 : -1))
    .map(({ rec, due }) => ahead({
      key: `next fulfil ${rec.id}`, kind: 'fulfilled', round, label: '承诺落实', step: 'fulfil', who: [textOf(rec.fields, 'unit') || textOf(file.rec.fields, 'host')].filter((id) => id !== ''),
      said: textOf(rec.fields, 'content'), term: promisedTerm(file, due === '' ? '' : lastDay(due), null), record: { type: 'promise', id: rec.id },
    }))
}

const lastReturn = ({ log }: SuggestionFile): string => log.filter((row) => row.step === 'send_back').at(-1)?.event_on ?? ''

function course(file: SuggestionFile): readonly Moment[] {
  const { rec } = file
  const round = presentRound(file)
  const raise = ahead({ key: 'next raise', kind: 'raised', round: 1, label: '提出', step: 'submit', who: lead(file) })
  const review = ahead({ key: 'next review', kind: 'reviewed', round: 1, label: '立案', step: 'review' })
  const assign = ahead({ key: 'next assign', kind: 'assigned', round: 1, label: '交办', step: 'assign', term: termOf(file, 'suggest.assign', textOf(rec.fields, 'review_on'), null) })
  const handled = (): readonly Moment[] => [...contact(file, round), ...answers(file, round), ...ratings(file, round), closing(round)]
  switch (rec.status) {
    case '草稿': return [raise, { ...review, term: null }, { ...assign, term: null }, ...handled()]
    case '已提出': return [review, { ...assign, term: null }, ...handled()]
    case '待交办': return [assign, ...handled()]
    case '待改交': return [
      ahead({ key: 'next assign', kind: 'reassigned', round: 1, label: '改交', step: 'reassign', term: termOf(file, 'suggest.assign', lastReturn(file), null) }),
      ...handled().map((one) => (one.kind === 'reply' ? { ...one, term: null } : one)),
    ]
    case '已交办': case '重新办理': return handled()
    case '待反馈': return [...ratings(file, round), closing(round)]
    case '已评价': case '协调处理': return [closing(roundNow(file), closingTerm(file, null))]
    default: return []
  }
}

const gone = ['已撤回', '已并案', '已转出', '不立案']

/** Moments to come, the nearest first; promises after the course itself. */
export function aheadOf(file: SuggestionFile): readonly Moment[] {
  return [...course(file), ...(gone.includes(file.rec.status ?? '') ? [] : openPromises(file, roundNow(file)))]
}
