/** The annual report in the window: its paragraphs with what a person wrote, signing it off, and what changed since. */
import { boolean, command, day, integer, nonEmpty, object, oneOf, optional, string } from '../input'
import type { FigureUse } from '../report/block'
import type { Compared, FrozenHead } from '../report/frozen'

export interface ReportPiece {
  /** '' = not to be edited: title, byline. */
  readonly key: string
  readonly level: 0 | 1 | 2 | 3
  readonly text: string
  /** Numbers of the text with their indicators: each says where it comes from. */
  readonly figures: readonly FigureUse[]
  readonly missing: readonly string[]
  readonly edited: boolean
  readonly added: boolean
  /** The automatic paragraph of today, where it is another one than when the person wrote. */
  readonly moved: string | null
}

export interface ReportDraft {
  readonly title: string
  readonly from: string
  readonly to: string
  readonly pieces: readonly ReportPiece[]
  readonly hidden: readonly { readonly key: string; readonly text: string }[]
  /** Written for a paragraph that the report has no more. */
  readonly orphans: readonly { readonly key: string; readonly text: string }[]
  readonly missing: readonly string[]
  /** The signed-off report of this year: nothing changes any more. */
  readonly frozen: { readonly id: string; readonly signed_on: string; readonly signer: string } | null
}

export interface FrozenReport extends FrozenHead {
  /** Of its document. */
  readonly id: string
  readonly figures: number
  readonly records: number
  readonly files: readonly { readonly id: string; readonly name: string; readonly bytes: number; readonly here: boolean }[]
  readonly void?: { readonly reason: string; readonly by: string; readonly at: string }
}

export interface FolderMade {
  readonly path: string
  readonly files: number
  readonly records: number
  readonly attachments: number
  /** Attachments that are not on this computer, in words. */
  readonly absent: readonly string[]
}

const year = integer(1990, 2100)

export const reportCommands = {
  'report.draft': command<ReportDraft>()(object({ year })),
  /** `text` = what was typed over the paragraph as shown; `hidden`; `auto` = back to the automatic text; `after` = a new paragraph behind this one. */
  'report.edit': command<{ readonly key: string }>()(object({ year, key: nonEmpty(120), text: optional(string(20_000)), hidden: optional(boolean), auto: optional(boolean), after: optional(boolean) })),
  'report.freeze': command<{ readonly report: FrozenReport }>()(object({ kind: optional(oneOf('annual', 'table')), year, from: optional(day), to: optional(day), signer: nonEmpty(100), signed_on: day })),
  'report.frozen': command<{ readonly reports: readonly FrozenReport[] }>()(object({})),
  /** 冻结后变更: figures that would be other ones today, records that came, went or were changed. */
  'report.compare': command<Compared>()(object({ id: nonEmpty(60) })),
  /** 查阅台账: a folder of the period's records and documents with contents. */
  'report.folder': command<FolderMade>()(object({ from: day, to: day, out: nonEmpty(2000), job: optional(string(40)) })),
  /** The report is withdrawn with a reason; its figures stay to be looked at. */
  'report.void': command<{ readonly voided: true }>()(object({ id: nonEmpty(60), reason: string(500) })),
} as const
