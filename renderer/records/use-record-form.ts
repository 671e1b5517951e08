/** The form of one record: its values as a kept draft, saving as one commit, and what was wrong with it. */
import { useMemo, useState } from 'react'
import type { OutputOf } from '../../shared/contract'
import type { Data } from '../../shared/fields'
import type { Declaration, Rec } from '../../shared/record'
import { ok, type Failure, type Result } from '../../shared/result'
import { call } from '../api'
import { useDraft, type DraftState, type FormValues } from '../state/drafts'
import { stillHere } from '../state/navigation'
import { notifyFailure } from '../state/notices'
import { useOffice } from '../state/session'
import { useQuery } from '../state/use-query'
import { fieldId } from './FormFields'
import { changedOnly, errorsOf, filledOnly, groupsOf, isEmptyValue, missingErrors, startOf, type FieldErrors, type FormGroups } from './form-fields'

export interface RecordForm {
  readonly draft: DraftState
  readonly groups: FormGroups
  readonly read: (key: string) => unknown
  readonly onChange: (key: string, value: unknown) => void
  readonly errors: FieldErrors
  /** What belongs to no field. */
  readonly failure: Failure | null
  readonly busy: boolean
  /** Version that the changes were typed over. */
  readonly base: string | null
  /** Saves; null while something is wrong, which is then shown. `over` = the version that is now known (after `changed-elsewhere`). */
  readonly save: (over?: { readonly base: string; readonly values: FormValues }) => Promise<OutputOf<'record.set'> | null>
  /** Nothing was typed into the form of a saved record. */
  readonly untouched: boolean
}

export interface FormStart {
  readonly declaration: Declaration
  readonly record: Rec | null
  readonly preset?: Data
  readonly draft?: { readonly id: string; readonly values: FormValues }
}

const baseKey = '_base'
const nothing: Data = {}

/** What the store proposes for a new record, asked again when what it belongs to is chosen. It is no typing: a proposal makes no draft. */
function useProposals(declaration: Declaration, isNew: boolean, values: FormValues): Data {
  const asks = isNew && declaration.propose !== undefined
  const parents = Object.fromEntries(Object.entries(values).filter(([key, value]) => declaration.fields[key]?.kind === 'ref' && !isEmptyValue(value)))
  return useQuery('record.propose', asks ? { type: declaration.type, fields: parents } : null, { types: [declaration.type] }).data?.fields ?? nothing
}

export function useRecordForm({ declaration, record, preset, draft: kept }: FormStart): RecordForm {
  const office = useOffice()
  const [initial] = useState<FormValues>(() =>
    kept?.values ?? (record === null ? startOf(declaration, office?.today ?? '', office?.term?.id ?? null, preset) : { [baseKey]: record.version }))
  const draft = useDraft({ type: declaration.type, initial, ...(record === null ? {} : { record: record.id }), ...(kept === undefined ? {} : { id: kept.id }) })
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const groups = useMemo(
    () => groupsOf(declaration, { ...record?.fields, ...(initial as Data) }, record?.status),
    [declaration, record, initial],
  )
  const { values } = draft
  const proposed = useProposals(declaration, record === null, values)
  const read = (key: string): unknown => (Object.hasOwn(values, key) ? values[key] : record?.fields[key] ?? proposed[key])
  const base = typeof values[baseKey] === 'string' ? values[baseKey] : record?.version ?? null

  const onChange = (key: string, value: unknown): void => {
    draft.set(key, value)
    if (errors[key] !== undefined) setErrors(Object.fromEntries(Object.entries(errors).filter(([one]) => one !== key)))
  }

  const showErrors = (found: FieldErrors): void => {
    setErrors(found)
    const order = Object.keys(declaration.fields)
    const firstWrong = Object.keys(found).sort((a, b) => order.indexOf(a) - order.indexOf(b))[0]
    // After the folded part has opened.
    if (firstWrong !== undefined) setTimeout(() => document.getElementById(fieldId(firstWrong))?.focus(), 0)
  }

  const send = async (over: Parameters<RecordForm['save']>[0]): Promise<Result<OutputOf<'record.set'>>> => {
    if (record !== null) {
      const used = over?.base ?? base
      return call('record.set', { id: record.id, fields: changedOnly(over?.values ?? values), draft: draft.id, ...(used === null ? {} : { base: used }) })
    }
    const made = await call('record.quick', { type: declaration.type, fields: filledOnly({ ...proposed, ...values }), draft: draft.id })
    return made.ok ? ok({ record: made.value.record, warnings: made.value.warnings }) : made
  }

  const save: RecordForm['save'] = async (over) => {
    if (busy) return null
    const missing = missingErrors(declaration, groups, read)
    setFailure(null)
    if (Object.keys(missing).length > 0) {
      showErrors(missing)
      return null
    }
    draft.flush()
    setBusy(true)
    const isHere = stillHere()
    const answer = await send(over)
    setBusy(false)
    if (answer.ok) {
      draft.drop()
      return answer.value
    }
    const { fields, rest } = errorsOf(answer, (key) => [...groups.first, ...groups.main, ...groups.more].includes(key))
    showErrors(fields)
    setFailure(rest)
    // The form is gone from sight, not what was typed: it waits as a draft.
    if (!isHere()) notifyFailure(answer)
    return null
  }

  return { draft, groups, read, onChange, errors, failure, busy, base, save, untouched: record !== null && Object.keys(values).every((key) => key === baseKey) }
}
