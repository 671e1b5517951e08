import '../../records/records.css'
import './deputies.css'
import { ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { useEffect, useRef, useState } from 'react'
import type { DeputyRow } from '../../../shared/contract/records'
import { isDay } from '../../../shared/rules/calendar'
import { FilterSelect } from '../../records/FilterSelect'
import { HubTabs } from '../../records/HubTabs'
import { changeView, pageSize, useListView } from '../../records/list-view'
import { tabsOf } from '../../records/menus'
import { SearchField } from '../../records/SearchField'
import { go } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useOffice, useTakesNone } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { DayInput } from '../../ui/DayInput'
import { EmptyState } from '../../ui/EmptyState'
import { Icon } from '../../ui/Icon'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayDate } from '../../ui/say-date'
import { Segmented } from '../../ui/Segmented'
import { Status } from '../../ui/Status'
import { NextStrip } from '../guide/NextStrip'
import { DuplicatesLink } from '../merge/DuplicatesLink'
import { DeputyPapers } from './DeputyPapers'
import { DeputyTable } from './DeputyTable'
import { useTerms } from './use-terms'
import { countShown, filterDeputies, groupsIn, isShown, shownWords, sortDeputies, type DeputyFilter, type Shown } from './filter-deputies'

/** Under this name the view of the roster is remembered beside those of the other lists. */
const viewName = 'deputies'
const types = ['person', 'person_private', 'mandate', 'group', 'presidium_member', 'participation', 'constituency', 'activity', 'supervision', 'training']

/** The roster: everybody on a line, found by name, initials, group, constituency or post. */
export default function DeputiesScreen({ route }: ScreenProps<'deputies'>) {
  const today = useOffice()?.today ?? ''
  const [at, setAt] = useState(route.at ?? '')
  const past = at !== '' && at !== today && isDay(at)
  const query = useQuery('deputies.list', past ? { at } : {}, { types })
  const given = route.text
  useEffect(() => {
    if (given !== undefined) changeView(viewName, { text: given })
  }, [given])
  const terms = useTerms(today)
  const none = query.data?.rows.length === 0 && !past
  const takes = !useTakesNone()
  return (
    <>
      <PageHead title="代表" beside={query.data === null || none ? undefined : `${past ? `截至${sayDate(at)}` : ''}在任 ${countShown(query.data.rows, 'town')} 名`} />
      <div className="body rec-body">
        <div className="rec-top">
          <HubTabs tabs={tabsOf('deputies')} at="deputies" label="代表" />
          <div className="rec-actions">
            <DuplicatesLink />
            {!none && <Button look="text" onClick={() => go({ screen: 'deputy-changes' })}>变动表</Button>}
            {takes && <Button look={none ? 'primary' : 'plain'} icon={<Icon of={ImportOutlined} />} onClick={() => go({ screen: 'roster' })}>导入花名册</Button>}
            {takes && <Button look={none ? 'plain' : 'primary'} icon={<Icon of={PlusOutlined} />} onClick={() => go({ screen: 'edit', type: 'mandate' })}>新增代表</Button>}
          </div>
        </div>
        {query.data !== null && query.data.rows.length > 0 && !past && <NextStrip />}
        <div className="row dep-at">
          <label htmlFor="deputies-at">截至</label>
          <DayInput id="deputies-at" value={past ? at : today} today={today} invalid={at !== '' && !isDay(at)} onChange={setAt} />
          {past && <><Status tone="doing" quiet>{`${sayDate(at)}的名册：在任、小组、职务都按那一天，以后的变动不影响`}</Status><Button look="text" onClick={() => setAt('')}>回到今天</Button></>}
          {!past && terms.length > 0 && <span className="mut">看往届：</span>}
          {!past && terms.length > 0 && terms.map((term) => <Button key={term.id} look="text" onClick={() => setAt(term.day)}>{term.name}</Button>)}
        </div>
        <Card bare className="rec-list">
          <Loaded query={query} rows={10}>{({ rows }) => (rows.length === 0 ? (past ? <EmptyState title="那一天没有代表" hint="换一个日期，或回到今天。" /> : <NoDeputies />) : <Roster rows={rows} at={past ? at : today} />)}</Loaded>
        </Card>
      </div>
    </>
  )
}

function NoDeputies() {
  const waits = useTakesNone()
  if (waits) return <EmptyState title="还没有代表" hint="县里已有的名册随回执回来，读了就列在这里。" />
  return (
    <EmptyState title="还没有代表" hint="把现成的花名册（Excel、WPS 或 CSV）导入进来，不用一个个录。">
      <Button onClick={() => go({ screen: 'roster' })}>选花名册</Button>
      <Button onClick={() => go({ screen: 'edit', type: 'mandate' })}>先录一名</Button>
    </EmptyState>
  )
}

function Roster({ rows, at }: { readonly rows: readonly DeputyRow[]; readonly at: string }) {
  const view = useListView(viewName)
  const scroll = useRef<HTMLDivElement>(null)
  const asked = view.where['shown'] ?? ''
  const filter: DeputyFilter = { shown: isShown(asked) ? asked : 'town', group: view.where['group'] ?? '', text: view.text }
  const { shown, group } = filter
  const found = sortDeputies(filterDeputies(rows, filter), view.sort)
  const page = found.slice(0, view.count)
  const set = (change: Readonly<Record<string, string>>): void => changeView(viewName, { where: { ...view.where, ...change } })
  const focusFirst = (): void => scroll.current?.querySelector<HTMLElement>('[data-row]')?.focus()
  const more = found.length > page.length
  const readMore = (): void => changeView(viewName, { count: view.count + pageSize })
  // What nobody belongs to is not offered; what is chosen stays.
  const choices = (Object.keys(shownWords) as readonly Shown[]).filter((one) => one === 'town' || one === 'all' || one === shown || countShown(rows, one) > 0)
  return (
    <>
      <div className="rec-tools">
        <Segmented
          label="看哪些代表" value={shown} onChange={(value) => set({ shown: value })}
          options={choices.map((value) => ({ value, label: `${shownWords[value]} ${countShown(rows, value)}` }))}
        />
        <SearchField label="找姓名、选区、职务" value={view.text} onSearch={(text) => changeView(viewName, { text })} onDown={focusFirst} />
        <FilterSelect
          label="小组" value={group} onChange={(value) => set({ group: value })}
          options={[...groupsIn(rows).map((name) => ({ value: name, label: name })), { value: '-', label: '没有分组' }]}
        />
      </div>
      <div className="rec-scroll" ref={scroll}>
        {found.length === 0
          ? <EmptyState title="没有符合条件的代表" hint="换一个姓、拼音首字母，或看“全部”。"><Button onClick={() => changeView(viewName, { text: '', where: { shown: 'all' } })}>看全部代表</Button></EmptyState>
          : (
            <DeputyTable
              rows={page} sort={view.sort} onSort={(sort) => changeView(viewName, { sort })} opened={view.opened} onEnd={more ? readMore : focusFirst}
              onOpen={(row) => {
                changeView(viewName, { opened: row.mandate })
                go({ screen: 'record', id: row.mandate, type: 'mandate' })
              }}
            />
          )}
        {more && <button type="button" className="link rec-more" onClick={readMore}>{`再看 ${Math.min(pageSize, found.length - page.length)} 名`}</button>}
      </div>
      {found.length > 0 && (
        <div className="rec-foot">
          <span className="grow" role="status">{`共 ${found.length} 名${more ? `，已列出前 ${page.length} 名` : ''}`}</span>
          <DeputyPapers found={found} filter={filter} at={at} />
        </div>
      )}
    </>
  )
}
