/** How a duty of the year reads on the page and on paper. */
import { assertNever } from '../../../shared/result'
import type { YearDuty } from '../../../shared/todos/year-duties'
import type { Tone } from '../../ui/Status'

export const partWords: Readonly<Record<YearDuty['part'], string>> = {
  congress: '人民代表大会', presidium: '主席团闭会期间', deputies: '代表履职', suggestions: '代表建议', office: '请示报告',
}

/** Duties by part, in the order of the page. */
export function partsOf(duties: readonly YearDuty[]): readonly (readonly [YearDuty['part'], readonly YearDuty[]])[] {
  const parts = [...new Set(duties.map((duty) => duty.part))]
  return parts.map((part) => [part, duties.filter((duty) => duty.part === part)] as const)
}

export function toneOf({ state }: YearDuty): Tone {
  switch (state) {
    case 'done': return 'done'
    case 'part': return 'doing'
    case 'open': case 'none': case 'past': return 'idle'
    case 'late': return 'late'
    default: return assertNever(state)
  }
}

export function sayState({ state }: YearDuty): string {
  switch (state) {
    case 'done': return '做完'
    case 'part': return '在做'
    case 'open': return '要做'
    case 'late': return '没做'
    case 'past': return '启用前，可补录'
    case 'none': return '不涉及'
    default: return assertNever(state)
  }
}

/** 2/4 次; what one record already ticks says only how many there are. */
export function sayCount({ need, have, unit }: YearDuty): string {
  if (need === 0) return '—'
  return need === 1 && have >= 1 ? `${have} ${unit}` : `${have}/${need} ${unit}`
}

/** Records that stand side by side: the last part of a meeting's name tells them apart, its long beginning does not. */
export function sayFound(titles: readonly string[]): readonly string[] {
  return titles.length < 2 ? titles : titles.map((title) => title.replace(/^.*届(?:人民代表大会|主席团)(?=第)/u, ''))
}

export function countsOf(duties: readonly YearDuty[]): { readonly done: number; readonly open: number; readonly late: number } {
  const count = (...states: readonly YearDuty['state'][]): number => duties.filter((duty) => states.includes(duty.state)).length
  return { done: count('done'), open: count('open', 'part'), late: count('late') }
}
