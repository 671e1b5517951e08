import './home.css'
import type { Home } from '../../../shared/contract/figures'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayDate, sayWeekday } from '../../ui/say-date'
import { ClockStrip } from './ClockStrip'
import { CountyHome } from './CountyHome'
import { DraftStrip } from './DraftStrip'
import { FirstSteps } from './FirstSteps'
import { Glance } from './Glance'
import { QuickEntries } from './QuickEntries'
import { TodoCard } from './TodoCard'

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
        {office.role === 'town' && <QuickEntries />}
        {office.role === 'town' && <DraftStrip today={office.today} />}
        <Loaded query={home} rows={8}>{(data) => (office.role === 'county' ? <CountyHome home={data} /> : <TownHome home={data} />)}</Loaded>
      </div>
    </>
  )
}

function TownHome({ home }: { readonly home: Home }) {
  const deputies = useQuery('record.list', { type: 'mandate', limit: 1 }, { types: ['mandate'] })
  const empty = deputies.data?.total === 0
  return (
    <div className="home-cols">
      {empty ? <FirstSteps /> : <TodoCard todos={home.todos} today={home.today} />}
      <Glance home={home} />
    </div>
  )
}
