/** Forms out and forms back in: what is printed from a record finds it again by its code. */
import type { MadeFile } from './figures'
import type { StepOnPage } from './records'
import { arrayOf, boolean, command, integer, nonEmpty, object, optional, string } from '../input'

export interface FormOffer {
  readonly code: string
  readonly label: string
  readonly note: string
  readonly copies: number
}

/** Why a page, or one code on it, went no further by itself. Words: shared/text/paper. */
export type PaperWhy = 'no-code' | 'not-ours' | 'newer-code' | 'other-office' | 'record-gone' | 'unknown-form' | 'old-edition' | 'not-now' | 'refused'

/** A page under one record. */
export interface PaperEntry {
  readonly record: string
  readonly type: string
  readonly title: string
  /** Of the `file` record. */
  readonly file: string
  /** 征询意见表; '' for a page that a person gave to the record. */
  readonly form: string
  readonly why: PaperWhy | null
  /** What the sheet stands for: the step with only what is asked about it, values where they are known. */
  readonly step: (Pick<StepOnPage, 'name' | 'label' | 'inputs'> & { readonly known: Readonly<Record<string, unknown>> }) | null
  /** Names in the order of the sheet, where it says who was there. */
  readonly roll: readonly { readonly mandate: string; readonly name: string; readonly state: string | null }[] | null
  /** Of a sheet of several pages: which one this is, and which names of all stand on it; `roll` has only these. */
  readonly part?: { readonly page: number; readonly from: number; readonly to: number; readonly total: number }
  /** Of a sheet of several pages whose list changed after it was printed: `roll` has everybody. */
  readonly list_changed?: true
  readonly settled: boolean
}

export interface PaperPage {
  readonly id: string
  /** Of the file that it came in. */
  readonly name: string
  readonly page: number
  readonly at: string
  /** Why it waits in the tray; null for a page that lies under a record. */
  readonly why: PaperWhy | null
  /** What its codes say, where they are codes of ours that lead nowhere. */
  readonly said: string
  readonly entries: readonly PaperEntry[]
}

const item = object({ id: nonEmpty(60) })

export const paperCommands = {
  /** The forms that can be filled from a record by now. */
  'paper.forms': command<{ readonly forms: readonly FormOffer[] }>()(object({ id: nonEmpty(60) })),
  /** A form as .docx in the folder `out`. */
  'paper.docx': command<{ readonly files: readonly MadeFile[] }>()(object({ id: nonEmpty(60), form: nonEmpty(2), out: nonEmpty(2000) })),
  /** The same as a page for `shell.pdf` and `shell.print`. */
  'paper.html': command<{ readonly html: string; readonly name: string }>()(object({ id: nonEmpty(60), form: nonEmpty(2) })),
  /** One page that came back: its picture (base64, JPEG or PNG) and the text of every code on it. Files it, or keeps it in the tray. */
  'paper.take': command<PaperPage>()(object({ content: nonEmpty(40_000_000), name: string(255), page: integer(1, 100_000), codes: arrayOf(string(500), 50) })),
  'paper.list': command<{ readonly pages: readonly PaperPage[] }>()(object({})),
  'paper.picture': command<{ readonly url: string | null }>()(item),
  /** A page of the tray to the record that a person found for it. */
  'paper.give': command<PaperPage>()(object({ id: nonEmpty(60), record: nonEmpty(60) })),
  /** The date and the tick are in, or nothing is to be entered from this page. */
  'paper.settle': command<{ readonly left: number }>()(object({ id: nonEmpty(60), record: optional(string(60)) })),
  /** The page is not this record's: its attachment goes, the page waits in the tray again. */
  'paper.back': command<PaperPage>()(object({ id: nonEmpty(60), record: nonEmpty(60) })),
  /** A page that nobody needs, out of the tray; `done` = all pages that are filed and settled. */
  'paper.drop': command<{ readonly dropped: number }>()(object({ id: optional(string(60)), done: optional(boolean) })),
} as const
