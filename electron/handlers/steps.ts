/** Steps of the status machines, one or a file of them. */
import type { LineError } from '../../shared/contract/records'
import type { Rec } from '../../shared/record'
import { ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { printRecord } from './print-record'
import { stepOnSaved } from './save'

const isBag = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

export const stepHandlers = {
  'step.run': ({ step, id, fields, base }, desk) => {
    const done = stepOnSaved(desk, id, step, fields, base)
    return done.ok ? ok({ record: printRecord(desk, done.value.record), warnings: done.value.warnings }) : done
  },
  'step.batch': ({ step, lines }, desk) => {
    const records: Rec[] = []
    const errors: LineError[] = []
    lines.forEach((bag, index) => {
      const { id, fields, ...rest } = bag
      const done = stepOnSaved(desk, typeof id === 'string' ? id : '', step, isBag(fields) ? fields : rest)
      if (done.ok) records.push(printRecord(desk, done.value.record))
      else errors.push({ line: index + 1, code: done.code, ...(done.field === undefined ? {} : { field: done.field }), ...(done.detail ? { detail: done.detail } : {}) })
    })
    return ok({ done: records.length, records, errors })
  },
} satisfies Partial<Handlers<Desk>>
