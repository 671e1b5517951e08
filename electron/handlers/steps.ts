/** Steps of the status machines, one or a file of them. */
import { lineError, type LineError } from '../../shared/contract/line-error'
import type { Rec } from '../../shared/record'
import { ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { printRecord } from './print-record'
import { stepOnSaved } from './save'

/** Lines of one transaction. */
const batch = 400

const isBag = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value)

export const stepHandlers = {
  'step.run': ({ step, id, fields, base }, desk) => {
    const done = stepOnSaved(desk, id, step, fields, base)
    return done.ok ? ok({ record: printRecord(desk, done.value.record), warnings: done.value.warnings }) : done
  },
  'step.batch': ({ step, lines }, desk) => {
    const records: Rec[] = []
    const errors: LineError[] = []
    const run = (bag: Readonly<Record<string, unknown>>, line: number): void => {
      const { id, fields, ...rest } = bag
      const done = stepOnSaved(desk, typeof id === 'string' ? id : '', step, isBag(fields) ? fields : rest)
      if (done.ok) records.push(printRecord(desk, done.value.record))
      else errors.push(lineError(line, done))
    }
    desk.aside.ofMany(lines.length, () => {
      for (let start = 0; start < lines.length; start += batch) {
        desk.store.together(() => { lines.slice(start, start + batch).forEach((bag, index) => { run(bag, start + index + 1) }) })
      }
    })
    return ok({ done: records.length, records, errors })
  },
} satisfies Partial<Handlers<Desk>>
