/** Which of the open steps of a record is the next one, and which are beside the way. Pure. */
import type { StepOnPage } from '../../shared/contract/records'
import { stepOf } from '../../shared/steps'

export interface NextSteps {
  /** The one filled button; null where none of the open steps is what usually follows. */
  readonly next: StepOnPage | null
  /** Outlined beside it. */
  readonly beside: readonly StepOnPage[]
  /** Under 更多: endings, corrections, and taking the last step back. */
  readonly rest: readonly StepOnPage[]
}

/** Ways out of the usual course, and what is done only when something went wrong. */
const aside = /取消|撤回|撤销|无效|终止|暂停|辞职|去世|退回|废止|作废|未完成|调整|延期|暂缓|不予|届满|改交|并案|结转|协调/u
const besideUsually = 3

const staysPut = (type: string, step: StepOnPage): boolean => stepOf(type, step.name)?.to.every((to) => to === 'same') === true

/**
 * @param wanted name of the step that a to-do asks for: it goes first where it is open
 * @param beside how many stand beside the next one
 */
export function nextSteps(type: string, steps: readonly StepOnPage[], wanted?: string, beside = besideUsually): NextSteps {
  const open = steps.filter((step) => step.open)
  const usual = open.filter((step) => !aside.test(step.label))
  const next = open.find((step) => step.name === wanted) ?? usual.find((step) => !staysPut(type, step)) ?? null
  const others = [...usual.filter((step) => step !== next), ...open.filter((step) => step !== next && aside.test(step.label))]
  const shown = usual.filter((step) => step !== next).slice(0, beside)
  return { next, beside: shown, rest: others.filter((step) => !shown.includes(step)) }
}
