/**
 * The doctor: pairs of a question and a repair, each repair in a transaction of its own. What is made from the versions can always be made
 * again; the versions themselves are only reported. Content that no constraint holds (a reference into nothing, two equal numbers) is
 * counted for the to-dos and is no damage.
 */
import { write, type Core } from '../core'
import type { Step } from '../steps'
import type { Check } from './check'
import { contentChecks } from './content'
import { fileChecks, laterCheck } from './file'
import { headChecks } from './heads'
import { keptChecks } from './kept'
import { rowChecks } from './rows'
import { searchChecks } from './search'

export interface DoctorFinding {
  /** Kebab-case name of the check. */
  readonly check: string
  readonly ok: boolean
  readonly count: number
  readonly fixed: number
  readonly detail: string
  /** First records that are concerned. */
  readonly ids: readonly string[]
}

export interface DoctorReport {
  readonly ok: boolean
  readonly findings: readonly DoctorFinding[]
}

/** In this order: each may rely on those before it, which have been mended when it is asked. */
export const checks: readonly Check[] = [...fileChecks, ...headChecks, ...rowChecks, ...searchChecks, ...keptChecks, ...contentChecks, laterCheck]

/** Runs every check, one a step; with `fix` what one finds is mended before the next is asked, so that a later one does not tell again what only followed. */
export function* examine(core: Core, fix: boolean): Generator<Step, DoctorReport, undefined> {
  const told = new Set<string>()
  const findings: DoctorFinding[] = []
  for (const check of checks) {
    yield { done: findings.length, total: checks.length }
    const all = check.find(core)
    // Without repairs a lost head would be told once more as a lost row, a lost link and a lost search document.
    const found = fix || check.content ? all : all.filter((id) => !told.has(id) && !(told.size > 0 && id.startsWith('#')))
    const { mend } = check
    if (fix && mend && found.length > 0) write(core, (pending) => { mend(core, pending, found) })
    const left = fix && mend && found.length > 0 ? check.find(core).length : found.length
    if (mend) for (const id of found) told.add(id)
    findings.push({ check: check.name, ok: check.content === true || left === 0, count: found.length, fixed: found.length - left, detail: check.detail, ids: found.slice(0, 20) })
  }
  return { ok: findings.every((finding) => finding.ok), findings }
}
