/** A suggestion's rounds as lines of stages: passed, present, to come. 不满意 opens the next line. */
import { textOf } from '../facts'
import { dissatisfied, lastRound, leastFavourable, roundOf } from '../steps/suggestion-rounds'
import { roundNow } from './ahead'
import type { SuggestionFile } from './file'
import { daysLate, type Moment, type MomentKind, type Term } from './moment'

/** `missed` = passed without it, `bad` = came out badly (不满意, 退回, 不立案). */
export type StageState = 'done' | 'late' | 'bad' | 'now' | 'ahead' | 'missed'

export interface Stage {
  readonly key: string
  readonly kind: MomentKind
  readonly label: string
  readonly state: StageState
  /** Day it was done, the last where several; null = not done. */
  readonly on: string | null
  /** How often: contacts, answers of several units. */
  readonly count: number
  readonly said: string
  readonly term: Term | null
}

export interface Round {
  readonly no: number
  /** Code of `rate`, the least favourable; '' while it is not rated. */
  readonly rating: string
  /** What the deputy wrote where the rating is 不满意. */
  readonly reason: string
  /** Work goes on in it. */
  readonly open: boolean
  readonly urges: number
  readonly stages: readonly Stage[]
}

const intake: readonly (readonly MomentKind[])[] = [['raised'], ['reviewed', 'merged'], ['assigned', 'sent_back', 'reassigned']]
const later: readonly (readonly MomentKind[])[] = [['redo']]
const handling: readonly (readonly MomentKind[])[] = [['contact'], ['reply'], ['rating']]
const end: readonly (readonly MomentKind[])[] = [['coordinated'], ['closed'], ['withdrawn']]

const bad = new Set(['退回完善', '并案', '不立案', '转信访', '转其他', '转出', '承办单位退回', '代表撤回', '不满意'])

export function roundsOf(file: SuggestionFile, past: readonly Moment[], course: readonly Moment[]): readonly Round[] {
  const now = roundNow(file)
  const last = Math.max(now, lastRound(file.replies))
  return Array.from({ length: last }, (_, index) => {
    const no = index + 1
    const replies = file.replies.filter((reply) => roundOf(reply) === no)
    const rated = replies.length > 0 && replies.every((reply) => textOf(reply.fields, 'rate_result') !== '')
    const rating = rated || leastFavourable(replies, 'rate_result') === dissatisfied ? leastFavourable(replies, 'rate_result') : ''
    const kinds = [...(no === 1 ? intake : later), ...handling, ...(no === last ? end : [])]
    const inRound = (one: Moment): boolean => one.round === no || (no === last && ['coordinated', 'closed', 'withdrawn'].includes(one.kind))
    return {
      no, rating, open: no === now && course.length > 0, urges: past.filter((one) => one.kind === 'urge' && one.round === no).length,
      reason: rating === dissatisfied ? replies.map((reply) => textOf(reply.fields, 'rate_text')).filter((text) => text !== '').join('；') : '',
      stages: stagesOf(kinds, past.filter(inRound), no === now ? course : []),
    }
  })
}

function stagesOf(kinds: readonly (readonly MomentKind[])[], past: readonly Moment[], course: readonly Moment[]): readonly Stage[] {
  // A text that goes back to the deputy or a unit that refuses it: the earlier stage is waited for again.
  const found = kinds.map((kind) => ({ kind, done: past.filter((one) => kind.includes(one.kind)), open: course.filter((one) => kind.includes(one.kind)) }))
  const firstOpen = found.findIndex(({ open }) => open.length > 0)
  const lastDone = found.reduce((most, { done }, index) => (done.length > 0 ? index : most), -1)
  return found.flatMap(({ kind, done, open }, index) => {
    const latest = done.at(-1)
    const coming = open[0]
    if (coming !== undefined) return [{ ...stageAhead(coming, index === firstOpen ? 'now' : 'ahead'), count: done.length, ...(latest !== undefined ? { on: latest.on, said: latest.said || latest.label } : {}) }]
    if (latest !== undefined) return [stageDone(latest, done)]
    // What was passed over is said where it is part of the usual course.
    return index < lastDone && ['contact', 'reply', 'rating'].includes(kind[0] ?? '') ? [{ ...nothing(kind[0] ?? 'contact'), state: 'missed' as const }] : []
  })
}

const words: Partial<Readonly<Record<MomentKind, string>>> = { contact: '沟通', reply: '答复', rating: '测评' }

const nothing = (kind: MomentKind): Stage => ({ key: kind, kind, label: words[kind] ?? '', state: 'missed', on: null, count: 0, said: '', term: null })

const stageAhead = ({ key, kind, label, term, said }: Moment, state: StageState): Stage => ({ key, kind, label, state, on: null, count: 0, said, term })

function stageDone(latest: Moment, done: readonly Moment[]): Stage {
  const late = done.some((one) => daysLate(one) > 0)
  // The worst of several terms is what is told of them.
  const term = done.map((one) => one.term).filter((one) => one !== null).sort((a, b) => a.days - b.days)[0] ?? null
  const state = bad.has(latest.label) || bad.has(latest.said) ? 'bad' : late ? 'late' : 'done'
  return { key: latest.key, kind: latest.kind, label: latest.label, state, on: latest.on, count: done.length, said: latest.said, term }
}
