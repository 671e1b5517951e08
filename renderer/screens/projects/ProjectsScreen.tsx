import '../../records/records.css'
import '../meetings/meetings.css'
import './projects.css'
import { FormOutlined } from '@ant-design/icons'
import { textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { SheetButtons } from '../../print/SheetButtons'
import { HubTabs } from '../../records/HubTabs'
import { ListActions } from '../../records/ListActions'
import ListScreen from '../../records/ListScreen'
import { useListView } from '../../records/list-view'
import { tabsOf } from '../../records/menus'
import { newRecord } from '../../records/new-record'
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
import { Segmented } from '../../ui/Segmented'
import { BallotResult } from './BallotResult'
import { ProjectsSheet } from './ProjectsSheet'
import { ProjectTable } from './ProjectTable'
import { YearFigures } from './YearFigures'
import { chooseProjectYear, shownYears, useProjectYear } from './year'

/** 民生实事项目 of a year on one screen: candidates, ballot, progress, rating. The bin, a search and the county's list are the general list. */
export default function ProjectsScreen({ route }: ScreenProps<'list'>) {
  const office = useOffice()
  const view = useListView('livelihood_project')
  const general = office === null || office.role === 'county' || view.bin || view.text !== '' || Object.keys(view.where).length > 0 || route.where !== undefined || route.text !== undefined || route.bin !== undefined
  if (general) return <ListScreen route={route} />
  return <Board today={office.today} office={office.name} />
}

const none: readonly Rec[] = []

function Board({ today, office }: { readonly today: string; readonly office: string }) {
  const view = useListView('livelihood_project')
  const year = useProjectYear(today)
  const query = useQuery('record.list', { type: 'livelihood_project', where: { year }, limit: 500 }, { types: ['livelihood_project'] })
  const ratings = useQuery('record.list', { type: 'rating', limit: 1000 }, { types: ['rating'] })
  const projects = query.data?.rows ?? none
  const candidates = projects.filter((rec) => rec.status === '候选').length
  const voted = projects.find((rec) => textOf(rec.fields, 'voted_on') !== '')
  const made = newRecord('livelihood_project', 'town')
  return (
    <>
      <PageHead title="民生与重大事项" />
      <div className="body">
        <div className="rec-top">
          <HubTabs tabs={tabsOf('matters', 'livelihood_project')} at="livelihood_project" label="民生与重大事项" />
          {candidates > 0 && made !== null
            ? (
              <div className="rec-actions">
                <Button onClick={() => go(made.route)}>{made.word}</Button>
                <Button look="primary" icon={<Icon of={FormOutlined} />} onClick={() => go({ screen: 'project-vote', year: Number(year) })}>{`记票决（${candidates} 项候选）`}</Button>
              </div>
            )
            : <ListActions type="livelihood_project" view={view} made={made} />}
        </div>
        <Card bare title={`${year}年民生实事项目`} tools={<Segmented label="年度" options={shownYears(today).map((one) => ({ value: one, label: `${one}年` }))} value={year} onChange={chooseProjectYear} />}>
          <YearFigures year={year} today={today} />
        </Card>
        {voted !== undefined && <Ballot project={voted} />}
        <Card bare title="项目" beside={<span className="mut">{`${projects.length} 项`}</span>}>
          <Loaded query={query} rows={6}>
            {({ rows }) => (rows.length === 0
              ? <EmptyState title={`${year}年还没有项目`} hint="先登记征集来的项目，再列入初选、列为候选，然后记票决。">{made !== null && <Button onClick={() => go(made.route)}>{made.word}</Button>}</EmptyState>
              : (
                <>
                  <ProjectTable projects={rows} ratings={ratings.data?.rows ?? none} />
                  <div className="rec-foot">
                    <span className="grow" />
                    <SheetButtons name={`${year}年民生实事项目`} sheet={<ProjectsSheet projects={rows} ratings={ratings.data?.rows ?? none} year={year} office={office} today={today} />} />
                  </div>
                </>
              ))}
          </Loaded>
        </Card>
      </div>
    </>
  )
}

/** The ballot that a project names, else the one of its meeting. */
function Ballot({ project }: { readonly project: Rec }) {
  const named = textOf(project.fields, 'vote')
  const session = textOf(project.fields, 'session')
  const own = useQuery('record.get', named === '' ? null : { id: named }, { types: ['vote'] })
  const found = useQuery('record.list', named !== '' || session === '' ? null : { type: 'vote', where: { meeting: session, kind: '3' }, limit: 1 }, { types: ['vote'] })
  const vote = named === '' ? found.data?.rows[0] : own.data
  return vote ? <BallotResult vote={vote} votedOn={textOf(project.fields, 'voted_on')} /> : null
}
