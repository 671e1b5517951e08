/** What is done with a voter's matter, in the words of the entry, and the step that each stands for. Pure. */
import { isEmptyValue, type FieldErrors } from '../../records/form-fields'
import type { FormValues } from '../../state/drafts'

export const handlings = [
  { value: 'solved', label: '当场答复' }, { value: 'handed', label: '转交办理' }, { value: 'suggestion', label: '转为建议' },
  { value: 'own', label: '代表协调' }, { value: 'refused', label: '不受理' }, { value: 'later', label: '以后再定' },
] as const

export type Handling = (typeof handlings)[number]['value']

/** Codes of the table `route` under which a matter is handed to somebody else. */
export const receivers = [{ value: '4', label: '镇政府、站所' }, { value: '3', label: '村（社区）' }, { value: '5', label: '县里部门' }, { value: '9', label: '别的联络站' }] as const

export type Receiver = (typeof receivers)[number]['value']

const isHandling = (value: unknown): value is Handling => handlings.some((one) => one.value === value)
const isReceiver = (value: unknown): value is Receiver => receivers.some((one) => one.value === value)

export const handlingOf = (values: FormValues): Handling | null => (isHandling(values['handling']) ? values['handling'] : null)
export const receiverOf = (values: FormValues): Receiver => (isReceiver(values['receiver']) ? values['receiver'] : '4')

/** What this handling cannot be saved without. */
const needed: Readonly<Record<Handling, readonly string[]>> = { solved: [], handed: ['to_unit'], suggestion: [], own: [], refused: ['reject_reason'], later: [] }

export function missingOfHandling(values: FormValues): FieldErrors {
  const handling = handlingOf(values)
  const keys = handling === null ? ['handling'] : needed[handling]
  return Object.fromEntries(keys.filter((key) => isEmptyValue(values[key])).map((key) => [key, { code: 'required' as const }]))
}

const codes = { solved: '1', own: '2', refused: '8' } as const

export interface HandlingStep {
  readonly step: string
  readonly fields: FormValues
}

const kept = (values: FormValues, keys: readonly string[]): FormValues => Object.fromEntries(keys.filter((key) => !isEmptyValue(values[key])).map((key) => [key, values[key]]))

/** The step that goes with the saving, on the day of the reception; none where it is left for later. */
export function stepOfHandling(values: FormValues, day: unknown): readonly HandlingStep[] {
  const handling = handlingOf(values)
  switch (handling) {
    case 'solved': return [{ step: 'route', fields: { routed_on: day, route: codes.solved, ...kept(values, ['reply_text']) } }]
    case 'own': return [{ step: 'route', fields: { routed_on: day, route: codes.own, ...kept(values, ['due_on']) } }]
    case 'refused': return [{ step: 'route', fields: { routed_on: day, route: codes.refused, ...kept(values, ['reject_reason']) } }]
    case 'handed': return [{ step: 'route', fields: { routed_on: day, route: receiverOf(values), sent_on: day, ...kept(values, ['to_unit', 'due_on']) } }]
    case 'suggestion': return [{ step: 'convert', fields: { date: day } }]
    case 'later': case null: return []
  }
}
