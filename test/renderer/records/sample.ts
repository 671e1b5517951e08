/** Records of a made-up town, as the store gives them. */
import type { RecordPage, StepOnPage } from '../../../shared/contract/records'
import type { Data } from '../../../shared/fields'
import type { Rec } from '../../../shared/record'
import { declarations, type RecordTypeName } from '../../../shared/records'
import { machineOf } from '../../../shared/steps'
import { stepFields } from '../../../shared/steps/run-step'

const org = '339901103'

export const rec = (type: RecordTypeName, id: string, fields: Data, status?: string): Rec =>
  ({ id, type, org, version: `v-${id}`, fields, deleted: false, ...(status === undefined ? {} : { status }) })

/** The steps of a status, as the page of a record offers them. */
export function stepsAt(type: RecordTypeName, status: string): readonly StepOnPage[] {
  return (machineOf(type)?.steps ?? []).map((step) => {
    const fields = stepFields(step, declarations[type], (name) => declarations[name as RecordTypeName])
    return {
      name: step.name, label: step.label, open: step.from.includes(status),
      inputs: step.inputs.flatMap((input) => {
        const field = fields[input.key]
        return field === undefined ? [] : [{ key: input.key, required: input.required === true, field, value: undefined }]
      }),
    }
  })
}

export function pageOf(record: Rec, more: Partial<RecordPage> = {}): RecordPage {
  return { record, title: String(record.fields['title'] ?? record.fields['name'] ?? record.id), titles: {}, steps: [], children: [], incomplete: [], doubtful: [], todos: [], versions: 1, at_county: null, ...more }
}
