/** Official papers of single records: minutes, notices, announcements, letters of reply, briefs; one at a time, or all of a year into a folder of their own. */
import path from 'node:path'
import type { MadeFile } from '../../shared/contract/figures'
import { fileSafe } from '../../shared/exchange/names'
import { intOf, textOf, type Facts } from '../../shared/facts'
import type { Rec } from '../../shared/record'
import type { Composed } from '../../shared/report/block'
import type { PaperKind } from '../../shared/report/papers/kinds'
import { paperName, paperOf, papers, papersOf, recordsFor } from '../../shared/report/papers/paper'
import { rareIn, sayRare, wordsOf } from '../../shared/report/rare'
import { fail, ok, type Result } from '../../shared/result'
import { printableHtml, printablePapers } from '../documents/html'
import { docxOf } from '../documents/write-document'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { putDocument } from './put-document'
import type { Job } from './job'
import { fileName } from './report-compose'

/** A town writes its own papers; the county none in a town's name. */
function townFacts(desk: Desk): Result<Facts> {
  return desk.store.office.role === 'town' ? ok(desk.store.facts([desk.store.office.code])) : fail('wrong-role', { field: 'kind', detail: { role: desk.store.office.role } })
}

const compose = (desk: Desk, facts: Facts, rec: Rec, kind: PaperKind): Composed => paperOf(kind, { facts, rec, office: desk.store.office.name, asAt: desk.today, rules: desk.rules })

const nameOf = (desk: Desk, facts: Facts, rec: Rec, kind: PaperKind, ending: string): string => `${fileSafe(`${desk.store.office.name}_${paperName(kind, facts, rec)}`)}.${ending}`

/** The latest answer to a suggestion. */
const lastReply = (facts: Facts, suggestion: Rec): Rec | null => facts.where('reply', 'suggestion', suggestion.id)
  .toSorted((a, b) => (intOf(a.fields, 'round') ?? 0) - (intOf(b.fields, 'round') ?? 0) || textOf(a.fields, 'reply_on').localeCompare(textOf(b.fields, 'reply_on')) || (a.id < b.id ? -1 : 1)).at(-1) ?? null

interface Asked {
  readonly facts: Facts
  readonly rec: Rec
}

function asked(desk: Desk, id: string, kind: PaperKind): Result<Asked> {
  const facts = townFacts(desk)
  if (!facts.ok) return facts
  const found = facts.value.get(id)
  const rec = kind === 'reply' && found?.type === 'suggestion' ? lastReply(facts.value, found) : found
  if (!rec) return fail('not-found', { field: 'id', detail: { id } })
  return papersOf(rec).includes(kind) ? ok({ facts: facts.value, rec }) : fail('not-now', { field: 'kind', detail: { kind, type: rec.type, status: rec.status ?? '' } })
}

export interface MadePapers {
  readonly files: readonly MadeFile[]
  readonly missing: readonly string[]
  readonly words: string
}

/** `taken` = names that this folder has of this making: two events of one day and name are two files. */
async function makeOne(desk: Desk, { facts, rec }: Asked, kind: PaperKind, out: string, taken = new Set<string>()): Promise<Result<MadePapers>> {
  const composed = compose(desk, facts, rec, kind)
  const name = nameOf(desk, facts, rec, kind, 'docx')
  let free = name
  for (let n = 2; taken.has(free); n++) free = name.replace(/\.docx$/u, `_${String(n)}.docx`)
  taken.add(free)
  const file = await putDocument(desk, out, free, 'docx', await docxOf(composed.title, composed.blocks))
  return file.ok ? ok({ files: [file.value], missing: composed.missing, words: wordsOf(composed.blocks) }) : file
}

/** Every paper of a kind of a year, each a file, in a folder of their own; what is called off leaves those that were made. Errors: cancelled, and those of writing. */
export async function makePapers(desk: Desk, year: number, kind: PaperKind, out: string, job: Job): Promise<Result<MadePapers>> {
  const facts = townFacts(desk)
  if (!facts.ok) return facts
  const folder = path.join(out, fileSafe(`${desk.store.office.name}_${String(year)}年_${papers[kind].word}`))
  const made: MadePapers[] = []
  const taken = new Set<string>()
  const all = recordsFor(facts.value, kind, year)
  for (const [at, rec] of all.entries()) {
    if (job.signal.aborted) return fail('cancelled')
    job.progress(papers[kind].word, at, all.length)
    const one = await makeOne(desk, { facts: facts.value, rec }, kind, folder, taken)
    if (!one.ok) return one
    made.push(one.value)
  }
  return ok({ files: made.flatMap(({ files }) => files), missing: made.flatMap(({ missing }) => missing), words: made.map(({ words }) => words).join('') })
}

/** The same behind each other as one page for PDF. */
export function papersHtml(desk: Desk, year: number, kind: PaperKind): Result<{ readonly html: string; readonly name: string }> {
  const facts = townFacts(desk)
  if (!facts.ok) return facts
  const all = recordsFor(facts.value, kind, year).map((rec) => compose(desk, facts.value, rec, kind).blocks)
  return ok({ html: printablePapers(papers[kind].word, all), name: fileName(desk.store.office.name, year, papers[kind].word, 'pdf') })
}

export const officialHandlers = {
  'official.make': async ({ id, kind, out }, desk) => {
    const found = asked(desk, id, kind)
    if (!found.ok) return found
    const made = await makeOne(desk, found.value, kind, out)
    if (!made.ok) return made
    desk.store.events.note({ kind: 'export', by: desk.by, about: `paper ${kind}`, detail: { files: 1 } })
    const rare = rareIn(made.value.words)
    return ok({ files: made.value.files, missing: made.value.missing, ...(rare.length === 0 ? {} : { rare: rare.map(sayRare) }) })
  },
  'official.html': ({ id, kind }, desk) => {
    const found = asked(desk, id, kind)
    if (!found.ok) return found
    const composed = compose(desk, found.value.facts, found.value.rec, kind)
    return ok({ html: printableHtml(composed.title, composed.blocks), name: nameOf(desk, found.value.facts, found.value.rec, kind, 'pdf') })
  },
} satisfies Partial<Handlers<Desk>>
