import type { Stats } from '../../../shared/contract/figures'
import { Sheet } from '../../print/Sheet'
import { useLevel } from '../../state/level'
import { sayDate } from '../../ui/say-date'
import { Chart } from './Chart'
import { figureMap } from './figure-text'
import { FigureTable, likeWords } from './FigureTable'
import { sayPeriod, type PeriodChoice } from './periods'
import { tableRows } from './rows'
import { checkLines } from './sums'
import type { TabSpec } from './tabs'
import { TownTable } from './TownTable'

interface FigureSheetProps {
  readonly office: string
  readonly today: string
  readonly tab: TabSpec
  readonly all: boolean
  readonly each: boolean
  readonly period: PeriodChoice
  readonly stats: Stats
}

/** The table that is shown, with the lines that every statistical form has. */
export function FigureSheet({ office, today, tab, all, each, period, stats }: FigureSheetProps) {
  const now = figureMap(stats.indicators)
  const before = stats.before === undefined ? null : figureMap(stats.before)
  const like = stats.like === undefined || stats.like.towns.length === 0 || tab.key === 'quality' ? null : stats.like
  const level = useLevel()
  const sums = checkLines(tab.checks, stats.checks, now, level.each)
  return (
    <Sheet
      title={`${tab.word}统计表${each ? `（${level.each}对比）` : ''}`}
      lines={[`填报单位：${office}`, `报表期：${sayPeriod(period)}`, `报出日期：${sayDate(today)}`]}
      signs={['填表人', '审核人', '电话', '盖章']}
      wide={each}
    >
      {each
        ? <TownTable stats={stats} tab={tab} whole />
        : <FigureTable rows={tableRows(tab, all, now, before, like === null ? null : figureMap(like.indicators), stats.below)} period={period} shares={tab.shares === true} compared={before !== null && tab.key !== 'quality'} like={like?.towns ?? null} {...(tab.key === 'quality' ? { now: '数量' } : {})} />}
      {like !== null && <p>{`${likeWords(like.towns)}。`}</p>}
      {sums.length > 0 && <p>{sums.map((line) => line.words).join('；')}。</p>}
      {!each && tab.chart !== undefined && <Chart spec={tab.chart} now={now} before={before} period={period} />}
    </Sheet>
  )
}
