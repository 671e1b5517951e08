/** What the tables call a figure. */
import { nameOfPart } from '../../../shared/indicators/part-units'
import type { Figure } from '../../../shared/measures/indicator'
import { splitPath } from './figure-text'
import { countName } from './rate-names'
import { tabs } from './tabs'

/** The row that shows it, else its own name. */
export function nameOf(path: string, figures: ReadonlyMap<string, Figure>): string {
  const { id, part } = splitPath(path)
  const row = tabs.flatMap((tab) => tab.rows).find((one) => one.paths.length === 1 && one.paths[0] === path)
  const figure = figures.get(id)
  if (row && row.indent !== true) return row.name
  const whole = figure ? countName(id, figure.name) : id
  const inner = figure?.parts.find((one) => one.key === part)
  return inner ? `${whole}：${nameOfPart(inner.name)}` : whole
}
