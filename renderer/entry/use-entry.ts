/** A quick entry: what is typed as a kept draft, saving it all as one commit, and what was wrong with it. */
import { useState } from 'react'
import type { InputOf, OutputOf } from '../../shared/contract'
import { declarationNow } from '../state/declarations'
import type { Failure } from '../../shared/result'
import { sayWarning } from '../../shared/text'
import { call } from '../api'
import { isOwnKey } from '../../shared/records/own-fields'
import { errorsOf, isEmptyValue, type FieldErrors } from '../records/form-fields'
import { useDraft, type DraftState, type FormValues } from '../state/drafts'
import { stillHere } from '../state/navigation'
import { notify, notifyFailure, notifySaved } from '../state/notices'

export type QuickInput = Omit<InputOf<'record.quick'>, 'draft'>
export type Saved = OutputOf<'record.quick'>

export interface EntryStart {
  /** `quick-activity`, … */
  readonly draftType: string
  /** The saved record that the draft belongs to, where it is one of several entries about it. */
  readonly record?: string
  readonly draft: { readonly id: string; readonly values: FormValues } | null
  readonly initial: FormValues
  /** Key in the form of a key that a refusal names, where two steps of one entry share a name. */
  readonly keyOf?: (key: string) => string
}

const sameKey = (key: string): string => key

export interface Entry {
  readonly draft: DraftState
  readonly values: FormValues
  readonly set: (key: string, value: unknown) => void
  readonly patch: (values: FormValues) => void
  readonly errors: FieldErrors
  /** What belongs to no field that is shown. */
  readonly failure: Failure | null
  readonly busy: boolean
  /** Shows these errors and goes to the first of them. */
  readonly refuse: (errors: FieldErrors) => void
  /** Saves in one commit and says it; null where something is wrong, which is then shown, and where somebody has left the form meanwhile. */
  readonly save: (input: QuickInput, say: (saved: Saved) => string) => Promise<Saved | null>
}

export const entryFieldId = (key: string): string => `entry-${key}`

/** The keys of `values` that are filled, for the store. */
export function filled(values: FormValues, keys: readonly string[]): FormValues {
  return Object.fromEntries(keys.filter((key) => !isEmptyValue(values[key])).map((key) => [key, values[key]]))
}

/** The same with null for what was emptied: for a record that is saved already. */
export const asChanges = (values: FormValues, keys: readonly string[]): FormValues => Object.fromEntries(keys.map((key) => [key, isEmptyValue(values[key]) ? null : values[key]]))

/** What was typed into the fields that the office added. */
const ownValues = (values: FormValues): FormValues => asChanges(values, Object.keys(values).filter(isOwnKey))

function focusField(key: string): void {
  // After a folded part has opened.
  setTimeout(() => {
    const control = document.getElementById(entryFieldId(key))
    const target = control?.matches('input, textarea, button') === true ? control : control?.querySelector<HTMLElement>('input, textarea, button')
    target?.focus()
  }, 0)
}

/** @param shown keys whose errors stand at their fields, in the order of the form */
export function useEntry({ draftType, record, draft: kept, initial, keyOf = sameKey }: EntryStart, shown: readonly string[]): Entry {
  const draft = useDraft({ type: draftType, initial: kept?.values ?? initial, ...(record === undefined ? {} : { record }), ...(kept === null ? {} : { id: kept.id }) })
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)

  const forget = (keys: readonly string[]): void => {
    if (keys.some((key) => errors[key] !== undefined)) setErrors(Object.fromEntries(Object.entries(errors).filter(([key]) => !keys.includes(key))))
  }
  const refuse = (found: FieldErrors): void => {
    setErrors(found)
    const first = [...shown, ...Object.keys(found).filter(isOwnKey)].find((key) => found[key] !== undefined)
    if (first !== undefined) focusField(first)
  }
  const save: Entry['save'] = async (input, say) => {
    if (busy) return null
    setFailure(null)
    setErrors({})
    draft.flush()
    setBusy(true)
    const isHere = stillHere()
    const answer = await call('record.quick', { ...input, fields: { ...input.fields, ...ownValues(draft.values) }, draft: draft.id })
    setBusy(false)
    if (!answer.ok) {
      const { fields, rest } = errorsOf(answer, (key) => isOwnKey(key) || shown.includes(keyOf(key)))
      refuse(Object.fromEntries(Object.entries(fields).map(([key, error]) => [keyOf(key), error])))
      setFailure(rest)
      // The form is gone from sight, not what was typed: it waits as a draft.
      if (!isHere()) notifyFailure(answer)
      return null
    }
    draft.drop()
    saidAs(answer.value, input.type, say(answer.value))
    return isHere() ? answer.value : null
  }
  return {
    draft, values: draft.values, errors, failure, busy, refuse, save,
    set: (key, value) => {
      draft.set(key, value)
      forget([key])
    },
    patch: (values) => {
      draft.patch(values)
      forget(Object.keys(values))
    },
  }
}

/** Says what was saved with 撤销, then what is to be looked at. */
export function saidAs({ record, ids, warnings }: Saved, type: string, text: string): void {
  const main = ids[0] ?? record.id
  // Where only children changed, the first of them stands for the commit.
  notifySaved(text, main === record.id ? { id: record.id, version: record.version } : { id: main })
  const fields = declarationNow(type)?.fields ?? {}
  for (const warning of warnings) {
    const words = sayWarning(warning, warning.field === undefined ? undefined : fields[warning.field]?.label)
    if (words !== null) notify({ tone: 'soon', text: words })
  }
}

/** Required fields that are empty, as errors. */
export function missingIn(values: FormValues, keys: readonly string[]): FieldErrors {
  return Object.fromEntries(keys.filter((key) => isEmptyValue(values[key])).map((key) => [key, { code: 'required' as const }]))
}
