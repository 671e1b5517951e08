/** Figures in a form that a table of expected values can be written in. */
import { indicatorOf } from '../../shared/indicators'
import { figureOf } from '../../shared/indicators/figures'
import type { Question } from '../../shared/measures/indicator'

type Number = number | null

/** [value, rate, parts]: a part is its value, or [value, rate] where it has a rate. A row without rate or parts is shorter. */
export type Shown = Number | readonly [Number, Number] | readonly [Number, Number, Readonly<Record<string, Number | readonly [Number, Number]>>]

/** The figures of `ids`, by id. */
export function shown(question: Question, ...ids: readonly string[]): Readonly<Record<string, Shown>> {
  return Object.fromEntries(ids.map((id) => {
    const indicator = indicatorOf(id)
    if (!indicator) throw new Error(`no indicator ${id}`)
    const computed = indicator.compute(question)
    const figure = figureOf(indicator, computed)
    const parts = Object.fromEntries(figure.parts.map((part, i) =>
      [part.key, computed.parts?.[i]?.rate ? [part.value, part.rate] as const : part.value]))
    if (figure.parts.length > 0) return [id, [figure.value, figure.rate, parts] as const]
    return [id, computed.rate ? [figure.value, figure.rate] as const : figure.value]
  }))
}
