/** What a voter's matter feeds: figures of the year before and after. Pure. */
import type { Figure } from '../../../shared/measures/indicator'
import type { Handling } from './handling'

export interface MatterFigure {
  readonly label: string
  readonly before: number
  readonly after: number
  readonly unit: string
}

interface Change {
  readonly path: string
  readonly label: string
}

function changes(handling: Handling | null): readonly Change[] {
  const refused = handling === 'refused'
  return [
    refused ? { path: 'B8.11/不受理', label: '不受理' } : { path: 'B8.11', label: '受理群众反映事项' },
    ...(handling === 'solved' ? [{ path: 'B8.12', label: '群众事项办结' }] : []),
    ...(handling === 'handed' ? [{ path: 'B8.12/转办', label: '转办' }] : []),
    ...(handling === 'suggestion' ? [{ path: 'B8.12/转建议', label: '转为代表建议' }] : []),
  ]
}

/** Old and new numbers; `figures` = those of stats.get. A figure that nobody knows is left out. */
export function matterFigures(handling: Handling | null, figures: readonly Figure[]): readonly MatterFigure[] {
  return changes(handling).flatMap(({ path, label }) => {
    const [id, part] = path.split('/')
    const figure = figures.find((one) => one.id === id)
    const before = (part === undefined ? figure : figure?.parts.find((one) => one.key === part))?.value
    return before === undefined || before === null ? [] : [{ label, before, after: before + 1, unit: '件' }]
  })
}
