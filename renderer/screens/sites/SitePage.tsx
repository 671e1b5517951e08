import '../../records/records.css'
import './sites.css'
import { CalendarOutlined, FormOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { labelOf } from '../../../shared/codes'
import type { OutputOf } from '../../../shared/contract'
import type { RecordPage } from '../../../shared/contract/records'
import { textOf } from '../../../shared/facts'
import { declarations } from '../../../shared/records'
import { FieldsCard } from '../../records/FieldsCard'
import { titleIn } from '../../records/format-value'
import { missingOf, NextStep } from '../../records/NextStep'
import { PageTools, RecordBanners } from '../../records/PageTools'
import { FilesCard } from '../../records/SideCards'
import { go } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayNumber } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { receptionRoute } from '../matters/reception-route'
import { DutyRoster } from './DutyRoster'
import { SiteDrill } from './SiteDrill'
import { SiteRows } from './SiteRows'
import { useSitePeriod } from './years'
import { YearSwitch } from './YearSwitch'

type Work = OutputOf<'site.work'>

/** The page of a station: its year in figures, who is on duty, what was held and received there. */
export default function SitePage({ route }: ScreenProps<'record'>) {
  const query = useQuery('record.page', { id: route.id })
  const fields = query.data?.record.fields ?? {}
  const today = useOffice()?.today ?? ''
  const gone = textOf(fields, 'closed_on') !== '' && textOf(fields, 'closed_on') <= today
  return (
    <>
      <PageHead
        title={query.data?.title ?? '联络站'} crumb="联络站" onCrumb={() => go({ screen: 'list', type: 'site' })}
        tag={gone ? <Status tone="idle" box>已撤销</Status> : textOf(fields, 'level') === '2' && <Status tone="done" box>示范站</Status>} beside={labelOf('site.kind', textOf(fields, 'kind'))}
      />
      <Loaded query={query} rows={8}>{(page) => <Page page={page} today={today} wanted={route.figure ?? null} />}</Loaded>
    </>
  )
}

function Page({ page, today, wanted }: { readonly page: RecordPage; readonly today: string; readonly wanted: string | null }) {
  const { record } = page
  const role = useOffice()?.role ?? 'town'
  const { year, from, to } = useSitePeriod(today)
  const work = useQuery('site.work', { id: record.id, from, to }, { types: ['site', 'activity', 'training', 'supervision', 'debrief', 'voter_matter', 'participation'] })
  // A link from the list names the figure that is to be opened.
  const [open, setOpen] = useState<string | null>(wanted)
  const figure = work.data?.figures.find((one) => one.path === open)
  const missing = missingOf(page)
  return (
    <>
      <div className="body">
        <PageTools page={page} declaration={declarations.site} drawerOpen={figure !== undefined}>
          {role === 'town' && !record.deleted && (
            <span className="row">
              <Button look="primary" icon={<Icon of={FormOutlined} />} onClick={() => go({ screen: 'quick-reception', preset: { site: record.id } })}>记接待</Button>
              <Button icon={<Icon of={CalendarOutlined} />} onClick={() => go(receptionRoute({ site: record }))}>记接待活动</Button>
            </span>
          )}
        </PageTools>
        <RecordBanners page={page} />
        <Card bare title="一年的工作" tools={<YearSwitch year={year} today={today} />}>
          <Loaded query={work} rows={2}>{(data) => <Figures figures={data.figures} onOpen={setOpen} />}</Loaded>
        </Card>
        <div className="rec-cols">
          <div className="rec-col">
            <Loaded query={work} rows={4}>{(data) => <DutyRoster duty={data.duty} openTime={textOf(record.fields, 'open_time')} year={year} today={today} />}</Loaded>
            <Loaded query={work} rows={4}>{(data) => <Held rows={data.rows} today={today} />}</Loaded>
          </div>
          <div className="rec-col site-side">
            {missing.length > 0 && !record.deleted && <NextStep page={page} missing={missing} onStep={() => undefined} />}
            <Loaded query={work}>{(data) => <Upcoming rows={data.upcoming} today={today} />}</Loaded>
            <FieldsCard declaration={declarations.site} record={record} titleOf={titleIn(page.titles)} title="站点情况" without={['name', 'kind', 'deputies', 'level']} />
            <FilesCard page={page} />
          </div>
        </div>
      </div>
      {figure !== undefined && work.data !== null && <SiteDrill figure={figure} rows={work.data.rows} onClose={() => setOpen(null)} />}
    </>
  )
}

function Figures({ figures, onOpen }: { readonly figures: Work['figures']; readonly onOpen: (path: string) => void }) {
  return (
    <div className="site-figs">
      {figures.map((figure) => {
        const value = figure.value === null ? '—' : sayNumber(figure.value)
        return (
          <button key={figure.path} type="button" aria-label={`${figure.label} ${value}${figure.unit}，看名单`} onClick={() => onOpen(figure.path)}>
            <span className="mut">{figure.label}</span>
            <span className="v">{value}<small>{figure.unit}</small></span>
          </button>
        )
      })}
    </div>
  )
}

const shown = 10

function Held({ rows, today }: { readonly rows: Work['rows']; readonly today: string }) {
  const [all, setAll] = useState(false)
  return (
    <Card bare title="活动和群众反映" beside={<span className="mut">{`${rows.length} 条`}</span>}>
      {rows.length === 0
        ? <EmptyState title="这一年还没有记录" hint="记接待、记活动时选上这个站，就会出现在这里。" />
        : <SiteRows rows={all ? rows : rows.slice(0, shown)} today={today} />}
      {!all && rows.length > shown && <button type="button" className="link rec-more" onClick={() => setAll(true)}>{`看全部 ${rows.length} 条`}</button>}
    </Card>
  )
}

function Upcoming({ rows, today }: { readonly rows: Work['upcoming']; readonly today: string }) {
  if (rows.length === 0) return null
  return <Card bare title="已安排的接待"><SiteRows rows={rows} today={today} /></Card>
}
