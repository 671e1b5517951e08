/** From measures to figures: the numbers that are printed. */
import { percent, tenths, type Figure, type Indicator, type Measure } from '../measures/indicator'
import type { Computed } from '../measures/define-indicator'

/** The figure of a measure in its unit; null where nobody knows or the denominator is 0. */
export function valueOf(measure: Measure): number | null {
  if (measure.quotient) return tenths(measure.quotient.num, measure.quotient.den)
  if (measure.value !== undefined) return measure.value
  return measure.ids?.length ?? 0
}

/** Its rate in percent with one decimal; null where the row has none, and over nothing. */
export const rateOf = (measure: Measure): number | null => (measure.rate ? percent(measure.rate.num, measure.rate.den) : null)

/** An indicator as printed, with its parts. */
export const figureOf = ({ id, name, unit }: Indicator, computed: Computed): Figure => ({
  id, name, unit, value: valueOf(computed), rate: rateOf(computed),
  parts: (computed.parts ?? []).map((part) => ({ key: part.key, name: part.name, value: valueOf(part), rate: rateOf(part) })),
})
