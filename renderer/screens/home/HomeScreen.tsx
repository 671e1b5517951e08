import './home.css'
import type { Home } from '../../../shared/contract/figures'
import { useOffice, useTakesNone } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayDate, sayWeekday } from '../../ui/say-date'
import { Checklist, ChecklistStrip } from './Checklist'
import { ClockStrip } from './ClockStrip'
import { CountyHome } from './CountyHome'
import { DraftStrip } from './DraftStrip'
import { Glance } from './Glance'
import { PlaceStrip } from './PlaceStrip'
import { QuickEntries } from './QuickEntries'
import { TodoCard } from './TodoCard'

const guideTypes = ['mandate', 'group', 'site', 'presidium_member', 'activity']

/** What is due, the year at a glance, and the entries. */
export default function HomeScreen() {
  const office = useOffice()
  const home = useQuery('home.get', {}, { wait: 50 })
  if (office === null) return null
  return (
    <>
      <PageHead title="首页" beside={`${sayDate(office.today)}　${sayWeekday(office.today)}`} />
      <div className="body home">
        <ClockStrip office={office} />
        <PlaceStrip office={office} />
        {office.role === 'town' && <QuickEntries />}
        {office.role === 'town' && <DraftStrip today={office.today} />}
        <Loaded query={home} rows={8}>{(data) => (office.role === 'county' ? <CountyHome home={data} /> : <TownHome home={data} />)}</Loaded>
      </div>
    </>
  )
}

function TownHome({ home }: { readonly home: Home }) {
  const guide = useQuery('guide.get', {}, { types: guideTypes })
  const none = useTakesNone()
  const lines = guide.data?.lines ?? []
  const empty = lines.some((line) => line.step === 'roster' && line.state !== 'done')
  return (
    <>
      {guide.data !== null && !empty && <ChecklistStrip guide={guide.data} reload={guide.reload} />}
      <div className="home-cols">
        {none && <NoTodosYet />}
        {!none && (guide.data !== null && empty ? <Checklist guide={guide.data} /> : <TodoCard todos={home.todos} today={home.today} />)}
        <Glance home={home} />
      </div>
    </>
  )
}

/** What is due follows from records that are at the county: all of it would be wrong, and no button of it could be used. */
function NoTodosYet() {
  return (
    <Card bare className="todo-card" title="待办">
      <EmptyState title="待办要等县里的记录" hint="读了县里的回执，该办的事就列在这里。" />
    </Card>
  )
}
