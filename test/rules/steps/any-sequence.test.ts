import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codeTables } from '../../../shared/codes'
import { textOf } from '../../../shared/facts'
import type { Data, Field, Value } from '../../../shared/fields'
import { declarationOf } from '../../../shared/records'
import { addDays } from '../../../shared/rules/calendar'
import { stepFields } from '../../../shared/steps/run-step'
import { machineOf, machines } from '../../../shared/steps'
import type { Machine, Step } from '../../../shared/steps/step'
import { refusalsOf, warningsOf, waysOf } from './book'
import { forbidden } from './forbidden'
import { World } from './world'

// Whatever people type in whatever order, a record never reaches a state that the tables forbid, and every step can be taken back.

/** Dice with a seed (mulberry32): a walk is one number, so that fast-check can show the one that failed. */
function diceOf(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (count: number): number => Math.floor(next() * count)
  return { upTo, oneIn: (count: number): boolean => upTo(count) === 0, of: <T>(values: readonly T[]): T | undefined => values[upTo(values.length)] }
}

type Dice = ReturnType<typeof diceOf>

/** Any value of the field's kind; references point at what the world has. Days mostly follow the last, now and then they are any day. */
function valueOf(dice: Dice, world: World, field: Field, cursor: string): Value {
  const ids = [...world.records.values()].filter((rec) => field.to?.includes(rec.type)).map((rec) => rec.id)
  switch (field.kind) {
    case 'date': return dice.oneIn(12) ? addDays('2025-01-01', dice.upTo(360)) : cursor
    case 'month': case 'ym': return '2025-11'
    case 'int': case 'money': return dice.upTo(100)
    case 'flag': return dice.oneIn(2)
    // the first code is the usual one in most tables; only 不满意 leads to the late rounds
    case 'choice': return field.codes === 'rate' && !dice.oneIn(3) ? '3' : (field.codes && !dice.oneIn(4) ? dice.of(codeTables[field.codes].entries)?.code : undefined) ?? '1'
    case 'ref': case 'file': return dice.of(ids) ?? 'file-1'
    case 'refs': case 'files': return ids.filter(() => dice.oneIn(2)).concat(dice.of(ids) ?? 'file-1').slice(0, 6)
    case 'list': return [0, 1].map(() => Object.fromEntries(Object.entries(field.items ?? {}).map(([key, item]) => [key, valueOf(dice, world, item, cursor) as string])))
    case 'text': case 'longText': case 'derived': return '一'
  }
}

/** A step that the status mostly allows, with all that the table asks for or, now and then, less. */
function move(dice: Dice, world: World, machine: Machine, id: string, cursor: string): { readonly name: string; readonly input: Data } {
  const declaration = declarationOf(machine.type)
  const forward = machine.steps.filter((one) => one.name !== 'undo_step' && one.from.includes(world.get(id).status ?? ''))
  const step = dice.of(dice.oneIn(15) || forward.length === 0 ? machine.steps : forward)
  if (!declaration || !step) throw new Error(machine.type)
  const odds = dice.of([Infinity, Infinity, 3, 8]) ?? 3
  const fields = Object.entries(stepFields(step, declaration, declarationOf)).filter(([key]) => odds === Infinity || !dice.oneIn(odds) || key === step.on)
  const input = Object.fromEntries(fields.map(([key, field]) => [key, valueOf(dice, world, field, cursor)]))
  // a unit need not be named where one alone is waited for
  return { name: step.name, input: dice.oneIn(2) ? input : Object.fromEntries(Object.entries(input).filter(([key]) => key !== 'unit')) }
}

