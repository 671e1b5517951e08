/** How far a problem has come and what is done next with it. Pure. */
import { textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { stepOf } from '../../../shared/steps'
import type { Todo } from '../../../shared/todos/todo'
import { sayTodoDays, sayShortDate } from '../../ui/say-date'
import type { Tone } from '../../ui/Status'

export interface FindingState {
  readonly tone: Tone
  readonly say: string
  /** Names of the steps offered in its row, the usual one first. */
  readonly steps: readonly string[]
}

const offered: Readonly<Record<string, readonly string[]>> = { 发现: ['hand_over'], 整改中: ['rectify'], 已整改: ['accept', 'return'], 退回整改: ['rectify', 'hand_over'] }

/** @param todo the reminder of its day; absent where there is none */
export function findingState(finding: Rec, todo: Todo | undefined, today: string): FindingState {
  const status = finding.status ?? '发现'
  const steps = offered[status] ?? []
  const due = textOf(finding.fields, 'due_on')
  if (status === '销号') return { tone: 'done', say: `已销号 ${sayShortDate(textOf(finding.fields, 'verified_on'), today)}`, steps }
  if (status === '已整改') return { tone: 'doing', say: `${sayShortDate(textOf(finding.fields, 'done_on'), today)}整改，待核验`, steps }
  if (todo !== undefined) return { tone: todo.state === 'late' ? 'late' : todo.state === 'soon' ? 'soon' : 'doing', say: `${status === '退回整改' ? '退回整改，' : ''}${sayTodoDays(todo)}`, steps }
  if (status === '发现') return { tone: 'soon', say: due === '' ? '还没有交办' : `还没有交办，要求${sayShortDate(due, today)}前`, steps }
  return { tone: 'doing', say: due === '' ? status : `${status}，${sayShortDate(due, today)}前`, steps }
}

export const stepWord = (name: string): string => stepOf('finding', name)?.label ?? name
