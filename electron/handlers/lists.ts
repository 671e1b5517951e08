/** Lists, search and the page of one record. */
import type { ChildList, RecordPage } from '../../shared/contract/records'
import { intOf, textOf } from '../../shared/facts'
import type { Field } from '../../shared/fields'
import { beganKey } from '../../shared/measures/began'
import { compareKeys, orderKey } from '../../shared/parse/natural-order'
import type { Rec } from '../../shared/record'
import { declarationOf, declarations } from '../../shared/records'
import { emptyCompleteFields } from '../../shared/records/data-quality'
import { fail, ok } from '../../shared/result'
import { stepFields } from '../../shared/steps/run-step'
import { dayKey } from '../../shared/steps/step-input'
import { machineOf, stepOf } from '../../shared/steps'
import { lastStep } from '../../shared/steps/status-log'
import type { Machine, Step } from '../../shared/steps/step'
import { needsOf } from '../../shared/suggestions/needs'
import { timelineOf } from '../../shared/suggestions/timeline'
import type { Handlers } from '../ipc/route'
import { canSort, defaultSort } from '../store/typed-schema'
import type { Desk } from './desk'
import { hasAtCounty } from './at-county'
import { conditionsFor, orgOf } from './list-conditions'
import { valuesFor } from './list-values'
import { standingDoubts } from './prepare'
import { printRecord, shownTitle } from './print-record'
import { titlesFor } from './titles'
import { todosOf } from './todo-source'

interface ChildKind {
  readonly type: string
  readonly label: string
  /** The field that points at the parent. */
  readonly key: string
}

/** Child types: those whose field points at this type as a parent. */
function childKinds(type: string): readonly ChildKind[] {
  const kinds: ChildKind[] = []
  for (const declaration of Object.values(declarations)) {
    const keys = new Set((declaration.parents ?? []).map((parent) => parent.field))
    for (const [key, field] of Object.entries(declaration.fields)) {
      const points = field.kind === 'ref' && (keys.has(key) || key === 'source_ref') && (field.to ?? []).includes(type)
      if (points) kinds.push({ type: declaration.type, label: declaration.label, key })
    }
  }
  return kinds
}

const shownChildren = 200

/** Children stand by their number within this record, else as in their own list: by their date, the newest first, else as they are counted. */
function inOrder(desk: Desk, { type, key: parent }: ChildKind, rows: readonly Rec[]): readonly Rec[] {
  const declaration = declarationOf(type)
  if (declaration === null) return rows
  if (declaration.numberedWithin !== undefined && declaration.fields['no'] === undefined) return rows
  const usual = declaration.numberedWithin === undefined ? defaultSort(declaration) : { key: 'no', descending: false }
  // All of them have the same parent: what tells them apart is the next column.
  const key = usual.key === parent ? declaration.columns.find((one) => one !== parent && canSort(declaration, one)) ?? usual.key : usual.key
  const { descending } = usual
  const sort = declaration.fields[key]?.kind
  // By the name of the deputy, not by an id.
  const named = (id: string): string => (id === '' ? '' : desk.store.title(desk.store.resolve(id)))
  const value = (rec: Rec): string => orderKey(sort === 'ref' ? named(textOf(rec.fields, key)) : sort === 'int' ? String(intOf(rec.fields, key) ?? '') : textOf(rec.fields, key))
  return rows.map((rec) => ({ rec, value: value(rec) })).sort((a, b) => (descending ? -1 : 1) * compareKeys(a.value, b.value) || (a.rec.id < b.rec.id ? -1 : 1)).map(({ rec }) => rec)
}

function childrenOf(desk: Desk, rec: Rec): ChildList[] {
  const lookup = desk.store.lookup()
  const lists: ChildList[] = []
  for (const kind of childKinds(rec.type)) {
    const rows = inOrder(desk, kind, lookup.where(kind.type, kind.key, rec.id))
    if (rows.length > 0) lists.push({ ...kind, rows: rows.slice(0, shownChildren).map((row) => printRecord(desk, row)), total: rows.length })
  }
  return lists
}

/** A field as it crosses to the window: plain values only, because a function cannot cross. */
const plainField = (field: Field): Field => Object.fromEntries(Object.entries(field).filter(([, value]) => typeof value !== 'function')) as unknown as Field

/** Whose step it is; taking one back is a matter of the side that made it. */
const sideOf = (machine: Machine, rec: Rec, { name, of }: Step): Step['of'] => (name === 'undo_step' ? stepOf(machine.type, lastStep(rec)?.step ?? '')?.of : of)

