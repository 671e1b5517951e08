/**
 * What changed in the meaning of a record type's values, release by release, a line each; nothing yet. See schema.ts for what a step may do.
 * A step that was released is never edited: packages and archives of that release are read through it for ever.
 */
import type { Upcasters } from './schema'

export const upcasters: Upcasters = {}
