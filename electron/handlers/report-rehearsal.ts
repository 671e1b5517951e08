/** The rehearsal of a year's hand-in: documents, the county's form, identities and package are made in memory and thrown away. */
import type { MissingRecord, Rehearsal } from '../../shared/contract/rehearsal'
import { computeAll } from '../../shared/indicators'
import type { Question } from '../../shared/measures/indicator'
import { deputiesAt } from '../../shared/measures/deputies-at'
import { textOf } from '../../shared/facts'
import { declarationOf } from '../../shared/records'
import { emptyCompleteFields } from '../../shared/records/data-quality'
import { movedFigures } from '../../shared/report/moved'
import { fail, ok, type Result } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { filledForm } from './county-form'
import type { Desk } from './desk'
import { packageAside } from './exchange-aside'
import { shownTitle } from './print-record'
import { makeDocument, statsOf, yearPeriod, type Kind } from './report-compose'
import { questionOf } from './stats'
import { todosOf } from './todo-source'

const kinds: readonly Kind[] = ['annual', 'table', 'suggestions', 'publication']
const mostMoved = 20

/** Records behind the year's figures, and the people in office: what a person would have to fill in before handing in. */
function recordsOfYear(question: Question): ReadonlySet<string> {
  const ids = new Set<string>()
  for (const [id, computed] of computeAll(question)) {
    if (id.startsWith('B10.')) continue
    for (const measure of [computed, ...(computed.parts ?? [])]) for (const rec of measure.ids ?? []) ids.add(rec)
  }
  for (const mandate of deputiesAt(question.facts, question.period.to)) {
    ids.add(mandate.id)
    ids.add(question.facts.resolve(textOf(mandate.fields, 'person')))
  }
  const office = question.facts.all('office')[0]
  if (office) ids.add(office.id)
  return ids
}

function missingRecords(desk: Desk, question: Question): readonly MissingRecord[] {
  const { facts } = question
  return [...recordsOfYear(question)].flatMap((id): readonly MissingRecord[] => {
    const rec = facts.get(id)
    const declaration = rec ? declarationOf(rec.type) : null
    if (!rec || !declaration) return []
    const keys = emptyCompleteFields(declaration, rec.fields, facts)
    if (keys.length === 0) return []
    return [{ id, type: rec.type, label: declaration.label, title: shownTitle(desk, id, rec.type), fields: keys.map((key) => declaration.fields[key]?.label ?? key), by: desk.store.history(id).at(-1)?.by ?? '' }]
  }).sort((a, b) => b.fields.length - a.fields.length || a.label.localeCompare(b.label, 'zh-CN') || a.title.localeCompare(b.title, 'zh-CN') || (a.id < b.id ? -1 : 1))
}

function byPerson(missing: readonly MissingRecord[]): Rehearsal['by_person'] {
  const people = new Map<string, { name: string; records: number; fields: number }>()
  for (const { by, fields } of missing) {
    const known = people.get(by) ?? { name: by, records: 0, fields: 0 }
    people.set(by, { name: by, records: known.records + 1, fields: known.fields + fields.length })
  }
  return [...people.values()].sort((a, b) => b.fields - a.fields || a.name.localeCompare(b.name, 'zh-CN'))
}

async function rehearse(desk: Desk, year: number): Promise<Result<Rehearsal>> {
  const { office } = desk.store
  if (office.role !== 'town') return fail('wrong-role', { detail: { role: office.role } })
  const period = yearPeriod(year, desk.today)
  const stats = statsOf(desk, period)
  if (!stats.ok) return stats
  const files: { name: string; bytes: number; missing: number }[] = []
  const text = new Set<string>()
  for (const kind of kinds) {
    const made = await makeDocument(desk, year, kind)
    if (!made.ok) return made
    files.push({ name: made.value.name, bytes: made.value.bytes.length, missing: made.value.missing.length })
    for (const words of made.value.missing) text.add(words)
  }
  const form = filledForm(desk, period)
  if (!form.ok) return form
  const missing = missingRecords(desk, questionOf(desk, office.code, period))
  return ok({
    year, ...period, files, text: [...text], form: form.value ? { name: form.value.name, filled: form.value.filled, unknown: form.value.unknown } : null,
    broken: stats.value.checks.filter((check) => !check.ok), held: stats.value.checks.filter((check) => check.ok && check.detail !== '不适用').length, pack: await packageAside(desk), missing, by_person: byPerson(missing),
    late: todosOf(desk).filter(({ state }) => state === 'late').length, moved: movedFigures(stats.value.indicators, stats.value.before ?? [], mostMoved),
  })
}

export const rehearsalHandlers = {
  'report.rehearse': ({ year }, desk) => rehearse(desk, year ?? Number(desk.today.slice(0, 4))),
} satisfies Partial<Handlers<Desk>>
