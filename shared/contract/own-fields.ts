/** Fields of an office's own and what it calls the given ones. */
import { arrayOf, boolean, command, nonEmpty, object, oneOf, optional, string } from '../input'
import { longestLabel, mostOptions, ownKinds, type FieldSetting } from '../records/own-fields'

/** What the county offers its towns with a receipt. */
export interface FieldOffer {
  readonly id: string
  readonly from: string
  readonly settings: readonly FieldSetting[]
}

export interface FieldsTold {
  readonly settings: readonly FieldSetting[]
  /** Waits at a town until it is taken or refused. */
  readonly offer: FieldOffer | null
  /** At the county: whether its receipts carry the settings. */
  readonly offered: boolean
}

const options = arrayOf(nonEmpty(100), mostOptions)

export const ownFieldCommands = {
  /** `org` = another office whose records are held here: a town's, at the county. */
  'fields.get': command<FieldsTold>()(object({ org: optional(string(12)) })),
  /** Without `key` a new field of the office's own, which needs `label` and `kind`; an empty `label` gives a field its own name back. */
  'fields.set': command<FieldsTold & { readonly key: string }>()(object({
    type: nonEmpty(40), key: optional(nonEmpty(40)), label: optional(string(longestLabel)), kind: optional(oneOf(...ownKinds)), options: optional(options),
    hidden: optional(boolean), column: optional(boolean),
  })),
  /** The columns of a list from left to right: all that it shows, in their new order; none = as declared. */
  'fields.order': command<FieldsTold>()(object({ type: nonEmpty(40), columns: arrayOf(nonEmpty(40), 100) })),
  /** Takes an own field away, or gives a field of the type back as it was. What was filled in stays in the records; `filled` of them have it. */
  'fields.drop': command<FieldsTold & { readonly filled: number }>()(object({ type: nonEmpty(40), key: nonEmpty(40) })),
  'fields.offer': command<FieldsTold>()(object({ on: boolean })),
  'fields.adopt': command<FieldsTold>()(object({ id: nonEmpty(40), take: boolean })),
} as const
