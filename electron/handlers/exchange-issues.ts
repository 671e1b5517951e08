/** What the county asks a town to mend: noted at the county, carried in the receipt, gone once the record is another version. */
import type { Issue } from '../../shared/contract/exchange'
import { declarationOf } from '../../shared/records'
import type { Desk } from './desk'
import { shownTitle } from './print-record'

export interface KeptIssue {
  readonly uid: string
  readonly field?: string
  readonly code: string
  readonly level: 'error' | 'warning'
  readonly say: string
  readonly due_on?: string
  /** Version of the record when it was asked. */
  readonly version: string
  readonly org: string
}

const all = (desk: Desk): readonly KeptIssue[] => desk.store.settings.get<readonly KeptIssue[]>('issues', [])

/** Issues whose record still stands as it was when they were asked; at the county of one town or of all. */
export function openIssues(desk: Desk, org?: string): readonly KeptIssue[] {
  return all(desk).filter((issue) => (org === undefined || issue.org === org) && desk.store.versionOf(issue.uid) === issue.version)
}

export function noteIssue(desk: Desk, issue: KeptIssue): void {
  // Those whose record has changed since are done with.
  desk.store.settings.set('issues', [...openIssues(desk).filter((one) => !(one.uid === issue.uid && one.field === issue.field)), issue])
}

/** A town takes the whole list of the newest receipt. */
export const replaceIssues = (desk: Desk, issues: readonly KeptIssue[]): void => { desk.store.settings.set('issues', issues) }

/** As the screens show them. */
export const shownIssues = (desk: Desk): readonly Issue[] => issuesOf(desk)

/** The same of one town. */
export function issuesOf(desk: Desk, org?: string): readonly Issue[] {
  return openIssues(desk, org).map((issue) => {
    const rec = desk.store.get(issue.uid)
    return {
      uid: issue.uid, type: rec?.type ?? '', title: shownTitle(desk, issue.uid, rec?.type ?? ''), field: issue.field ?? null, code: issue.code, level: issue.level,
      say: issue.say, ...(issue.due_on ? { due_on: issue.due_on } : {}), ...(issue.field && rec ? { label: declarationOf(rec.type)?.fields[issue.field]?.label ?? issue.field } : {}),
    }
  })
}
