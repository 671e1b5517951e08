import type { Rec } from '../../../shared/record'
import { StepDrawer } from '../../records/StepDrawer'
import { useQuery } from '../../state/use-query'

/** The form of a step of one problem, beside the page of the matter it was found in. */
export function FindingStep({ finding, name, onClose }: { readonly finding: Rec; readonly name: string; readonly onClose: () => void }) {
  const page = useQuery('record.page', { id: finding.id }, { types: ['finding'] })
  const step = page.data?.steps.find((one) => one.open && one.name === name)
  return page.data === null || step === undefined ? null : <StepDrawer key={`${finding.id} ${name}`} record={page.data.record} step={step} onClose={onClose} />
}
