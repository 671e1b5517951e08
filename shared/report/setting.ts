/** Where and by whom a report is given: what the opening lines of every document for the congress say. */
import { intOf, textOf, type Facts } from '../facts'
import type { Figure, Question } from '../measures/indicator'
import { presidiumAt } from '../measures/office-at'
import { chineseNumber } from '../parse/chinese-numeral'
import type { Rec } from '../record'
import { chineseDay, toFill, type TextBlock } from './block'
import { lineOf } from './without-private'
import { deputyName } from './names'
import type { FigureMap } from './sentence'
import { balancedTitle, titleHolds, titleWidth } from './title-lines'

export interface ReportInput {
  readonly question: Question
  readonly figures: readonly Figure[]
  readonly year: number
  /** Name of the town. */
  readonly office: string
  readonly term: Rec | null
}

/** Collects what nobody has recorded, once each. */
export class Missing {
  readonly #words = new Set<string>()

  /** The value, or 【待补】 with its words kept. */
  want(value: string, words: string): string {
    if (value !== '') return value
    this.#words.add(words)
    return toFill
  }

  note(words: readonly string[]): void {
    for (const word of words) this.#words.add(word)
  }

  get words(): readonly string[] {
    return [...this.#words]
  }
}

export interface Setting {
  /** 青禾镇第十九届人民代表大会. */
  readonly congress: string
  readonly byline: readonly TextBlock[]
  /** What nobody has recorded of the congress itself. */
  readonly missing: { readonly missing?: readonly string[] }
}

const cancelled = '已取消'
const extraordinary = '4'

/** The congress that the report is given to: the first regular one of the next year. */
function nextSession(facts: Facts, year: number): Rec | null {
  const held = facts.all('session').filter((rec) => textOf(rec.fields, 'start_on').startsWith(`${String(year + 1)}-`) && rec.status !== cancelled && textOf(rec.fields, 'kind') !== extraordinary)
  return [...held].sort((a, b) => textOf(a.fields, 'start_on').localeCompare(textOf(b.fields, 'start_on')))[0] ?? null
}

const lineHolds = 27

/** Width in characters: digits and Latin letters are half as wide. */
const widthOf = (text: string): number => [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x2e80 && char !== '—' ? 0.5 : 1), 0)

/** In two lines where one is too short, parted before a word. */
function inLines(text: string, before: string): string {
  const at = text.indexOf(before)
  return widthOf(text) <= lineHolds || at < 1 ? text : `${text.slice(0, at)}\n${text.slice(at)}`
}

/** A title parted before one of these words, the upper line not the longer by far; where no line would hold that, between any words. */
export function titleLines(text: string, words: readonly string[]): string {
  if (titleWidth(text) <= titleHolds) return text
  const cuts = words.map((word) => text.indexOf(word)).filter((at) => at > 0)
  const best = cuts.sort((a, b) => Math.abs(a - text.length / 2) - Math.abs(b - text.length / 2))[0]
  const fits = best !== undefined && [text.slice(0, best), text.slice(best)].every((line) => titleWidth(line) <= titleHolds)
  return fits ? `${text.slice(0, best)}\n${text.slice(best)}` : balancedTitle(text)
}

const lacking = (words: readonly string[]): { readonly missing?: readonly string[] } => {
  const named = words.filter((word) => word !== '')
  return named.length === 0 ? {} : { missing: named }
}

/** 主席 of the presidium that day, where the office's own file does not name one. */
function chairAt(facts: Facts, day: string): string {
  const chair = presidiumAt(facts, day).find((rec) => textOf(rec.fields, 'role') === '1')
  return chair === undefined ? '' : deputyName(facts, textOf(chair.fields, 'mandate'))
}

export function settingOf({ question, year, office, term }: ReportInput, missing: Missing): Setting {
  const { facts } = question
  const session = nextSession(facts, year)
  const termRec = session ? facts.get(textOf(session.fields, 'term')) ?? term : term
  const no = termRec ? intOf(termRec.fields, 'no') : null
  const congress = `${office}${missing.want(no === null ? '' : `第${chineseNumber(no)}届`, '届次')}人民代表大会`
  const nth = session ? intOf(session.fields, 'no') : null
  const day = missing.want(session ? chineseDay(textOf(session.fields, 'start_on')) : '', `${String(year + 1)}年大会的日期`)
  const which = missing.want(nth === null ? '' : chineseNumber(nth), `${String(year + 1)}年大会的次数`)
  const chair = missing.want(lineOf(facts.all('office')[0] ?? null, 'chair') || chairAt(facts, textOf(session?.fields ?? {}, 'start_on') || question.asAt), '主席姓名（单位档案）')
  return {
    congress,
    byline: [
      { kind: 'byline', ...lacking([no === null ? '届次' : '', session ? '' : `${String(year + 1)}年大会的日期`, nth === null ? `${String(year + 1)}年大会的次数` : '']), text: inLines(`——${day}在${congress}第${which}次会议上`, '人民代表大会') },
      { kind: 'byline', ...lacking([chair === toFill ? '主席姓名（单位档案）' : '']), text: `主席团主席　${chair}` },
    ],
    missing: lacking([no === null ? '届次' : '']),
  }
}

export const figureMap = (figures: readonly Figure[]): FigureMap => new Map(figures.map((figure) => [figure.id, figure]))
