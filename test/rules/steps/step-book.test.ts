import { describe, expect, it, vi } from 'vitest'
import { declarationOf } from '../../../shared/records'
import type * as refuseModule from '../../../shared/steps/refuse'
import { refusalReasons, type Earlier } from '../../../shared/steps/refuse'
import { machineOf, machines } from '../../../shared/steps'
import type { Data } from '../../../shared/fields'
import { chapters } from './book'
import { filled, fromOf, isRefused, place, type Allowed, type Chapter, type Place, type Refused } from './book/book'

// Every step of every status machine and every refusal, as a sentence with its source (domain.md A.34 and the laws it names). The book is
// written from the tables; what a machine does beyond them, or no longer does, fails here.

/** Days that the machines compare: watched, so that no order of days is left out of the book. */
const compared = vi.hoisted(() => new Set<string>())
vi.mock('../../../shared/steps/refuse', async (original) => {
  const real = await original<typeof refuseModule>()
  const notBefore = (field: string, day: unknown, label: string, ...earlier: readonly Earlier[]) => {
    for (const [, firstLabel] of earlier) compared.add(`${field} < ${firstLabel}`)
    return real.notBefore(field, day, label, ...earlier)
  }
  return { ...real, notBefore }
})

/** The record of a row in its place, before the step. */
function scene(chapter: Chapter, row: Allowed | Refused, from: string, without?: string): { readonly at: Place; readonly id: string; readonly given: Data } {
  const at = place(row.role)
  const has = { ...filled(chapter.has, at), ...filled(row.has, at) }
  const log = has['status_log']
  const id = at.world.add(chapter.type, drop(has, without), from)
  // a history of its own: a draft that was handed in before
  if (log !== undefined) at.world.records.set(id, { ...at.world.get(id), fields: { ...at.world.get(id).fields, status_log: log } })
  row.beside?.(at, id)
  return { at, id, given: drop(filled(row.given, at), without) }
}

const drop = (data: Data, key: string | undefined): Data => Object.fromEntries(Object.entries(data).filter(([name]) => name !== key))

const tomorrow = '2026-01-01'
const labelOf = (type: string, step: string): string => machineOf(type)?.steps.find((one) => one.name === step)?.label ?? step
const title = (row: Allowed | Refused, says: string): string => `${row.step}: ${says} (${row.source ?? ''})`

const allowedOf = (chapter: Chapter): readonly Allowed[] => chapter.rows.filter((row): row is Allowed => !isRefused(row))
const refusedOf = (chapter: Chapter): readonly Refused[] => chapter.rows.filter(isRefused)

