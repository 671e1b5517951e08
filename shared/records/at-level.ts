/** One declaration serves every level: what comes from above is 县交办 to a town, and a city's own window and files say 市交办. */
import { calledAt } from '../exchange/levels'
import type { Field } from '../fields'
import type { Declaration } from '../record'

const speaks = '县'
const ofLevel: readonly string[] = ['county_order']

/** The declaration in the words of the office of this code. */
export function atLevel<D extends Declaration>(declaration: D, code: string): D {
  const { own } = calledAt(code)
  if (own === speaks || !ofLevel.includes(declaration.type)) return declaration
  const said = (label: string): string => label.replace(speaks, own)
  const fields = Object.fromEntries(Object.entries(declaration.fields).map(([key, field]): readonly [string, Field] => [key, { ...field, label: said(field.label) }]))
  return { ...declaration, label: said(declaration.label), fields }
}
