/** What an activity feeds: the figures of the year before and after, and the sentences of the annual report. Pure. */
import type { DeputyRow } from '../../../shared/contract/records'
import type { Figure } from '../../../shared/measures/indicator'
import { annualSections } from '../../../shared/report/annual-templates'
import { sentence, type Template } from '../../../shared/report/sentence'
import { trainingKind } from './kinds'

export interface Fed {
  readonly kind: string
  /** The activity names one group. */
  readonly ofGroup: boolean
  readonly atSite: boolean
  readonly expected: number
  readonly present: readonly DeputyRow[]
  readonly voters: number
  readonly halfDays: number
}

export interface FedFigure {
  readonly label: string
  readonly before: number
  readonly after: number
  readonly unit: string
}

interface Change {
  readonly id: string
  readonly part?: string
  readonly label: string
  readonly unit: string
  readonly more: number
}

const townLevel = '5'

/** Deputies of the town itself; those of higher levels are counted by their own congress. */
const own = (fed: Fed): readonly DeputyRow[] => fed.present.filter((row) => row.level === townLevel)

/** Those for whom it is the first event of the year. */
export const firstThisYear = (fed: Fed): readonly DeputyRow[] => own(fed).filter((row) => row.events === 0)

function changes(fed: Fed): readonly Change[] {
  const people = own(fed).length
  const reception = fed.kind === '09'
  return [
    { id: 'B8.01', label: '组织代表活动', unit: '次', more: 1 },
    { id: 'B8.02', label: '参加活动', unit: '人次', more: people },
    ...(fed.kind === trainingKind ? [{ id: 'B8.22', label: '代表培训', unit: '期', more: 1 }, { id: 'B8.22', part: '人次', label: '参训', unit: '人次', more: people }] : []),
    ...(fed.kind !== trainingKind && (fed.kind === '07' || fed.ofGroup) ? [{ id: 'B8.05', label: '小组活动', unit: '次', more: 1 }] : []),
    ...(reception ? [{ id: 'B8.09', label: '接待选民', unit: '场', more: 1 }] : []),
    ...(reception && fed.voters > 0 ? [{ id: 'B8.09', part: '人次', label: '接待选民', unit: '人次', more: fed.voters }] : []),
    ...(fed.atSite ? [{ id: 'B8.10', label: '联络站活动', unit: '次', more: 1 }] : []),
    ...(fed.kind === '13' ? [{ id: 'B8.15', label: '调处矛盾纠纷', unit: '件', more: 1 }] : []),
    { id: 'B8.04', label: '还没参加过活动的', unit: '人', more: -firstThisYear(fed).length },
  ]
}

function valueIn(figures: readonly Figure[], { id, part }: Pick<Change, 'id' | 'part'>): number | null {
  const figure = figures.find((one) => one.id === id)
  return (part === undefined ? figure : figure?.parts.find((one) => one.key === part))?.value ?? null
}

/** Old and new numbers of the year; figures that do not change are left out. `figures` = those of stats.get. */
export function fedFigures(fed: Fed, figures: readonly Figure[]): readonly FedFigure[] {
  return changes(fed).flatMap((change) => {
    const before = valueIn(figures, change)
    return before === null || change.more === 0 ? [] : [{ label: change.label, before, after: Math.max(0, before + change.more), unit: change.unit }]
  })
}

/** The figures as they will be; rates are not guessed and drop out of the sentence. */
function after(fed: Fed, figures: readonly Figure[]): ReadonlyMap<string, Figure> {
  const grown = new Map(figures.map((figure) => [figure.id, { ...figure, rate: null, parts: figure.parts.map((one) => ({ ...one, rate: null })) }]))
  for (const { id, part, more } of changes(fed)) {
    const figure = grown.get(id)
    if (figure === undefined) continue
    grown.set(id, part === undefined
      ? { ...figure, value: (figure.value ?? 0) + more }
      : { ...figure, parts: figure.parts.map((one) => (one.key === part ? { ...one, value: (one.value ?? 0) + more } : one)) })
  }
  return grown
}

const about = (fed: Fed): readonly string[] => ['{B8.01}', ...(fed.kind === '09' ? ['{B8.09}'] : []), ...(fed.kind === trainingKind ? ['{B8.22}'] : [])]

/** The sentences of the report's part on deputies that speak of it, with the new numbers. */
export function fedSentences(fed: Fed, figures: readonly Figure[]): string {
  const templates = annualSections.deputies.paragraphs.flat() as readonly Template[]
  const texts = templates.map((one) => (typeof one === 'string' ? one : one.say))
  const map = after(fed, figures)
  return about(fed).flatMap((slot) => texts.filter((text) => text.includes(slot)).slice(0, 1)).map((text) => sentence(text, map).text).join('')
}