describe.each(chapters.map((chapter) => [chapter.type, chapter.source, chapter] as const))('%s (%s)', (type, _, chapter) => {
  it(`begins as ${chapter.first}`, () => {
    expect(declarationOf(type)?.firstStatus).toBe(chapter.first)
  })

  describe.each(allowedOf(chapter).map((row) => [title(row, row.says), row] as const))('%s', (_title, row) => {
    it.each(fromOf(row))('from %s', (from) => {
      const { at, id, given } = scene(chapter, row, from)
      const done = at.world.act(id, row.step, given)
      expect(done.ok ? { status: done.value.status, warns: done.value.warnings.map((warning) => warning.code) } : done)
        .toEqual({ status: row.then === 'same' ? from : row.then, warns: row.warns ?? [] })
      expect(at.world.get(id).status).toBe(row.then === 'same' ? from : row.then)
    })

    it.each(row.needs ?? [])(`${labelOf(type, row.step)} is refused without %s`, (key) => {
      const { at, id, given } = scene(chapter, row, fromOf(row)[0] ?? '', key)
      expect(at.world.refused(id, row.step, given)).toMatchObject({ code: 'not-now', because: 'input-missing', field: key, missing: [key] })
    })

    it.each(row.before ?? [])('%s of %s lies before the %s', (field, day, label) => {
      const { at, id, given } = scene(chapter, row, fromOf(row)[0] ?? '')
      const done = at.world.act(id, row.step, { ...given, [field]: day })
      expect(done).toMatchObject({ ok: false, code: 'date-order', field, detail: { firstLabel: label, second: day } })
    })

    it.each(row.day === undefined ? [] : [row.day])('%s in the future is no fact yet', (field) => {
      const { at, id, given } = scene(chapter, row, fromOf(row)[0] ?? '')
      expect(at.world.refused(id, row.step, { ...given, [field]: tomorrow })).toEqual({ code: 'date-future', field })
    })
  })

  it.each(refusedOf(chapter).flatMap((row) => fromOf(row).map((from) => [title(row, `refuses ${row.refuses}`), from, row] as const)))('%s', (_title, from, row) => {
    const { at, id, given } = scene(chapter, row, from)
    const { missing: _missing, ...said } = at.world.refused(id, row.step, given)
    expect(said).toEqual({ code: row.code, ...(row.because === undefined ? {} : { because: row.because }), ...(row.field === undefined ? {} : { field: row.field }) })
  })

  it('refuses every step from every other status, naming those it may start from', () => {
    const machine = machineOf(type)
    const statuses = machine?.steps.find((step) => step.name === 'undo_step')?.from ?? []
    const book = new Map<string, Set<string>>()
    for (const row of allowedOf(chapter)) book.set(row.step, new Set([...(book.get(row.step) ?? []), ...fromOf(row)]))
    let tried = 0
    for (const [step, from] of book) {
      for (const status of statuses.filter((one) => !from.has(one))) {
        const at = place('county')
        const id = at.world.add(type, filled(chapter.has, at), status)
        const done = at.world.act(id, step, {})
        expect({ step, status, done }).toMatchObject({ step, status, done: { ok: false, code: 'not-now', detail: { because: 'wrong-status' } } })
        tried++
      }
    }
    expect(tried).toBeGreaterThan(0)
    expect(machine?.steps.filter((step) => step.name !== 'undo_step').map((step) => step.name).sort()).toEqual([...book.keys()].sort())
  })

  it('has nothing that the book does not say: statuses, needed fields, days', () => {
    for (const step of machineOf(type)?.steps.filter((one) => one.name !== 'undo_step') ?? []) {
      const rows = allowedOf(chapter).filter((row) => row.step === step.name)
      const said = {
        step: step.name, from: [...new Set(rows.flatMap(fromOf))].sort(), to: [...new Set(rows.map((row) => row.then))].sort(),
        needs: [...new Set(rows.flatMap((row) => row.needs ?? []))].sort(),
        days: [...new Set(rows.flatMap((row) => row.day ?? []))].sort(),
      }
      const own = step.inputs.filter((input) => (input.required ?? input.requiredIf) && input.key !== step.on).map((input) => input.key)
      const again = step.onIf ? ['date'] : []
      expect(said).toMatchObject({ step: step.name, from: [...step.from].sort(), to: [...step.to].sort(), days: [...(step.on === undefined ? [] : [step.on]), ...again].sort() })
      expect({ step: step.name, unsaid: own.filter((key) => !said.needs.includes(key)) }).toEqual({ step: step.name, unsaid: [] })
    }
  })

  it('compares no two days that the book does not name', () => {
    compared.clear()
    for (const row of chapter.rows) {
      const { at, id, given } = scene(chapter, row, fromOf(row)[0] ?? '')
      at.world.act(id, row.step, given)
    }
    const seen = [...compared]
    // a decision on a deputy runs steps of the mandate, whose days are in its own chapter
    const told = type === 'recall' ? chapters.filter((one) => [type, 'mandate'].includes(one.type)) : [chapter]
    const said = new Set(told.flatMap(allowedOf).flatMap((row) => row.before ?? []).map(([field, , label]) => `${field} < ${label}`))
    for (const row of refusedOf(chapter).filter((one) => one.code === 'date-order')) {
      const { at, id, given } = scene(chapter, row, fromOf(row)[0] ?? '')
      const done = at.world.act(id, row.step, given)
      if (!done.ok) said.add(`${done.field ?? ''} < ${String(done.detail?.['firstLabel'])}`)
    }
    expect(seen.filter((order) => !said.has(order))).toEqual([])
  })
})

describe('the book as a whole', () => {
  it('has a chapter for every machine', () => {
    expect(chapters.map((chapter) => chapter.type)).toEqual(machines.map((machine) => machine.type))
  })

  it('names every reason for which a step is refused', () => {
    const said = new Set(chapters.flatMap(refusedOf).map((row) => row.because))
    // of every step: its status and its needed fields; of taking back: test/rules/steps/engine.test.ts; of a signed report: test/handlers/report-frozen.test.ts
    const elsewhere = ['nothing-to-undo', 'made-record-in-use', 'other-record-moved-on', 'report-signed']
    expect(refusalReasons.filter((reason) => !said.has(reason) && !elsewhere.includes(reason))).toEqual([])
  })

  it('gives the source of every row', () => {
    expect(chapters.flatMap((chapter) => chapter.rows).filter((row) => (row.source ?? '') === '')).toEqual([])
  })
})
