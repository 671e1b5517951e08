/** Every printed form, each from a record of a made-up town that can be printed on it. */
import type { InputOf, OutputOf } from '../../../shared/contract'
import { forms } from '../../../shared/forms'
import type { Form } from '../../../shared/forms/form'

/** Asks an office: the handlers of a test, or the window of the real program. */
export type Ask = <N extends 'record.list' | 'paper.forms'>(name: N, input: InputOf<N>) => Promise<OutputOf<N>>

export interface ToPrint {
  readonly form: Form
  readonly id: string
  readonly type: string
}

/** Of those that can be printed on the form, the one with the most to say. */
const fullest = (rows: readonly { readonly id: string; readonly fields: object }[]): readonly string[] =>
  rows.toSorted((a, b) => JSON.stringify(b.fields).length - JSON.stringify(a.fields).length).map(({ id }) => id)

/** A form a line for each type of record that it belongs to (`once` = for one of them); a form that no record offers is named by the error. */
export async function everyForm(ask: Ask, once = false): Promise<readonly ToPrint[]> {
  const found: ToPrint[] = []
  const offered = new Map<string, readonly string[]>()
  for (const type of new Set(forms.flatMap(({ types }) => types))) {
    const missing = new Set(forms.filter((form) => form.types.includes(type) && !(once && found.some((one) => one.form === form))).map(({ code }) => code))
    for (const id of fullest((await ask('record.list', { type, limit: 100 })).rows)) {
      if (missing.size === 0) break
      offered.set(id, (await ask('paper.forms', { id })).forms.map(({ code }) => code))
      for (const form of forms.filter(({ code }) => missing.has(code) && offered.get(id)?.includes(code))) {
        found.push({ form, id, type })
        missing.delete(form.code)
      }
    }
    if (missing.size > 0) throw new Error(`no ${type} of the town can be printed as ${[...missing].join(', ')}`)
  }
  return found.toSorted((a, b) => forms.indexOf(a.form) - forms.indexOf(b.form))
}
