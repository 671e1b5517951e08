/**
 * Reads and prints figures by path: `B5.02` its value, `B5.03/会议` a part, with `%` at the end the rate. Nothing is computed here but the
 * difference of two printed figures.
 */
import type { Figure } from '../../../shared/measures/indicator'
import { unitOfPart } from '../../../shared/indicators/part-units'
import { sayNumber } from '../../ui/say-date'

export type FigureMap = ReadonlyMap<string, Figure>

export const figureMap = (figures: readonly Figure[]): FigureMap => new Map(figures.map((figure) => [figure.id, figure]))

interface Path {
  readonly id: string
  readonly part: string | null
  readonly rate: boolean
}

export function splitPath(path: string): Path {
  const rate = path.endsWith('%')
  const bare = rate ? path.slice(0, -1) : path
  const slash = bare.indexOf('/')
  return slash < 0 ? { id: bare, part: null, rate } : { id: bare.slice(0, slash), part: bare.slice(slash + 1), rate }
}

/** The path that opens the records behind a figure: a rate opens what its count opens. */
export const drillPath = (path: string): string => (path.endsWith('%') ? path.slice(0, -1) : path)

/** The value in its unit; null where nobody knows, or where the figure is none. */
export function readFigure(figures: FigureMap, path: string): number | null {
  const { id, part, rate } = splitPath(path)
  const figure = figures.get(id)
  const at = part === null ? figure : figure?.parts.find((one) => one.key === part)
  return (rate ? at?.rate : at?.value) ?? null
}

/** The unit as stored: 分 for money. */
export function rawUnit(figures: FigureMap, path: string): string {
  const { id, part, rate } = splitPath(path)
  const unit = figures.get(id)?.unit ?? ''
  return rate ? '%' : part === null ? unit : unitOfPart(id, part, unit)
}

/** The unit as people read it. */
export function unitWord(unit: string): string {
  return unit === '分' ? '元' : unit === '分值' ? '分' : unit === '是/否' ? '' : unit
}

const scaled = (value: number, unit: string): number => (unit === '分' ? value / 100 : unit === '分值' ? value / 10 : value)

function digits(value: number, unit: string): string {
  const shown = scaled(value, unit)
  if (unit === '%') return shown.toFixed(1)
  return sayNumber(unit === '分' && !Number.isInteger(shown) ? Number(shown.toFixed(2)) : shown)
}

/** 52, 95.7, 1,200.50, 是; — where nobody knows. */
export function sayFigure(value: number | null, unit: string): string {
  if (value === null) return '—'
  if (unit === '是/否') return value === 1 ? '是' : '否'
  return digits(value, unit)
}

/** +5, −1, 0; — where one of the two is not known or there is nothing to subtract. */
export function sayDifference(now: number | null, before: number | null, unit: string): string {
  if (now === null || before === null || unit === '是/否') return '—'
  const difference = Number((now - before).toFixed(1))
  if (difference === 0) return '0'
  return `${difference > 0 ? '+' : '−'}${digits(Math.abs(difference), unit)}`
}
