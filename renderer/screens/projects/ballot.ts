/** The ballot on projects as it is typed. Pure. */
import { textOf } from '../../../shared/facts'
import type { Data, Row } from '../../../shared/fields'
import { decideProjects, type ProjectFate } from '../../../shared/projects/decide'
import type { Rec } from '../../../shared/record'
import type { RuleEntry } from '../../../shared/rules/rule-book'
import type { InputOf } from '../../../shared/contract'
import { filled } from '../../entry/use-entry'
import type { FormValues } from '../../state/drafts'

/** Fields of the vote that are typed. */
export const ballotKeys = ['meeting', 'subject', 'seats', 'total', 'present', 'issued', 'collected', 'valid', 'invalid', 'tellers', 'scrutineers'] as const
export const countKeys = ['for_count', 'against_count', 'abstain_count'] as const
export type CountKey = (typeof countKeys)[number]

/** Where the count of a project is kept while it is typed. */
export const cellKey = (id: string, key: CountKey): string => `${key} ${id}`

const countAt = (values: FormValues, id: string, key: CountKey): number | undefined => {
  const value = values[cellKey(id, key)]
  return typeof value === 'number' ? value : undefined
}

const row = (values: FormValues, project: Rec): Row => ({
  name: textOf(project.fields, 'name'), ...Object.fromEntries(countKeys.flatMap((key) => { const value = countAt(values, project.id, key); return value === undefined ? [] : [[key, value]] })),
})

/** The vote with its candidates, as far as it can be judged: what is no number is left out. */
export function ballotData(values: FormValues, projects: readonly Rec[]): Data {
  const numbers = Object.fromEntries(ballotKeys.filter((key) => typeof values[key] === 'number' || (typeof values[key] === 'string' && ['meeting', 'subject'].includes(key))).map((key) => [key, values[key] as number | string]))
  return { ...numbers, kind: '3', method: '2', candidates: projects.map((project) => row(values, project)) }
}

/** What would become of each project now; null while nothing was counted. */
export function fatesOf(values: FormValues, projects: readonly Rec[], majority: RuleEntry | null): readonly ProjectFate[] | null {
  if (majority === null || projects.every((project) => countAt(values, project.id, 'for_count') === undefined)) return null
  return decideProjects(ballotData(values, projects), majority)
}

/** From what was typed to one commit. */
export function ballotToSave(values: FormValues, projects: readonly Rec[]): Omit<InputOf<'project.vote'>, 'draft'> {
  return {
    vote: { ...filled(values, ballotKeys), method: '2' }, voted_on: typeof values['voted_on'] === 'string' ? values['voted_on'] : '',
    projects: projects.map((project) => ({ id: project.id, ...Object.fromEntries(countKeys.flatMap((key) => { const value = countAt(values, project.id, key); return value === undefined ? [] : [[key, value]] })) })),
  }
}
