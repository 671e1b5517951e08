/** 测评: a step that makes a `rating` of its record, key (about, round, aspect) (domain.md A.12). */
import { textOf } from '../facts'
import { impossibleCount, opinionKeys } from '../records/rating-count'
import { fail, type Warning } from '../result'
import { may, must, step } from './define-step'
import { notBefore, notNegative, type Earlier } from './refuse'
import type { Step, StepContext } from './step'
import { take } from './step-input'

const counts = [...opinionKeys, 'issued', 'collected', 'invalid'] as const
const overall = '总体'

interface RateWords {
  readonly from: readonly string[]
  readonly to: string
  /** Day that a rating cannot precede. */
  readonly after: (context: StepContext) => Earlier
}

/** The step `rate`: aspect 总体 and round 1 unless said. A second rating of one round and aspect corrects the first. */
export function rateStep({ from, to, after }: RateWords): Step {
  return step('rate', '登记测评', {
    from, to, on: 'rated_on', makes: 'rating',
    inputs: [must('rated_on', { of: 'rating' }), ...['aspect', 'round', ...counts].map((key) => may(key, { of: 'rating' }))],
    run: (context) => {
      const { rec, input, eventOn, lookup } = context
      const refused = notNegative(input, ...counts) ?? notBefore('rated_on', eventOn, '测评日期', after(context))
      if (refused) return refused
      const wrong = impossibleCount(input)
      if (wrong) return fail('out-of-range', { field: wrong.field, detail: { min: 0, max: wrong.max, value: wrong.value } })
      const aspect = textOf(input, 'aspect') || overall
      const round = typeof input['round'] === 'number' ? input['round'] : 1
      const same = lookup.where('rating', 'about', rec.id).find((one) => one.fields['round'] === round && one.fields['aspect'] === aspect)
      const values = { rated_on: eventOn, ...take(input, counts) }
      const side = same ? { type: 'rating', id: same.id, fields: values } : { type: 'rating', fields: { about: rec.id, round, aspect, ...values } }
      const warnings: readonly Warning[] = same ? [{ code: 'rating-replaced', field: 'aspect', detail: { aspect, round } }] : []
      return { ok: true, ...(to === 'same' ? {} : { status: to }), side: [side], warnings }
    },
  })
}
