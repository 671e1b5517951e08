/** A stage of a suggestion's round in the few words under its shape. Pure. */
import type { Round, Stage, Term } from '../../../shared/suggestions/timeline'
import { daysBetween } from '../../../shared/rules/calendar'
import type { Tone } from '../../ui/Status'
import { sayShortDate, sayTodoDays } from '../../ui/say-date'

export interface StageWords {
  readonly tone: Tone
  /** For those who cannot see the shape. */
  readonly spoken: string
  readonly date: string
  readonly note: string
  /** The note is a warning of its own: how many days are left or over. */
  readonly noteTone: Tone | null
  /** The line to the next stage is solid. */
  readonly passed: boolean
}

const soonDays = 30

/** ◆ once it is over, ▲ within thirty days, ○ before. */
export const toneOfDays = (days: number): Tone => (days < 0 ? 'late' : days <= soonDays ? 'soon' : 'idle')

/** The same of a term that is still open; what was due before the program was used is not late. */
export const toneOfTerm = ({ days, past }: Term): Tone => (past === true ? 'idle' : toneOfDays(days))

/** 已过 12 天, 还剩 4 天, 可补录. */
export const sayTerm = ({ days, past }: Term): string => sayTodoDays({ days, state: past === true ? 'past' : '' })

const many = (stage: Stage, word: string): string => (stage.count > 1 ? `${word} ${String(stage.count)} 次` : word)

/** 明年2月12日: short enough to stand under a shape. */
function stageDay(day: string | null, today: string): string {
  const years = day === null ? 0 : Number(day.slice(0, 4)) - Number(today.slice(0, 4))
  const short = sayShortDate(day, today)
  return years === 1 || years === -1 ? `${years === 1 ? '明年' : '去年'}${short.slice(5)}` : short
}

function doneNote(stage: Stage): string {
  const { kind, term, on, said } = stage
  if (term !== null && term.days < 0) return `逾期 ${String(-term.days)} 天`
  if (kind === 'reply' && term !== null && term.from_on !== null && on !== null) return `按期，第 ${String(daysBetween(term.from_on, on))} 天`
  if (kind === 'contact') return many(stage, said.split('，')[0] ?? '')
  // How it was raised, how long it may take: the rest stands in the head.
  if (kind === 'raised') return said.split('，')[0] ?? ''
  if (kind === 'assigned' || kind === 'reassigned') return said.split('，').at(-1) ?? ''
  return said
}

function aheadWords(stage: Stage, today: string): Pick<StageWords, 'date' | 'note' | 'noteTone'> {
  const { term, on, count, kind, said, state } = stage
  // Something was done already: one of several units, or a text that came back.
  const before = on === null ? '' : kind === 'reply' || kind === 'rating' ? `已收 ${String(count)} 份` : said
  if (term === null) return { date: on === null ? (state === 'now' ? '待办' : '—') : stageDay(on, today), note: before, noteTone: null }
  const tone = toneOfTerm(term)
  return { date: stageDay(term.due_on, today), note: sayTerm(term), noteTone: tone === 'idle' ? null : tone }
}

export function stageWords(stage: Stage, today: string): StageWords {
  const { state, on } = stage
  switch (state) {
    case 'done': return { tone: 'done', spoken: '已完成', passed: true, date: stageDay(on, today), note: doneNote(stage), noteTone: null }
    case 'late': return { tone: 'late', spoken: '逾期完成', passed: true, date: stageDay(on, today), note: doneNote(stage), noteTone: null }
    case 'bad': return { tone: 'late', spoken: '', passed: true, date: stageDay(on, today), note: stage.said, noteTone: null }
    case 'missed': return { tone: 'idle', spoken: '没有记录', passed: false, date: '没有记录', note: '', noteTone: null }
    case 'now': case 'ahead': {
      const late = stage.term !== null && stage.term.days < 0 && stage.term.past !== true
      const [tone, spoken] = late ? ['late', '逾期'] as const : state === 'now' ? ['doing', '待办'] as const : ['idle', '未开始'] as const
      return { tone, spoken, passed: false, ...aheadWords(stage, today) }
    }
  }
}

/** 测评：不满意 and its shape; null while nothing is to be said of a round. */
export function roundTag(round: Round, rating: string): { readonly tone: Tone; readonly words: string } | null {
  if (round.rating !== '') return { tone: round.rating === '3' ? 'late' : 'done', words: `测评：${rating}` }
  return round.open ? { tone: 'doing', words: '进行中' } : null
}
