import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { statisticsBook } from '../../electron/documents/statistics-book'
import { xlsxOf } from '../../electron/documents/xlsx'
import { dutyFile } from '../../shared/deputies/duty-file'
import { whyDuty } from '../../shared/why/why-duty'
import { computeAll, drill, figures, indicators } from '../../shared/indicators'
import { checks } from '../../shared/indicators/checks'
import { figureOf, valueOf } from '../../shared/indicators/figures'
import { busyTown, inputOf, type Amounts } from '../report/support/busy-town'

const amounts: fc.Arbitrary<Amounts> = fc.record({
  deputies: fc.integer({ min: 0, max: 14 }), sessions: fc.integer({ min: 0, max: 2 }), meetings: fc.integer({ min: 0, max: 5 }), supervisions: fc.integer({ min: 0, max: 12 }), suggestions: fc.integer({ min: 0, max: 18 }),
  activities: fc.integer({ min: 0, max: 10 }), debriefs: fc.integer({ min: 0, max: 6 }), visits: fc.integer({ min: 0, max: 6 }), deeds: fc.integer({ min: 0, max: 4 }), plans: fc.integer({ min: 0, max: 5 }),
})

interface Year {
  readonly amounts: Amounts
  readonly from: string
  readonly to: string
  readonly asAt: string
}

const day = (at: number): string => new Date(Date.UTC(2025, 6, 1) + at * 86_400_000).toISOString().slice(0, 10)

/** Any days of some two years, read on any later day. */
const years: fc.Arbitrary<Year> = fc.record({ amounts, start: fc.integer({ min: 0, max: 500 }), length: fc.integer({ min: 0, max: 400 }), later: fc.integer({ min: 0, max: 120 }) })
  .map(({ amounts: of, start, length, later }) => ({ amounts: of, from: day(start), to: day(start + length), asAt: day(start + length + later) }))

const questionOf = ({ amounts: of, from, to, asAt }: Year) => ({ ...busyTown(of).question('2026', { asAt }), period: { from, to } })

describe('on any year of any town', () => {
  it('every identity holds', () => {
    fc.assert(fc.property(years, (year) => {
      expect(checks(questionOf(year)).filter(({ ok }) => !ok)).toEqual([])
    }), { numRuns: 150 })
  })

  it('every count is the length of the list that stands behind it, and so is every part', () => {
    fc.assert(fc.property(years, (year) => {
      const question = questionOf(year)
      const wrong = [...computeAll(question)].flatMap(([id, computed]) => [
        ...(computed.value === undefined && computed.quotient === undefined && drill(question, id)?.length !== valueOf(computed) ? [id] : []),
        ...(computed.parts ?? []).filter((part) => part.value === undefined && part.quotient === undefined && drill(question, `${id}/${part.key}`)?.length !== valueOf(part)).map((part) => `${id}/${part.key}`),
      ])
      expect(wrong).toEqual([])
    }), { numRuns: 100 })
  })

  it('the days in the deputies\' duty files add up to the figure of all deputies, and each says how', () => {
    fc.assert(fc.property(years, (year) => {
      const question = questionOf(year)
      const own = question.facts.all('mandate').filter((rec) => rec.fields['level'] === '5').map(({ id }) => ({ file: dutyFile(question.facts, id, question.period), why: whyDuty(question.facts, id, question.period, question.rules) }))
      expect(own.reduce((sum, { file }) => sum + (file?.half_days ?? 0), 0) / 2).toBe(figures(question).find(({ id }) => id === 'B8.06')?.value)
      for (const { file, why } of own) expect(why?.value).toBe(`${String((file?.half_days ?? 0) / 2)} 天`)
    }), { numRuns: 40 })
  })

  it('every record behind a figure exists', () => {
    fc.assert(fc.property(years, (year) => {
      const question = questionOf(year)
      const lost = [...computeAll(question)].flatMap(([id, computed]) => [computed, ...(computed.parts ?? [])].flatMap((measure) => measure.ids ?? []).filter((one) => question.facts.get(one) === null).map((one) => `${id} ${one}`))
      expect(lost).toEqual([])
    }), { numRuns: 60 })
  })

  it('no rate is above a hundred or said over nothing, and no figure is negative but a shortage', () => {
    fc.assert(fc.property(years, (year) => {
      const question = questionOf(year)
      const odd = indicators.map((one) => figureOf(one, one.compute(question))).filter(({ id, value, rate }) => (rate !== null && (rate < 0 || (rate > 100 && !['B9.02'].includes(id)))) || (value !== null && value < 0 && id !== 'B1.06')).map(({ id, value, rate }) => [id, value, rate])
      expect(odd).toEqual([])
    }), { numRuns: 80 })
  })

  it('the same year twice gives the same figures and the same table to the byte', async () => {
    await fc.assert(fc.asyncProperty(years, async (year) => {
      const make = async (): Promise<string> => {
        const question = questionOf(year)
        const stats = { indicators: figures(question), checks: checks(question), before: figures({ ...question, period: { from: '2025-01-01', to: '2025-12-31' } }) }
        return Buffer.from(await xlsxOf(statisticsBook(stats, inputOf(busyTown(year.amounts)).head))).toString('base64')
      }
      expect(await make()).toBe(await make())
    }), { numRuns: 6 })
  })
})