function scene(type: string): { readonly world: World; readonly id: string } {
  const world = new World()
  const { term, session, mandates, roads } = world.term(6)
  const parents: Readonly<Record<string, Data>> = {
    mandate: { person: 'p', level: '5', term, nth: 1 }, session: { term, no: 4, kind: '2' }, presidium_meeting: { term, no: 4 }, suggestion: { title: '一', body: '二', mode: '3' },
    inquiry: { kind: '2', title: '一' }, recall: { kind: '4', target: mandates[0] }, by_election: { constituency: 'c' }, finding: { supervision: 's', no: 1, problem: '一' },
    voter_matter: { received_on: '2025-01-01', content: '一' }, debrief: { mandate: mandates[0] }, supervision: { form: '02', topic: '一' },
  }
  world.add('vote', { meeting: session, kind: '1', total: 6, for_count: 5 })
  world.add('vote', { meeting: session, kind: '1', total: 6, for_count: 1 })
  world.add('suggestion', { title: '别的' }, '已交办')
  world.add('organisation', { name: '镇水利站', near: roads })
  world.role = 'county'
  const rec = world.get(term)
  world.records.set(term, { ...rec, fields: { ...rec.fields, end_on: '2025-11-30' } })
  return { world, id: world.add(type, parents[type] ?? { title: '一', kind: '04' }) }
}

/** A suggestion that two units answer, together or apart. */
function assigned(dice: Dice): { readonly world: World; readonly id: string } {
  const { world, id } = scene('suggestion')
  const units = [...world.records.values()].filter((rec) => rec.type === 'organisation').map((rec) => rec.id)
  const [lead = ''] = [...world.records.values()].filter((rec) => rec.type === 'mandate').map((rec) => rec.id)
  world.did(id, 'submit', { raised_on: '2025-01-05', period: '2', lead })
  world.did(id, 'review', { review_on: '2025-01-06', accept: '1' })
  world.did(id, 'assign', { assigned_on: '2025-01-07', host: units[0] ?? '', cohosts: units.slice(1, 1 + dice.upTo(2)), mode: '3' })
  return { world, id }
}

/** All content without the logs: what undo has to bring back. */
const content = (world: World): unknown =>
  [...world.records.values()].map(({ id, status, fields: { status_log: _, ...fields } }) => ({ id, status, fields })).sort((a, b) => (a.id < b.id ? -1 : 1))

const walked = new Set<string>()

describe.each(machines.map((machine) => machine.type))('any sequence of steps on %s', (type) => {
  it('reaches no forbidden state, keeps an unbroken log, and can be taken back step by step', () => {
    const machine = machineOf(type)
    if (!machine) throw new Error(type)
    const told: Told = { ways: new Set(), warnings: new Set(), refusals: new Set() }
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = diceOf(seed)
        const { world, id } = type === 'suggestion' && dice.oneIn(2) ? assigned(dice) : scene(type)
        for (let at = 0; at < 20; at++) {
          const { name, input } = move(dice, world, machine, id, addDays('2025-01-20', 14 * at))
          const before = content(world)
          const from = world.get(id).status ?? ''
          const done = world.act(id, name, input)
          if (name !== 'undo_step') tell(told, name, from, done)
          expect(forbidden(world, id)).toEqual([])
          if (!done.ok) {
            expect(content(world)).toEqual(before)
            continue
          }
          walked.add(`${type}.${name}`)
          const live = world.log(id).filter((row) => row.undone !== true)
          expect(live.slice(1).map((row) => row.from)).toEqual(live.slice(0, -1).map((row) => row.to))
          expect(live.at(-1)?.to).toBe(world.get(id).status)
          if (name === 'undo_step') continue
          const after = withoutNewIds(content(world))
          world.did(id, 'undo_step', { reason: '试一试' })
          expect(content(world)).toEqual(before)
          world.did(id, name, input)
          expect(withoutNewIds(content(world))).toEqual(after)
        }
      }),
      { numRuns: 100, seed: 20251124, endOnFailure: true },
    )
    expect(machine.steps.map((step) => `${type}.${step.name}`).filter((step) => !walked.has(step))).toEqual([])
    // nothing that a machine does or refuses is left out of the book (test/rules/steps/book)
    expect({ ways: not(waysOf(type), told.ways), warnings: not(warningsOf(type), told.warnings), refusals: not(refusalsOf(type), told.refusals) })
      .toEqual({ ways: [], warnings: [], refusals: [] })
  })
})

