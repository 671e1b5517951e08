import './stats.css'
import type {} from '../charts/routes'
import type {} from '../form/routes'
import type {} from '../rehearsal/routes'
import { useEffect, useMemo } from 'react'
import type { OutputOf } from '../../../shared/contract'
import { textOf } from '../../../shared/facts'
import { printSheet } from '../../print/print-sheet'
import { levelOf, useLevel } from '../../state/level'
import { go } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery, type Query } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Loaded } from '../../ui/Loading'
import { sayDate } from '../../ui/say-date'
import { PageHead } from '../../ui/PageHead'
import { Chart } from './Chart'
import { ChecksLine } from './ChecksLine'
import { DrillDrawer } from './DrillDrawer'
import { figureMap } from './figure-text'
import { FigureSheet } from './FigureSheet'
import { FigureTable, likeWords } from './FigureTable'
import { besideOf, sayPeriod, yearlySessions, type Calendar, type PeriodChoice } from './periods'
import { tableRows } from './rows'
import { ReportedDrill } from './ReportedDrill'
import { TabBar } from './TabBar'
import { tabs, type TabSpec } from './tabs'
import { Tools } from './Tools'
import { TownTable } from './TownTable'
import { applyRoute, periodOf, setView, useView } from './view'

/** The term's beginning and the congresses so far: what periods are made of. */
function useCalendar(): Calendar {
  const office = useOffice()
  const today = office?.today ?? ''
  const termId = office?.term?.id
  const term = useQuery('record.get', termId === undefined ? null : { id: termId }, { types: ['term'] })
  const terms = useQuery('record.list', office?.role === 'town' ? { type: 'term', limit: 20 } : null, { types: ['term'] })
  const sessions = useQuery('record.list', office?.role === 'town' ? { type: 'session', limit: 60, sort: 'start_on', descending: true } : null, { types: ['session'] })
  return useMemo(() => ({
    today,
    termStart: term.data === null ? null : textOf(term.data.fields, 'first_meeting_on') || null,
    sessions: yearlySessions((sessions.data?.rows ?? []).map((rec) => textOf(rec.fields, 'start_on')).filter((day) => day !== '')),
    terms: (terms.data?.rows ?? []).map((rec) => textOf(rec.fields, 'first_meeting_on')).filter((day) => day !== '').toSorted(),
  }), [today, term.data, terms.data, sessions.data])
}

/** Figures of a period beside those of the year before; every figure opens the records it counts. */
export default function StatsScreen({ route }: ScreenProps<'statistics'>) {
  const office = useOffice()
  const level = useLevel()
  const calendar = useCalendar()
  const view = useView()
  useEffect(() => applyRoute(route, { today: office?.today ?? '' }), [route, office?.today])
  const chosen = periodOf(view, calendar)
  const beside = besideOf(chosen, view.beside)
  const period: PeriodChoice = { ...chosen, before: beside?.word ?? '' }
  const each = view.town === 'each'
  const ofTown: { readonly town?: string } = each || view.town === '' ? {} : { town: view.town }
  const tab = tabs.find((one) => one.key === view.tab) ?? (tabs[0])
  const stats = useQuery('stats.get', period.from > period.to ? null : {
    from: period.from, to: period.to, ...ofTown, ...(ofTown.town !== undefined && office?.role === 'county' ? { like: true } : {}), ...(each ? { by_town: true } : {}), ...(beside === null || each ? {} : beside.days === null ? { before: true } : { before: true, before_from: beside.days.from, before_to: beside.days.to }),
  }, { wait: 30 })
  const board = useQuery('exchange.board', office?.role === 'county' ? {} : null)
  if (office === null) return null
  const towns = (board.data?.towns ?? []).filter((town) => town.last_pseq !== null)
  const print = (): void => {
    const name = towns.find((town) => town.code === view.town)?.name ?? office.name
    if (stats.data !== null) void printSheet(<FigureSheet office={name} today={office.today} tab={tab} all={view.all} each={each} period={period} stats={stats.data} />)
  }
  return (
    <>
      <PageHead
        title="统计报表"
        tag={
          <>
            {office.role === 'town' && <Button onClick={() => go({ screen: 'annual-report' })}>写年度报告</Button>}
            {office.role === 'town' && <Button onClick={() => go({ screen: 'rehearsal' })}>预演交年报</Button>}
            {stats.data?.reported === undefined && !(level.digits === 6 && ofTown.town?.length === 6) && <Button onClick={() => go({ screen: 'charts', from: period.from, to: period.to, ...ofTown })}>看图</Button>}
            <Button onClick={() => go({ screen: 'county-form' })}>{office.role === 'town' ? '县里的表' : '上级的表'}</Button>
          </>
        }
        beside={<span className="only-print">{sayPeriod(period)}</span>}
      />
      <div className={view.open === null ? 'stats' : 'stats drilled'}>
        <div className="body">
          <Tools calendar={calendar} period={chosen} towns={office.role === 'county' ? towns : null} onPrint={stats.data === null ? null : print} />
          <TabBar at={tab.key} all={view.all} />
          {period.from > period.to
            ? <p className="note soon"><span><b>开始日期在结束日期后面。</b>请改一改两个日期。</span></p>
            : <Figures query={stats} tab={tab} all={view.all} period={period} each={each} />}
        </div>
        {view.open !== null && stats.data?.reported !== undefined && (
          <ReportedDrill key={`${view.open.path} ${view.open.town}`} path={view.open.path} town={view.open.town || (ofTown.town ?? '')} period={period} stats={stats.data} onClose={() => setView({ open: null })} />
        )}
        {view.open !== null && stats.data !== null && stats.data.reported === undefined && (
          <DrillDrawer key={`${view.open.path} ${view.open.town}`} path={view.open.path} town={view.open.town || (ofTown.town ?? '')} period={period} stats={stats.data} onClose={() => setView({ open: null })} />
        )}
      </div>
    </>
  )
}

