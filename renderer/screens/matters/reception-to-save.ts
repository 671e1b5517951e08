/** From what was typed at a reception to one commit: the matter, the step of its handling, the visitor who stays in the town. Pure. */
import { filled, type QuickInput } from '../../entry/use-entry'
import { isEmptyValue, type FieldErrors } from '../../records/form-fields'
import type { FormValues } from '../../state/drafts'
import { handlingOf, missingOfHandling, stepOfHandling } from './handling'

/** Keys that the matter itself has. */
export const matterKeys = ['channel', 'site', 'activity', 'received_on', 'deputies', 'village', 'headcount', 'anonymous', 'category', 'content', 'opinion'] as const
/** Keys of the visitor; the village is kept under a name of its own. */
export const visitorKeys = ['name', 'phone', 'address'] as const
export const visitorVillage = 'visitor_village'

const isAnonymous = (values: FormValues): boolean => values['anonymous'] === true

/** Who came is written down, and nobody asked to stay unnamed. */
export const hasVisitor = (values: FormValues): boolean => !isAnonymous(values) && [...visitorKeys, visitorVillage].some((key) => !isEmptyValue(values[key]))

/** What is missing before it can be saved. */
export function missingAtReception(values: FormValues): FieldErrors {
  const empty = ['received_on', 'content', ...(hasVisitor(values) ? ['name'] : [])].filter((key) => isEmptyValue(values[key]))
  return { ...Object.fromEntries(empty.map((key) => [key, { code: 'required' as const }])), ...missingOfHandling(values) }
}

/** `values` with what the screen proposed already in it. */
export function receptionToSave(values: FormValues): QuickInput {
  const village = values[visitorVillage]
  const visitor = { role: '1', ...filled(values, visitorKeys), ...(isEmptyValue(village) ? {} : { village }) }
  const steps = stepOfHandling(values, values['received_on'])
  return {
    type: 'voter_matter',
    fields: filled(values, matterKeys),
    ...(steps.length > 0 ? { steps: [...steps] } : {}),
    ...(hasVisitor(values) ? { side: [{ type: 'visitor', parent: 'about', fields: visitor }] } : {}),
  }
}

/** What is said after the save. */
export function receptionWords(values: FormValues, unit: string): string {
  switch (handlingOf(values)) {
    case 'solved': return '已记下接待，当场答复'
    case 'handed': return unit === '' ? '已记下接待，已转交办理' : `已记下接待，已转交${unit}办理`
    case 'suggestion': return '已记下接待，并转成一件代表建议（草稿）'
    case 'own': return '已记下接待，由代表协调'
    case 'refused': return '已记下接待，不受理的原因已写明'
    case 'later': case null: return '已记下接待，处理去向以后再定'
  }
}

