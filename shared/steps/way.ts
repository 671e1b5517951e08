/** Ways through a status machine. */
import type { Machine, Step } from './step'

/** The shortest way of steps from a status to one of `wanted`: `[]` where it is one of them, null where no way leads there. */
export function wayTo(machine: Machine, status: string, wanted: readonly string[]): readonly Step[] | null {
  const ways: { readonly at: string; readonly steps: readonly Step[] }[] = [{ at: status, steps: [] }]
  const seen = new Set([status])
  // the list grows while it is walked: breadth first
  for (const way of ways) {
    if (wanted.includes(way.at)) return way.steps
    for (const step of machine.steps) {
      if (step.name === 'undo_step' || !step.from.includes(way.at)) continue
      for (const to of step.to) {
        if (to === 'same' || seen.has(to)) continue
        seen.add(to)
        ways.push({ at: to, steps: [...way.steps, step] })
      }
    }
  }
  return null
}