/** Above counties: whose figures these are, of when, and who is not among them. */
function ReportedNote({ stats: { reported } }: { readonly stats: OutputOf<'stats.get'> }) {
  const { each, theirs } = useLevel()
  if (reported === undefined) return null
  return <p className="note idle"><span>{`${theirs}报来的数${reported.since === '' ? '' : `（最早的一份是${sayDate(reported.since)}做的）`}，点数字看${each}多少。`}{reported.lacking.length > 0 && <b>{`还没有报来：${reported.lacking.join('、')}。`}</b>}</span></p>
}

interface FiguresProps {
  readonly query: Query<OutputOf<'stats.get'>>
  readonly tab: TabSpec
  readonly all: boolean
  readonly period: PeriodChoice
  readonly each: boolean
}

function Figures({ query, tab, all, period, each }: FiguresProps) {
  const level = useLevel()
  const town = useView((view) => view.town)
  return (
    <Loaded query={query} rows={10}>
      {(stats) => {
        if (each) return stats.towns === undefined ? null : <><ReportedNote stats={stats} /><TownTable stats={stats} tab={tab} /></>
        const now = figureMap(stats.indicators)
        const before = stats.before === undefined ? null : figureMap(stats.before)
        const like = stats.like === undefined || stats.like.towns.length === 0 || tab.key === 'quality' ? null : stats.like
        return (
          <>
            <ReportedNote stats={stats} />
            {stats.reported === undefined && stats.indicators.every(({ id, value }) => value === null || value === 0 || id.startsWith('B10.')) && stats.indicators.some(({ value }) => value === null) && level.one !== '镇' && (
              <p className="note idle"><span>{`${level.theirs}按年报数字，记录没有报来，这里不能按天算。`}<Button look="text" onClick={() => setView({ kind: 'year', choice: '', open: null })}>看自然年的</Button></span></p>
            )}
            <section className="card figures" aria-label={tab.word}>
              <FigureTable rows={tableRows(tab, all, now, before, like === null ? null : figureMap(like.indicators), stats.below)} period={period} shares={tab.shares === true} compared={before !== null && tab.key !== 'quality'} like={like?.towns ?? null} {...(tab.key === 'quality' ? { now: '数量' } : {})} />
              {stats.like !== undefined && tab.key !== 'quality' && <p className="sm mut figures-like">{like === null ? '没有填代表名额，不能和同规模的乡镇比。' : likeWords(like.towns)}</p>}
              <ChecksLine tab={tab} checks={stats.checks} figures={now} period={period} {...(stats.reported === undefined || town === '' ? {} : { each: levelOf(town).each })} />
            </section>
            {tab.chart !== undefined && <Chart spec={tab.chart} now={now} before={before} period={period} />}
          </>
        )
      }}
    </Loaded>
  )
}
