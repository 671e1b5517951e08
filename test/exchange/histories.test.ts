import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fateOf } from '../../shared/exchange/placeholder'
import type { Version } from '../../shared/exchange/version'
import { long, seedOf, times, tried } from '../support/tried'
import { quietStep, runHistory, runQuietHistory, step, type Step } from './support/histories'
import { realRules, type Rules } from './support/memory-nodes'

const runs = times(2000, 100_000)
const seed = seedOf(20_260_811)

const history = fc.array(step, { minLength: 5, maxLength: 60, size: 'max' })
const quiet = fc.array(quietStep, { minLength: 5, maxLength: 50, size: 'max' })

/** The invariant that fails first, null when all hold. */
function broken<T>(arbitrary: fc.Arbitrary<T>, run: (steps: T) => void, numRuns: number, endOnFailure: boolean): string | null {
  const result = fc.check(fc.property(arbitrary, (steps) => { run(steps) }), { numRuns, seed, endOnFailure })
  if (!result.failed) return null
  const error = result.errorInstance instanceof Error ? result.errorInstance.message : String(result.errorInstance)
  return endOnFailure ? error : `${error} after ${JSON.stringify(result.counterexample)}`
}

describe('the exchange over random histories', () => {
  it(`keeps all invariants in ${runs} of them`, () => {
    const reached: Record<string, number> = {}
    const run = (steps: readonly Step[]): void => {
      for (const [what, n] of Object.entries(runHistory(realRules, steps))) reached[what] = (reached[what] ?? 0) + n
    }
    expect(broken(history, run, runs, false)).toBeNull()
    // Histories that never come to what the rules are about would prove nothing.
    expect(Object.entries(reached).filter(([, n]) => n < runs / 20)).toEqual([])
    tried('random histories of three computers and a county', runs, { seed, ...reached })
  }, long ? 7_200_000 : 120_000)

  it(`never shows a conflict that nobody made, in ${runs} of them with one writer at a time`, () => {
    expect(broken(quiet, (steps) => { runQuietHistory(realRules, steps) }, runs, false)).toBeNull()
    tried('random histories with one writer at a time', runs, { seed })
  }, long ? 3_600_000 : 60_000)
})

const mutants: Readonly<Record<string, { readonly rules: Rules; readonly quiet?: true; readonly breaks: RegExp }>> = {
  'the last writer wins by the clock': {
    breaks: /^I[1-7]/,
    rules: {
      ...realRules,
      apply: (held: readonly Version[], incoming: Version) => {
        const [own] = held
        if (own === undefined) return { kind: 'head', replaced: [], heads: [incoming] }
        return incoming.hlc > own.hlc ? { kind: 'head', replaced: held, heads: [incoming] } : { kind: 'history' }
      },
    },
  },
  'what is absent is deleted': { breaks: /^I[1-7]/, rules: { ...realRules, absentIsDeleted: true } },
  'only the parents stand in seen': { breaks: /^I8/, quiet: true, rules: { ...realRules, seen: (heads) => heads.map((v) => v.id).sort() } },
  'a receipt is not limited to its town': { breaks: /^I9/, rules: { ...realRules, receiptScope: () => true } },
  'the have list is taken before the snapshot': { breaks: /^I[57]/, rules: { ...realRules, haveBeforeSnapshot: true } },
  'rows are committed before attachments are in place': { breaks: /^I2 an attachment/, rules: { ...realRules, rowsBeforeBlobs: true } },
  'what a new computer wrote at its set-up never travels': { breaks: /^I1/, rules: { ...realRules, placeholder: (id, heads) => (heads.some((v) => v.id === id) ? 'waits' : 'typed-over') } },
  'what a new computer wrote at its set-up gives way to one of several': {
    breaks: /^I8/,
    rules: { ...realRules, placeholder: (id, heads, complete) => { const fate = fateOf(id, heads, complete); return fate === 'for-a-person' && heads.every((v) => v.op === 'put') ? 'gives-way' : fate } },
  },
  'the winner depends on what arrived first': {
    breaks: /^I[14]/,
    rules: { ...realRules, winner: (heads, arrived) => [...heads].sort((a, b) => arrived(a.id) - arrived(b.id))[0]! },
  },
}

describe('a wrong rule is found out', () => {
  it.each(Object.entries(mutants))('%s', (_name, { rules, quiet: one, breaks }) => {
    const found = one === true
      ? broken(quiet, (steps) => { runQuietHistory(rules, steps) }, 2000, true)
      : broken(history, (steps) => { runHistory(rules, steps) }, 2000, true)
    expect(found).toMatch(breaks)
    tried('wrong rules that were found out', 1)
  }, 60_000)
})
