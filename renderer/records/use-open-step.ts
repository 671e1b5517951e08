/** Which step's form is open on a page: the one asked for by a to-do at first, then what is pressed. */
import { useCallback, useState } from 'react'
import type { RecordPage, StepOnPage } from '../../shared/contract/records'
import { go } from '../state/navigation'
import { entryOfStep } from '../state/entry-steps'

export interface OpenStep {
  readonly step: StepOnPage | null
  readonly openStep: (step: StepOnPage) => void
  readonly closeStep: () => void
}

/** `wanted` = the name of a step; it opens only if the record's status allows it. A step of a quick entry goes there instead. */
export function useOpenStep(page: RecordPage, wanted?: string): OpenStep {
  const [name, setName] = useState<string | null>(() => (page.steps.some((step) => step.open && step.name === wanted && entryOfStep(page.record.type, step.name, page.record.id) === null) ? wanted ?? null : null))
  const { type, id } = page.record
  const openStep = useCallback((step: StepOnPage) => {
    const entry = entryOfStep(type, step.name, id)
    if (entry === null) setName(step.name)
    else go(entry)
  }, [type, id])
  const closeStep = useCallback(() => setName(null), [])
  // After a save the same step may no longer be there.
  return { step: page.steps.find((step) => step.open && step.name === name) ?? null, openStep, closeStep }
}
