/** The few words in which the tables of steps are written down: see the files beside this one. */
import { date, longText, type Data, type Field } from '../fields'
import type { Failure } from '../result'
import type { Machine, Step, StepContext, StepDone, StepInput } from './step'

type More = Omit<StepInput, 'key' | 'required'>

/** An input that the step refuses to do without (unless the record has it already). */
export const must = (key: string, more: More = {}): StepInput => ({ key, required: true, ...more })

/** An input that may be left out. */
export const may = (key: string, more: More = {}): StepInput => ({ key, ...more })

/** A field of the step's own, kept in the status log. */
export const own = (field: Field): More => ({ field })

/** A day of the step's own. */
export const ownDay = (label: string): More => ({ field: date(label, 'optional') })

/** A reason of the step's own. */
export const ownReason = (label: string): More => ({ field: longText(label, 'optional') })

interface StepWords {
  readonly from: string | readonly string[]
  readonly to: string | readonly string[]
  readonly of?: Step['of']
  /** Key of the event's own date. */
  readonly on?: string
  readonly inputs?: readonly StepInput[]
  readonly onIf?: Step['onIf']
  readonly dayElse?: Step['dayElse']
  readonly makes?: string
  readonly run?: (context: StepContext) => StepDone | Failure
}

const asList = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value)

/** One row of a table. Without `run` the step only sets its inputs and the first status of `to`. */
export function step(name: string, label: string, words: StepWords): Step {
  const { from, to, inputs = [], run, ...rest } = words
  const first = asList(to)[0]
  return {
    name, label, from: asList(from), to: asList(to), inputs, ...rest,
    run: run ?? (() => (first === undefined || first === 'same' ? { ok: true } : { ok: true, status: first })),
  }
}

/** The step that every machine has: takes the last row of the status log back. The engine does it (undo-step.ts). */
function undoStep(steps: readonly Step[]): Step {
  const statuses = new Set(steps.flatMap((one) => [...one.from, ...one.to]))
  statuses.delete('same')
  const all = [...statuses]
  return { name: 'undo_step', label: '撤销上一步', from: all, to: all, inputs: [must('reason', ownReason('撤销原因'))], run: () => ({ ok: true }) }
}

/** A table: its steps in the table's order and `undo_step`. */
export function machine(type: string, entry: Machine['entry'], steps: readonly Step[], ending?: (data: Data, status: string) => ReturnType<NonNullable<Machine['ending']>>): Machine {
  return { type, entry, steps: [...steps, undoStep(steps)], ...(ending ? { ending } : {}) }
}
