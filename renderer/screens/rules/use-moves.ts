/** Which kept days are to follow a changed rule: ticked one by one, none at first. */
import { useState } from 'react'
import type { RuleChanged } from '../../../shared/contract/rules'

export type Moved = RuleChanged['moved'][number]

export interface Moves {
  readonly ids: readonly string[]
  readonly toggle: (id: string) => void
  readonly all: (moved: readonly Moved[]) => void
  readonly none: () => void
}

export function useMoves(): Moves {
  const [ids, setIds] = useState<readonly string[]>([])
  return {
    ids,
    toggle: (id) => setIds(ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id]),
    all: (moved) => setIds(moved.filter((one) => one.kind === 'stored').map((one) => one.id)),
    none: () => setIds([]),
  }
}
