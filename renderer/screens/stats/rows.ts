/** The rows of a table: the few that matter, or every figure of the groups with its parts indented and its rate. */
import type { Below } from '../../../shared/indicators/below'
import type { Figure } from '../../../shared/measures/indicator'
import { nameOfPart } from '../../../shared/indicators/part-units'
import { rawUnit, readFigure, sayDifference, sayFigure, unitWord, type FigureMap } from './figure-text'
import { countName, rateName } from './rate-names'
import { belongsTo, type RowSpec, type TabSpec } from './tabs'

export interface Cell {
  readonly path: string
  readonly value: number | null
  readonly text: string
  readonly before: string
  readonly difference: string
  /** Median of the towns of like size, where they are shown. */
  readonly like: string
  /** 少于每年2次, where a rule asks for more. */
  readonly below: string
}

export interface TableRow {
  readonly key: string
  readonly name: string
  readonly indent: boolean
  readonly unit: string
  readonly cells: readonly Cell[]
  /** Share of all deputies, where the tab shows it. */
  readonly share: string
}

/** Every figure of the tab's groups. A long breakdown leaves out the parts that are nothing in both periods. */
function allRows(tab: TabSpec, figures: FigureMap, before: FigureMap | null): readonly RowSpec[] {
  const longAt = 7
  const rowsOf = (figure: Figure): readonly RowSpec[] => {
    const parts = figure.parts.filter((part) => figure.parts.length < longAt || (part.value ?? 0) !== 0 || (readFigure(before ?? figures, `${figure.id}/${part.key}`) ?? 0) !== 0)
    const rate = tab.shares === true ? null : rateName(figure.id)
    return [
      { name: countName(figure.id, figure.name), paths: [figure.id] },
      ...parts.map((part): RowSpec => ({
        name: figure.id === 'B5.30' && part.rate !== null ? `${part.name}（满意率 ${part.rate.toFixed(1)}%）` : nameOfPart(part.name), paths: [`${figure.id}/${part.key}`], indent: true,
      })),
      ...(rate === null ? [] : [{ name: rate, paths: [`${figure.id}%`], indent: true } as const]),
    ]
  }
  return [...figures.values()].filter((figure) => belongsTo(tab, figure.id)).flatMap(rowsOf)
}

/** Whether the few rows of a tab show this figure. */
export const isAmongMain = (tab: TabSpec, path: string): boolean => tab.rows.some((row) => row.paths.some((one) => one === path || one === `${path}%`))

export function tableRows(tab: TabSpec, all: boolean, figures: FigureMap, before: FigureMap | null, like: FigureMap | null = null, below: readonly Below[] = []): readonly TableRow[] {
  const specs = all || tab.rows.length === 0 ? allRows(tab, figures, before) : tab.rows
  return specs.map(({ name, paths, indent }): TableRow => {
    const unit = rawUnit(figures, paths[0] ?? '')
    return {
      key: paths.join(' '), name, indent: indent === true, unit: unitWord(unit),
      cells: paths.map((path): Cell => {
        const value = readFigure(figures, path)
        const old = before ? readFigure(before, path) : null
        return {
          path, value, text: sayFigure(value, unit), before: sayFigure(old, unit), difference: sayDifference(value, old, unit), like: like === null ? '' : sayFigure(readFigure(like, path), unit),
          below: below.find((one) => one.path === path)?.says ?? '',
        }
      }),
      share: tab.shares === true ? sayFigure(readFigure(figures, `${paths[0] ?? ''}%`), '%') : '',
    }
  })
}
