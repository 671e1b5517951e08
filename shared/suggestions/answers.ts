/** What the unit did with a suggestion and what the deputy said to it: contacts, urging, promises, answers, ratings, coordination, closing. */
import { labelOf } from '../codes'
import { intOf, textOf } from '../facts'
import type { Rec } from '../record'
import { lastDay } from '../records/suggestion-parts'
import { latest, redoDue, roundOf } from '../steps/suggestion-rounds'
import { moment, promisedTerm, roundEnds, roundOn, rowThatMade, termBy, termOf, type SuggestionFile } from './file'
import { answerTerm } from './intake'
import type { Moment, Term } from './moment'

const filled = (...ids: readonly string[]): readonly string[] => ids.filter((id) => id !== '')
const opens = ({ type, id }: Rec) => ({ type, id })
const byOf = (file: SuggestionFile, made: Rec): string => rowThatMade(file, made)?.by ?? ''

function contacts(file: SuggestionFile): readonly Moment[] {
  return file.lookup.where('contact', 'suggestion', file.rec.id).map((rec) => moment({
    key: rec.id, kind: 'contact', round: intOf(rec.fields, 'round') ?? 1, on: textOf(rec.fields, 'date'), label: '沟通', who: filled(textOf(rec.fields, 'unit')), names: textOf(rec.fields, 'who'),
    said: [labelOf('contact.mode', textOf(rec.fields, 'mode')), rec.fields['signed'] === true ? '代表已签字' : ''].filter((word) => word !== '').join('，'),
    text: textOf(rec.fields, 'summary'), by: byOf(file, rec), record: opens(rec),
  }))
}

function urges(file: SuggestionFile): readonly Moment[] {
  const ends = roundEnds(file)
  return file.lookup.where('urge', 'about', file.rec.id).map((rec) => moment({
    key: rec.id, kind: 'urge', round: roundOn(ends, textOf(rec.fields, 'date')), on: textOf(rec.fields, 'date'), label: '催办', names: textOf(rec.fields, 'by_whom'),
    said: labelOf('urge.mode', textOf(rec.fields, 'mode')), text: textOf(rec.fields, 'text'), by: byOf(file, rec), record: opens(rec),
  }))
}

/** The term of the answer of a round: the first by the assignment, later ones by the rating that asked for them. */
export function termOfRound(file: SuggestionFile, round: number, on: string | null): Term | null {
  if (round <= 1) return answerTerm(file, on)
  const from = latest(file.replies.filter((reply) => roundOf(reply) === round - 1), 'feedback_on')
  const due = redoDue(file.replies, round)
  return due === null ? termOf(file, 'suggest.redo', from, on) : termBy(file, file.rules.entry('suggest.redo'), due, from, on)
}

/** 再次 before what is done in a later round. */
export const again = (round: number, word: string): string => (round > 1 ? `再次${word}` : word)

function replies(file: SuggestionFile): readonly Moment[] {
  return file.replies.filter((rec) => textOf(rec.fields, 'reply_on') !== '').map((rec) => {
    const on = textOf(rec.fields, 'reply_on')
    const result = textOf(rec.fields, 'result_class')
    return moment({
      key: rec.id, kind: 'reply', round: roundOf(rec), on, label: again(roundOf(rec), '答复'), who: filled(textOf(rec.fields, 'unit')), names: textOf(rec.fields, 'signer'),
      said: [textOf(rec.fields, 'reply_no'), result === '' ? '' : `${result} 类 ${labelOf('result_class', result)}`].filter((word) => word !== '').join('，'),
      text: textOf(rec.fields, 'text'), term: termOfRound(file, roundOf(rec), on), by: byOf(file, rec), record: opens(rec),
    })
  })
}

/** The day the form went out to the deputy. */
const sentOn = (reply: Rec): string => textOf(reply.fields, 'feedback_sent') || textOf(reply.fields, 'reply_on')

export const ratingTerm = (file: SuggestionFile, reply: Rec, on: string | null): Term | null => termOf(file, 'suggest.feedback', sentOn(reply), on)

function ratings(file: SuggestionFile): readonly Moment[] {
  return file.replies.filter((rec) => textOf(rec.fields, 'feedback_on') !== '').map((rec, index) => {
    const on = textOf(rec.fields, 'feedback_on')
    return moment({
      key: `rating ${rec.id}`, kind: 'rating', round: roundOf(rec), on, label: again(roundOf(rec), '测评'), who: filled(textOf(file.rec.fields, 'lead')),
      said: labelOf('rate', textOf(rec.fields, 'rate_result')), text: textOf(rec.fields, 'rate_text'), term: ratingTerm(file, rec, on),
      by: file.log.filter((row) => row.step === 'feedback' && row.event_on === on)[0]?.by ?? file.log.filter((row) => row.step === 'feedback')[index]?.by ?? '', record: opens(rec),
    })
  })
}

