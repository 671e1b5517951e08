/** Long work of the store in steps: whoever takes them may pause between two of them, or leave the rest. */

/** How far it is. */
export interface Step {
  readonly done: number
  readonly total: number
}

/** All steps at once. */
export function inOneGo<T>(steps: Generator<Step, T, undefined>): T {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}
