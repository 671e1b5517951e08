/**
 * Sentence templates with slots as data. `{B4.01}` is a figure, `{B5.20%}` its rate, `{B5.03/会议}` a part.
 *
 *   '召开主席团会议{B4.13}次[，研究议题{B4.15}项]。'           a clause in […] goes when a figure in it is zero or unknown, or a share is above the whole
 *   '收到建议{B5.01}件[，其中>会议期间{…}件|闭会期间{…}件]。'   a list: its items go one by one, `>` ends its lead
 *
 * A sentence goes when a figure outside its clauses is zero (nobody boasts of 0次) or a rate over nothing; an unknown figure is 【待补】.
 */
import type { Figure } from '../measures/indicator'
import { nameOfPart, unitOfPart } from '../indicators/part-units'
import { toFill, type FigureUse } from './block'

export type FigureMap = ReadonlyMap<string, Figure>

export interface Condition {
  /** As in a slot, without braces: `B8.18%`. */
  readonly figure: string
  readonly atLeast?: number
  readonly atMost?: number
}

export type Template = string | { readonly say: string; readonly when: Condition }

export interface Said {
  readonly text: string
  readonly figures: readonly FigureUse[]
  /** Figures of the text that nobody knows, in words. */
  readonly missing: readonly string[]
}

const slotPattern = /\{(B\d+\.\d+)(?:\/([^}%]+))?(%)?\}/gu
const clausePattern = /\[(?:([^\]>|]*)>)?([^\]]*)\]/gu

interface Slot {
  readonly indicator: string
  readonly part: string | undefined
  readonly rate: boolean
  readonly value: number | null
  readonly unit: string
  readonly name: string
}

function read(figures: FigureMap, indicator: string, part: string | undefined, rate: boolean): Slot {
  const figure = figures.get(indicator)
  const at = part === undefined ? figure : figure?.parts.find((one) => one.key === part)
  const unit = part === undefined ? figure?.unit ?? '' : unitOfPart(indicator, part, figure?.unit ?? '')
  const name = part === undefined ? figure?.name ?? indicator : `${figure?.name ?? indicator}·${nameOfPart(at?.name ?? part)}`
  return { indicator, part, rate, value: (rate ? at?.rate : at?.value) ?? null, unit, name }
}

const slotsIn = (text: string, figures: FigureMap): readonly Slot[] =>
  [...text.matchAll(slotPattern)].map(([, indicator = '', part, rate]) => read(figures, indicator, part, rate === '%'))

/** Money as people say it: 12.5万元 where two decimals say all of it, else 元. */
export function sayMoney(fen: number): string {
  if (fen >= 1_000_000 && fen % 10_000 === 0) return `${String(fen / 1_000_000)}万元`
  return fen % 100 === 0 ? `${String(fen / 100)}元` : `${(fen / 100).toFixed(2)}元`
}

/** A rate as the text says it: 87.0 → 87%, 43.5 → 43.5%. */
export const sayRate = (rate: number): string => `${rate.toFixed(1).replace(/\.0$/u, '')}%`

const say = ({ value, rate, unit }: Slot): string => (value === null ? toFill : rate ? sayRate(value) : unit === '分' ? sayMoney(value) : String(value))

/** Money may be overspent; any other share above the whole only says that somebody left on the way, and nobody reads out 101.7%. */
const mayExceed: readonly string[] = ['B9.02']
const isShare = ({ rate, value, indicator }: Slot): boolean => !rate || value === null || value <= 100 || mayExceed.includes(indicator)

const holds = (text: string, figures: FigureMap): boolean => slotsIn(text, figures).every((slot) => slot.value !== null && slot.value !== 0 && isShare(slot))

/** Clauses that have something to say stay, without their brackets. */
function withClauses(template: string, figures: FigureMap): string {
  const whole = slotsIn(template.replaceAll(clausePattern, ''), figures)[0]?.value
  return template.replaceAll(clausePattern, (_, lead: string | undefined, body: string) => {
    if (lead === undefined) return holds(body, figures) ? body : ''
    const items = body.split('|').filter((item) => holds(item, figures))
    // One part that is the whole says nothing new.
    if (items.length === 0 || (items.length === 1 && lead.endsWith('其中') && slotsIn(items[0] ?? '', figures)[0]?.value === whole)) return ''
    return lead + items.join(items.some((item) => item.includes('，')) ? '；' : '、')
  })
}

function met({ figure, atLeast, atMost }: Condition, figures: FigureMap): boolean {
  const value = slotsIn(`{${figure}}`, figures)[0]?.value ?? null
  return value !== null && (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost)
}

const nothing: Said = { text: '', figures: [], missing: [] }

/** The sentence with its numbers and where they come from; empty where it has nothing to say. */
export function sentence(template: Template, figures: FigureMap): Said {
  if (typeof template !== 'string') return met(template.when, figures) ? sentence(template.say, figures) : nothing
  const clean = withClauses(template, figures)
  const hadSlots = template.match(slotPattern) !== null
  const slots = slotsIn(clean, figures)
  if (hadSlots && slots.length === 0) return nothing
  if (slots.some(({ value, rate }) => value === 0 || (value === null && rate))) return nothing
  const uses: FigureUse[] = []
  let text = ''
  let from = 0
  for (const found of clean.matchAll(slotPattern)) {
    text += clean.slice(from, found.index)
    const slot = read(figures, found[1] ?? '', found[2], found[3] === '%')
    const word = say(slot)
    uses.push({ indicator: slot.indicator, ...(slot.part === undefined ? {} : { part: slot.part }), ...(slot.rate ? { rate: true as const } : {}), at: text.length, length: word.length })
    text += word
    from = found.index + found[0].length
  }
  return { text: text + clean.slice(from), figures: uses, missing: slots.filter(({ value }) => value === null).map(({ name }) => `数字：${name}`) }
}

/** Text with slots as a person left it: every number filled in, nothing dropped. */
export function filled(text: string, figures: FigureMap): Said {
  const uses: FigureUse[] = []
  const missing: string[] = []
  let out = ''
  let from = 0
  for (const found of text.matchAll(slotPattern)) {
    out += text.slice(from, found.index)
    const slot = read(figures, found[1] ?? '', found[2], found[3] === '%')
    const word = say(slot)
    if (slot.value === null) missing.push(`数字：${slot.name}`)
    uses.push({ indicator: slot.indicator, ...(slot.part === undefined ? {} : { part: slot.part }), ...(slot.rate ? { rate: true as const } : {}), at: out.length, length: word.length })
    out += word
    from = found.index + found[0].length
  }
  return { text: out + text.slice(from), figures: uses, missing }
}

/** Puts sentences one after the other; the places of their numbers move along. */
export function join(parts: readonly Said[], between = ''): Said {
  let text = ''
  const figures: FigureUse[] = []
  for (const part of parts) {
    if (part.text === '') continue
    if (text !== '') text += between
    figures.push(...part.figures.map((use) => ({ ...use, at: use.at + text.length })))
    text += part.text
  }
  return { text, figures, missing: parts.flatMap((part) => part.missing) }
}

/** Plain words without figures. */
export const plain = (text: string): Said => ({ ...nothing, text })

/** A paragraph of templates. */
export const paragraph = (templates: readonly Template[], figures: FigureMap): Said => join(templates.map((template) => sentence(template, figures)))