/** The steps of a record as its page offers them. */
export function stepsOf(desk: Desk, rec: Rec): RecordPage['steps'] {
  const machine = machineOf(rec.type)
  const declaration = desk.layouts.declaration(rec.type, rec.org)
  if (!machine || !declaration || rec.deleted) return []
  return machine.steps.filter((step) => [undefined, desk.store.office.role].includes(sideOf(machine, rec, step))).map((step) => {
    const fields = stepFields(step, declaration, declarationOf)
    return {
      name: step.name, label: step.label, open: step.from.includes(rec.status ?? ''),
      inputs: step.inputs.flatMap((input) => {
        const field: Field | undefined = fields[input.key]
        const onRecord = input.field === undefined && input.of === undefined ? rec.fields[input.key] : undefined
        // The day that the step takes where nobody gives one is shown, not only taken.
        const proposed = input.key === dayKey(step, rec) ? (step.dayElse?.(rec, desk.store.lookup(), {}, desk.today) ?? desk.today) : undefined
        return field ? [{ key: input.key, required: input.required === true, field: { ...plainField(field), ...(input.label === undefined ? {} : { label: input.label }), ...(input.codes === undefined ? {} : { only: input.codes(rec) }) }, value: onRecord ?? proposed }] : []
      }),
    }
  })
}

export const listHandlers = {
  'record.list': ({ type, where, text, limit, after, sort, descending, bin, town }, desk) => {
    if (!declarationOf(type)) return fail('unknown-type', { detail: { type } })
    const asked = conditionsFor(desk, type, where ?? {})
    if (!asked.ok) return asked
    const org = orgOf(desk, town)
    if (!org.ok) return org
    const page = desk.store.list(type, {
      limit: limit ?? 50, deleted: bin ? 'only' : 'without',
      ...asked.value, ...(text ? { text } : {}), ...(after ? { after } : {}), ...(sort ? { sort } : {}),
      ...(descending === undefined ? {} : { descending }), ...valuesFor(desk, type, sort), ...(org.value === undefined ? {} : { org: org.value }),
    })
    if (!page.ok) return page
    const rows = page.value.rows.map((rec) => printRecord(desk, rec))
    return ok({ rows, titles: desk.masks ? titlesFor(desk, rows) : {}, next: page.value.next, total: page.value.total })
  },
  'record.page': ({ id }, desk) => {
    const rec = desk.store.get(desk.store.resolve(id))
    if (!rec) return fail('not-found', { detail: { id } })
    const declaration = declarationOf(rec.type)
    if (!declaration) return fail('unknown-type', { detail: { type: rec.type } })
    const record = printRecord(desk, rec)
    const children = childrenOf(desk, rec)
    return ok({
      record, title: shownTitle(desk, rec.id, rec.type), titles: titlesFor(desk, [record, ...children.flatMap((list) => list.rows)]), steps: stepsOf(desk, rec), children,
      // What the county left open in its order is not the town's to fill in.
      incomplete: rec.deleted || (rec.type === 'county_order' && desk.store.office.role === 'town') ? [] : emptyCompleteFields(declaration, rec.fields, desk.store.lookup()), doubtful: standingDoubts(desk, rec),
      todos: rec.deleted ? [] : todosOf(desk).filter((todo) => todo.about?.id === rec.id),
      versions: desk.store.history(rec.id).length, at_county: hasAtCounty(desk, rec),
    })
  },
  'suggestion.course': ({ id }, desk) => {
    const rec = desk.store.get(desk.store.resolve(id))
    if (!rec) return fail('not-found', { detail: { id } })
    if (rec.type !== 'suggestion') return fail('unknown-type', { detail: { type: rec.type } })
    const office = desk.store.get(desk.store.uidOf('office', {}, rec.org) ?? '')
    const input = { suggestion: rec, lookup: desk.store.lookup(), rules: desk.rules, today: desk.today, began: textOf(office?.fields ?? {}, beganKey) }
    return ok({ timeline: timelineOf(input), needs: needsOf(input) })
  },
  'search.all': ({ text, limit }, desk) => ok({
    hits: desk.store.search(text, limit ?? 30).map((hit) => {
      const rec = desk.store.get(hit.id)
      return { ...hit, title: hit.type === 'visitor' ? shownTitle(desk, hit.id, hit.type) : hit.title, note: [desk.layouts.declaration(hit.type)?.label ?? hit.type, rec?.status ?? ''].filter((word) => word !== '').join(' · ') }
    }),
  }),
} satisfies Partial<Handlers<Desk>>
