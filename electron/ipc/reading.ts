/** Which questions a reader may answer while the store is at long work: those that change nothing and leave no trace, neither in the store nor beside it. */
import type { StoreCommandName } from '../../shared/contract'

const names = [
  'record.get', 'record.list', 'record.page', 'record.history', 'record.why', 'record.propose', 'search.all', 'suggestion.course', 'draft.list',
  'deputies.list', 'deputies.duty', 'deputies.changes', 'activity.last', 'meeting.expected', 'site.board', 'site.work', 'fund.board', 'fund.allowance', 'merge.pairs', 'merge.preview',
  'home.get', 'todo.list', 'calendar.get', 'plan.year', 'year.get', 'term.plan', 'guide.get', 'fields.get', 'rules.list', 'points.get',
  'stats.get', 'stats.drill', 'stats.why', 'stats.charts', 'report.compare', 'report.draft',
  'exchange.state', 'exchange.unsent', 'exchange.board', 'exchange.conflicts', 'exchange.received', 'exchange.figures', 'exchange.above',
] as const satisfies readonly StoreCommandName[]

/** Commands that only read. That they do is tried on a file that cannot be written (test/handlers/reader.test.ts). */
export const reading: ReadonlySet<string> = new Set<StoreCommandName>(names)

/** Those that need nothing that the store has in memory already: a reader that is there for an import answers them between its pieces of work too. */
export const readingLight: ReadonlySet<string> = new Set<(typeof names)[number]>(['record.get', 'record.list', 'search.all'])

const familyOf = (name: string): string => name.slice(0, name.indexOf('.'))

/** What is written without a word to the lists: nobody would ask again, so that the question comes after what was written before it. */
const told = new Map<string, readonly string[]>([['draft', ['draft', 'record', 'step', 'project']], ['guide', ['guide']], ['fields', ['fields']], ['rules', ['rules']], ['points', ['points']]])

/** Whether the question must wait for a command that was given before it. */
export const mustFollow = (question: string, command: string): boolean => !reading.has(command) && told.get(familyOf(question))?.includes(familyOf(command)) === true
