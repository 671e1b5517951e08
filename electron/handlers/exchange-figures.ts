/** What a county reported to this office, to be read: the figures of its towns and its own, a year at a time. */
import { figureType, type FigureFact } from '../../shared/exchange/figure-fact'
import type { ReportedFigures } from '../../shared/contract/exchange'
import { percent, tenths } from '../../shared/measures/indicator'
import { fail, ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { readValues } from '../store/version-codec'
import type { Desk } from './desk'

type Fact = Partial<FigureFact> & { readonly value?: number; readonly num?: number; readonly den?: number; readonly rate_num?: number; readonly rate_den?: number }

const valueOf = ({ value, num, den }: Fact): number | null => (num !== undefined && den !== undefined ? tenths(num, den) : value ?? null)

function reported(desk: Desk, county: string, town: string, year: number | undefined): ReportedFigures {
  const facts = [...desk.store.exchange.figuresOf(county)].map(({ sv, text }): Fact => readValues(figureType, sv, text))
  const years = [...new Set(facts.map(({ from = '' }) => Number(from.slice(0, 4))))].sort((a, b) => b - a)
  const shown = year ?? years[0] ?? null
  const towns = new Map(facts.map(({ town: code = '', town_name: name = '' }) => [code, name]))
  return {
    years, year: shown, towns: [...towns].map(([code, name]) => ({ code, name })).sort((a, b) => Number(b.code === county) - Number(a.code === county) || a.code.localeCompare(b.code)),
    figures: facts.filter((fact) => fact.town === town && fact.part === undefined && fact.from === `${String(shown)}-01-01`)
      .map((fact) => ({ indicator: fact.indicator ?? '', name: fact.name ?? '', unit: fact.unit ?? '', value: valueOf(fact), rate: fact.rate_num === undefined || fact.rate_den === undefined ? null : percent(fact.rate_num, fact.rate_den) }))
      .sort((a, b) => a.indicator.localeCompare(b.indicator, undefined, { numeric: true })),
  }
}

export const figureHandlers = {
  'exchange.figures': ({ county, town, year }, desk) => (desk.store.office.role === 'county' ? ok(reported(desk, county, town ?? county, year)) : fail('wrong-role', { detail: { role: 'town' } })),
} satisfies Partial<Handlers<Desk>>