/** What a machine did and said in the walks, in the words of the book. */
interface Told {
  readonly ways: Set<string>
  readonly warnings: Set<string>
  readonly refusals: Set<string>
}

/** Refusals that every step has, tried one by one in step-book.test.ts. */
const ofEveryStep = ['wrong-status', 'input-missing']

function tell({ ways, warnings, refusals }: Told, name: string, from: string, done: ReturnType<World['act']>): void {
  if (done.ok) {
    ways.add(`${name}: ${from} > ${done.value.status}`)
    for (const warning of done.value.warnings) warnings.add(`${name}: ${warning.code}`)
    return
  }
  const because = typeof done.detail?.['because'] === 'string' ? done.detail['because'] : undefined
  if (ofEveryStep.includes(because ?? '') || ['date-future', 'date-order'].includes(done.code)) return
  refusals.add([`${name}:`, done.code, because, done.field].filter((part) => part !== undefined).join(' '))
}

const not = (book: ReadonlySet<string>, seen: ReadonlySet<string>): readonly string[] => [...seen].filter((one) => !book.has(one)).sort()

const withoutNewIds = (value: unknown): string => JSON.stringify(value).replace(/new-\d+/g, 'new')

/** The machine without what guards it: every step from every status, nothing needed, nothing refused. */
function unguarded(machine: Machine, dice: Dice): Machine {
  const statuses = machine.steps.find((step) => step.name === 'undo_step')?.from ?? []
  const free = machine.steps.filter((step) => step.name !== 'undo_step').map((step): Step => ({
    ...step, from: statuses, inputs: step.inputs.map(({ required: _required, requiredIf: _requiredIf, ...input }) => input),
    run: ({ rec, newId }) => {
      const status = dice.of(step.to)
      const answer = step.name === 'reply' ? [{ type: 'reply', id: newId(), isNew: true as const, fields: { suggestion: rec.id, round: 1, unit: 'u' } }] : []
      return { ok: true, side: answer, ...(status === undefined || status === 'same' ? {} : { status }) }
    },
  }))
  return { ...machine, steps: free }
}

describe.each(machines)('a machine of $type without its guards', (machine) => {
  it('reaches states that are forbidden', () => {
    const wrong = new Set<string>()
    for (let seed = 0; seed < 20; seed++) {
      const dice = diceOf(seed)
      const { world, id } = scene(machine.type)
      const free = unguarded(machine, dice)
      world.machines.set(machine.type, free)
      for (let at = 0; at < 12; at++) {
        const { name, input } = move(dice, world, free, id, addDays('2025-01-20', 14 * at))
        if (world.act(id, name, input).ok) for (const one of forbidden(world, id)) wrong.add(one)
      }
    }
    expect([...wrong]).not.toEqual([])
  })
})

describe('the guards of a suggestion', () => {
  it('hold after any sequence of steps', () => {
    const machine = machineOf('suggestion')
    if (!machine) throw new Error('suggestion')
    const reached = new Set<string>()
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = diceOf(seed)
        const { world, id } = dice.oneIn(4) ? scene('suggestion') : assigned(dice)
        for (let at = 0; at < 24; at++) {
          const { name, input } = move(dice, world, machine, id, addDays('2025-01-20', 10 * at))
          world.act(id, name, input)
          reached.add(`${world.get(id).status ?? ''}${textOf(world.get(id).fields, 'close_reason')}`)
          expect(forbidden(world, id)).toEqual([])
        }
      }),
      { numRuns: 600, seed: 20251124, endOnFailure: true },
    )
    expect(['已评价', '重新办理', '待反馈', '协调处理', '已办结1', '已办结2', '已办结3'].filter((status) => !reached.has(status))).toEqual([])
  })
})
