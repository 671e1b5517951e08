/** The annual report as a person edits it: paragraph by paragraph, numbers alive until it is signed off. */
import type { ReportDraft, ReportPiece } from '../../shared/contract/report'
import type { Block, Composed, TextBlock } from '../../shared/report/block'
import { editedReport, type DocumentInput } from '../../shared/report/documents'
import { keepSlots, withSlots } from '../../shared/report/edit-text'
import type { PieceEdit, ReportEdits } from '../../shared/report/edits'
import type { Frozen } from '../../shared/report/frozen'
import { fail, ok, type Result } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { editsOf, keepEdits, townInput } from './report-compose'
import { keptReports, signedOff } from './report-kept'

const levels = { title: 0, form: 0, h1: 1, h2: 2, byline: 3, salutation: 3, paragraph: 3 } as const

const isText = (block: Block): block is TextBlock => block.kind in levels

function draftOf(input: DocumentInput): ReportDraft {
  const { composed, pieces, hidden, orphans } = editedReport(input)
  const about = new Map(pieces.map((piece) => [piece.key, piece]))
  return {
    title: composed.title, from: input.question.period.from, to: input.question.period.to, hidden, orphans, missing: composed.missing,
    frozen: null,
    pieces: composed.blocks.filter(isText).map((block): ReportPiece => {
      const piece = block.key === undefined ? undefined : about.get(block.key)
      return {
        key: block.key ?? '', level: levels[block.kind], text: block.text.replaceAll('\n', ''), figures: block.text.includes('\n') ? [] : block.figures ?? [], missing: block.missing ?? [],
        edited: piece?.edited === true, added: piece?.added === true, moved: piece?.moved === true ? piece.auto : null,
      }
    }),
  }
}

/** A signed-off year is read, not edited: the text as it was signed. */
function signedDraft(desk: Desk, year: number, signed: Frozen, { title, blocks, missing }: Composed): ReportDraft {
  const kept = keptReports(desk).find(({ frozen, document }) => frozen === signed || (document !== null && frozen.kind === 'annual' && frozen.year === year))
  const end = blocks.findIndex((block) => block.kind === 'listing' || block.kind === 'attachment')
  return {
    title, from: signed.from, to: signed.to, hidden: [], orphans: [], missing, frozen: { id: kept?.id ?? '', signed_on: signed.signed_on, signer: signed.signer },
    pieces: (end < 0 ? blocks : blocks.slice(0, end)).filter(isText).map((block): ReportPiece => ({
      key: block.key ?? '', level: levels[block.kind], text: block.text.replaceAll('\n', ''), figures: block.text.includes('\n') ? [] : block.figures ?? [], missing: block.missing ?? [], edited: false, added: false, moved: null,
    })),
  }
}

/** A key for a paragraph of the person's own that no other has. */
function ownKey(edits: ReportEdits): string {
  const taken = edits.added.map(({ key }) => Number(key.slice('own.'.length)))
  return `own.${String(Math.max(0, ...taken) + 1)}`
}

interface Asked {
  readonly key: string
  readonly text?: string
  readonly hidden?: boolean
  readonly auto?: boolean
  readonly after?: boolean
}

const putPiece = (edits: ReportEdits, key: string, piece: PieceEdit): ReportEdits => ({ ...edits, pieces: { ...edits.pieces, [key]: piece } })

const dropPiece = (edits: ReportEdits, key: string): ReportEdits => ({ ...edits, pieces: Object.fromEntries(Object.entries(edits.pieces).filter(([one]) => one !== key)) })

/** A paragraph of one's own goes; those behind it stay where it stood. */
function dropOwn(edits: ReportEdits, key: string): ReportEdits {
  const gone = edits.added.find((one) => one.key === key)
  return { ...edits, added: edits.added.filter((one) => one !== gone).map((one) => (one.after === key ? { ...one, after: gone?.after ?? one.after } : one)) }
}

/** The edits after one more; the key of the paragraph that it made or changed. */
function edited(edits: ReportEdits, input: DocumentInput, asked: Asked): Result<{ readonly edits: ReportEdits; readonly key: string }> {
  const { key, text } = asked
  const blocks = editedReport(input).composed.blocks.filter(isText)
  const shown = blocks.find((block) => block.key === key)
  const known = edits.pieces[key]
  if (asked.after === true) {
    const fresh = ownKey(edits)
    return ok({ key: fresh, edits: { ...edits, added: [...edits.added, { key: fresh, after: key, text: keepSlots({ text: '' }, text ?? '') }] } })
  }
  const own = edits.added.find((one) => one.key === key)
  if (own) {
    if (asked.auto === true || asked.hidden === true || text?.trim() === '') return ok({ key, edits: dropOwn(edits, key) })
    return ok({ key, edits: { ...edits, added: edits.added.map((one) => (one === own ? { ...one, text: keepSlots(shown ?? { text: '' }, text ?? '') } : one)) } })
  }
  if (asked.auto === true) return ok({ key, edits: dropPiece(edits, key) })
  if (asked.hidden !== undefined) {
    const { hidden: _hidden, ...rest } = known ?? {}
    return ok({ key, edits: asked.hidden ? putPiece(edits, key, { ...rest, hidden: true }) : rest.text === undefined ? dropPiece(edits, key) : putPiece(edits, key, rest) })
  }
  if (text === undefined || !shown) return fail('not-found', { field: 'key', detail: { id: key } })
  const auto = editedReport({ ...input, edits: { ...edits, pieces: Object.fromEntries(Object.entries(edits.pieces).filter(([one]) => one !== key)) } }).composed.blocks.filter(isText).find((block) => block.key === key)
  const base = auto ? withSlots(auto) : ''
  const typed = keepSlots(shown, text)
  return ok({ key, edits: typed === base ? dropPiece(edits, key) : putPiece(edits, key, { text: typed, base }) })
}

export const editHandlers = {
  'report.draft': ({ year }, desk) => {
    const signed = signedOff(desk, year)
    if (signed?.composed) return ok(signedDraft(desk, year, signed, signed.composed))
    const input = townInput(desk, year)
    return input.ok ? ok(draftOf(input.value)) : input
  },
  'report.edit': ({ year, ...asked }, desk) => {
    if (signedOff(desk, year)) return fail('not-now', { field: 'year', detail: { because: 'report-signed' } })
    const input = townInput(desk, year)
    if (!input.ok) return input
    const done = edited(editsOf(desk, year), input.value, asked)
    if (!done.ok) return done
    keepEdits(desk, year, done.value.edits)
    return ok({ key: done.value.key })
  },
} satisfies Partial<Handlers<Desk>>
