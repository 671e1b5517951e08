/** What the county asks to have mended, among the town's to-dos. */
import { daysBetween } from '../../shared/rules/calendar'
import type { Todo } from '../../shared/todos/todo'
import type { Desk } from './desk'
import { shownIssues } from './exchange-issues'

/** Days before a due day from which it is said to be near, as for every other to-do. */
const soonDays = 30

/** One to-do for each; where the county gave no day, it is due at once. */
export function issueTodos(desk: Desk): readonly Todo[] {
  if (desk.store.office.role !== 'town') return []
  return shownIssues(desk).map((issue): Todo => {
    const due = issue.due_on ?? desk.today
    const days = daysBetween(desk.today, due)
    return {
      id: `county.issue:${issue.uid}${issue.field === null ? '' : ` ${issue.field}`}`, rule: 'county.issue', who: '县里', source: '县里回执',
      title: `县里请改：${issue.title}${issue.label === undefined ? '' : `，${issue.label}`}：${issue.say}`.slice(0, 200), about: { type: issue.type, id: issue.uid }, due_on: due, started_on: null, owner: '',
      state: days < 0 ? 'late' : days <= soonDays ? 'soon' : 'later', days,
      action: { label: '去改', kind: 'open', id: issue.uid, type: issue.type, ...(issue.field === null ? {} : { focus: issue.field }) },
      ...(issue.due_on === undefined ? { note: '县里没有给期限，请尽快' } : {}),
    }
  })
}