function redone(file: SuggestionFile): readonly Moment[] {
  return [...roundEnds(file)].filter(([, on]) => on !== '').map(([round, on]) => moment({
    key: `redo ${String(round + 1)}`, kind: 'redo', round: round + 1, on, label: '重新办理', who: filled(textOf(file.rec.fields, 'host')), said: '代表不满意',
  }))
}

/**
 * A promise stands in an answer and has no day of its own: it is dated by the answer it names, else by the one of the round in which it was
 * entered, else by its entry. Null where nobody knows.
 */
function promisedOn(file: SuggestionFile, rec: Rec): { readonly on: string; readonly round: number } | null {
  const named = file.lookup.get(textOf(rec.fields, 'reply'))
  const row = rowThatMade(file, rec)
  if (named === null && row === null) return null
  const round = named === null ? 1 + file.log.slice(0, row === null ? 0 : file.log.indexOf(row)).filter((one) => one.to === '重新办理' && one.from !== one.to).length : roundOf(named)
  const answer = named ?? file.replies.find((reply) => roundOf(reply) === round) ?? null
  return { round, on: (answer === null ? '' : textOf(answer.fields, 'reply_on')) || (row?.event_on ?? '') }
}

function promises(file: SuggestionFile): readonly Moment[] {
  const ends = roundEnds(file)
  return file.lookup.where('promise', 'suggestion', file.rec.id).flatMap((rec) => {
    const who = filled(textOf(rec.fields, 'unit') || textOf(file.rec.fields, 'host'))
    const given = promisedOn(file, rec)
    const done = textOf(rec.fields, 'done_on')
    const due = textOf(rec.fields, 'due')
    const said = textOf(rec.fields, 'content')
    return [
      ...(given === null || given.on === '' ? [] : [moment({ key: rec.id, kind: 'promise', ...given, label: '承诺', who, said, by: byOf(file, rec), record: opens(rec) })]),
      ...(done === '' ? [] : [moment({
        key: `fulfilled ${rec.id}`, kind: 'fulfilled', round: roundOn(ends, done), on: done, label: '承诺落实', who, said, text: textOf(rec.fields, 'done_note'),
        term: promisedTerm(file, due === '' ? '' : lastDay(due), done), by: file.log.find((one) => one.step === 'fulfil' && one.event_on === done)?.by ?? '', record: opens(rec),
      })]),
    ]
  })
}

/** The rule that a closing keeps: counted from the last rating or from the coordination. */
export const closingTerm = (file: SuggestionFile, on: string | null): Term | null =>
  termOf(file, 'suggest.close', textOf(file.rec.fields, 'coordinated_on') || latest(file.replies, 'feedback_on'), on)

function endings(file: SuggestionFile): readonly Moment[] {
  const { rec, log } = file
  const ends = roundEnds(file)
  const one = (key: 'coordinated_on' | 'withdrawn_on' | 'closed_on', step: string, kind: Moment['kind'], label: string, more: Partial<Moment>): readonly Moment[] => {
    const on = textOf(rec.fields, key)
    // A day that a step taken back has left behind is no event.
    const row = log.filter((entry) => entry.step === step).at(-1)
    return on === '' || (row === undefined && rec.fields['as_history'] !== true) ? [] : [moment({ key: kind, kind, round: roundOn(ends, on), on, label, by: row?.by ?? '', ...more })]
  }
  const closed = textOf(rec.fields, 'closed_on')
  return [
    ...one('coordinated_on', 'coordinate', 'coordinated', '协调处理', { text: textOf(rec.fields, 'coordination') }),
    ...one('closed_on', 'close', 'closed', '办结', { said: labelOf('close_reason', textOf(rec.fields, 'close_reason')), text: textOf(rec.fields, 'outcome_note'), term: closed === '' ? null : closingTerm(file, closed) }),
    ...one('withdrawn_on', 'withdraw', 'withdrawn', '代表撤回', { who: filled(textOf(rec.fields, 'lead')) }),
  ]
}

/** All of it, unsorted. */
export const answersOf = (file: SuggestionFile): readonly Moment[] =>
  [contacts, urges, promises, replies, ratings, redone, endings].flatMap((part) => part(file))
