/**
 * Sentence templates with slots. `{B4.01}` is a value, `{B5.20%}` its rate, `{B5.03/会议}` a part. A sentence is dropped when its leading
 * figure is zero (a report never boasts of 0次); a clause in `[…]` is dropped when a figure in it is zero or unknown.
 */
import type { Figure } from '../indicators/indicator'
import { toFill } from './block'

export type FigureMap = ReadonlyMap<string, Figure>

const slot = /\{(B\d+\.\d+)(?:\/([^}%]+))?(%)?\}/g

interface Read {
  readonly value: number | null
  readonly text: string
}

function read(figures: FigureMap, id: string, part: string | undefined, rate: boolean): Read {
  const figure = figures.get(id)
  const at = part === undefined ? figure : figure?.parts.find((one) => one.key === part)
  const value = (rate ? at?.rate : at?.value) ?? null
  return { value, text: value === null ? toFill : rate ? `${value.toFixed(1).replace(/\.0$/, '')}%` : String(value) }
}

const fill = (template: string, figures: FigureMap): string => template.replaceAll(slot, (_, id: string, part: string | undefined, rate: string | undefined) => read(figures, id, part, rate === '%').text)

const slotsIn = (template: string, figures: FigureMap): readonly Read[] =>
  [...template.matchAll(slot)].map(([, id = '', part, rate]) => read(figures, id, part, rate === '%'))

/** Values of every slot of a template, for tests that hold the text against the figures. */
export const slotValues = (template: string, figures: FigureMap): readonly (number | null)[] => slotsIn(template, figures).map((one) => one.value)

/** The sentence, or '' where its leading figure is zero. */
export function sentence(template: string, figures: FigureMap): string {
  const clauses = template.replaceAll(/\[([^\]]*)\]/g, (_, clause: string) => (slotsIn(clause, figures).every((one) => one.value !== null && one.value !== 0) ? clause : ''))
  const [leading] = slotsIn(clauses, figures)
  return leading?.value === 0 ? '' : fill(clauses, figures)
}

/** Sentences that have something to say, joined. */
export const sentences = (templates: readonly string[], figures: FigureMap): string => templates.map((template) => sentence(template, figures)).join('')
