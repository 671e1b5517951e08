/** 测评: a step that makes a `rating` of its record, key (about, round, aspect) (domain.md A.12). */
import { textOf } from '../facts'
import { int, list, text, type Data, type Row } from '../fields'
import { impossibleCount, opinionKeys } from '../records/rating-count'
import { fail, type Failure, type Warning } from '../result'
import { may, must, own, step } from './define-step'
import { notBefore, notNegative, refuse, type Earlier } from './refuse'
import type { Step, StepContext } from './step'
import { take } from './step-input'

const sheets = ['issued', 'collected', 'invalid'] as const
const counts = [...opinionKeys, ...sheets] as const
const overall = '总体'

interface RateWords {
  readonly from: readonly string[]
  readonly to: string
  /** Day that a rating cannot precede. */
  readonly after: (context: StepContext) => Earlier
  /** A sheet may list many names or dimensions: each is a rating of its own, of the same sheets. */
  readonly listed?: true
}

const voices = (label: string) => int(label, 'optional', { min: 0, unit: '票' })
const namesOnSheet = list('名单', { aspect: text('姓名（维度）', 'optional', { max: 200 }), satisfied: voices('满意'), basically: voices('基本满意'), dissatisfied: voices('不满意'), abstain: voices('弃权') }, 'optional')

/** Every name once, and each with no more voices than sheets came back. */
function refusedList(status: string | undefined, rows: readonly Row[], of: Data): Failure | null {
  const names = rows.map((row) => textOf(row as Data, 'aspect'))
  if (names.includes('')) return fail('required', { field: 'list', detail: { label: '姓名（维度）' } })
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) return refuse(status, 'name-twice', { field: 'list', more: { name: twice } })
  for (const row of rows) {
    const wrong = impossibleCount({ ...of, ...row })
    if (wrong) return fail('out-of-range', { field: 'list', detail: { min: 0, max: wrong.max, value: wrong.value, name: textOf(row, 'aspect') } })
  }
  return null
}

/** The step `rate`: aspect 总体 and round 1 unless said. A second rating of one round and aspect corrects the first. */
export function rateStep({ from, to, after, listed }: RateWords): Step {
  return step('rate', '登记测评', {
    from, to, on: 'rated_on', makes: 'rating',
    inputs: [must('rated_on', { of: 'rating' }), ...['aspect', 'round', ...counts].map((key) => may(key, { of: 'rating' })), ...(listed ? [may('list', own(namesOnSheet))] : [])],
    run: (context) => {
      const { rec, input, eventOn, lookup } = context
      const refused = notNegative(input, ...counts) ?? notBefore('rated_on', eventOn, '测评日期', after(context))
      if (refused) return refused
      const wrong = impossibleCount(input)
      if (wrong) return fail('out-of-range', { field: wrong.field, detail: { min: 0, max: wrong.max, value: wrong.value } })
      const aspect = textOf(input, 'aspect') || overall
      const round = typeof input['round'] === 'number' ? input['round'] : 1
      const known = lookup.where('rating', 'about', rec.id).filter((one) => one.fields['round'] === round)
      const rows = Array.isArray(input['list']) ? input['list'] as readonly Row[] : []
      const bad = refusedList(rec.status, rows, take(input, sheets))
      if (bad) return bad
      const rated: readonly Data[] = rows.length === 0 ? [{ aspect, ...take(input, counts) }] : rows.map((row) => ({ ...take(input, sheets), ...row }))
      const made = rated.map(({ aspect: name, ...voices }) => {
        const values = { rated_on: eventOn, ...voices }
        const same = known.find((one) => one.fields['aspect'] === name)
        return { same, name, side: same ? { type: 'rating', id: same.id, fields: values } : { type: 'rating', fields: { about: rec.id, round, aspect: name ?? overall, ...values } } }
      })
      const replaced = made.find(({ same }) => same !== undefined)
      const warnings: readonly Warning[] = replaced ? [{ code: 'rating-replaced', field: 'aspect', detail: { aspect: replaced.name, round } }] : []
      return { ok: true, ...(to === 'same' ? {} : { status: to }), side: made.map(({ side }) => side), warnings }
    },
  })
}
