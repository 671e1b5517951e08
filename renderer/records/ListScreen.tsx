import './records.css'
import { type ReactNode, useEffect, useEffectEvent, useMemo, useRef } from 'react'
import { declarationOf } from '../../shared/records'
import type { Declaration, Rec } from '../../shared/record'
import { fail } from '../../shared/result'
import { useOurs } from '../state/declarations'
import { useLevel } from '../state/level'
import { go, replace } from '../state/navigation'
import type { ScreenProps } from '../state/routes'
import { useOffice } from '../state/session'
import { titleOfRow } from '../state/titles'
import { useQuery } from '../state/use-query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { ErrorBox } from '../ui/ErrorBox'
import { Bones } from '../ui/Loading'
import { PageHead } from '../ui/PageHead'
import { HubTabs } from './HubTabs'
import { BatchBar } from './BatchBar'
import { filtersOf, type Filter } from './list-filters'
import { ListActions } from './ListActions'
import { ListPapers } from './ListPapers'
import { askedOf, changeView, narrowView, useListView } from './list-view'
import { ListTools } from './ListTools'
import { hubOf, hubWord, tabsOf, tabWord } from './menus'
import { newRecord } from './new-record'
import { NoRows } from './NoRows'
import { RecordTable } from './RecordTable'
import { RestoreButton } from './RestoreButton'
import { usePages } from './use-pages'

/** How a list differs from what its declaration makes of it. */
export interface ListLook {
  /** Columns and their labels. */
  readonly declaration: Declaration
  readonly filters: readonly Filter[]
  readonly cells: Readonly<Record<string, (rec: Rec) => ReactNode>>
  /** Columns drawn by `cells` whose order is still that of the field. */
  readonly sorts?: readonly string[]
}

/** The list of any record type, under the tabs of its hub. */
export default function ListScreen({ route, look }: ScreenProps<'list'> & { readonly look?: ListLook }) {
  const declaration = useOurs(look?.declaration ?? declarationOf(route.type))
  const { type, where, text, bin } = route
  const asked = JSON.stringify({ where, text, bin })
  useEffect(() => {
    const wanted = JSON.parse(asked) as Pick<typeof route, 'where' | 'text' | 'bin'>
    if (wanted.where === undefined && wanted.text === undefined && wanted.bin === undefined) return
    narrowView(type, { where: wanted.where ?? {}, text: wanted.text ?? '', bin: wanted.bin ?? false })
    // From now on the filters of the list itself are what is remembered.
    replace({ screen: 'list', type })
  }, [type, asked])
  if (declaration === null) return <UnknownType type={type} />
  if (where !== undefined || text !== undefined || bin !== undefined) return null
  return <TypeList key={type} declaration={declaration} {...(look === undefined ? {} : { look })} />
}

function UnknownType({ type }: { readonly type: string }) {
  return (
    <>
      <PageHead title="名册" />
      <div className="body"><ErrorBox failure={fail('unknown-type', { detail: { type } })} /></div>
    </>
  )
}

/** Types whose changes change a row: its own and what its references are called by. */
function watchedTypes(declaration: Declaration): readonly string[] {
  const referred = declaration.columns.flatMap((key) => declaration.fields[key]?.to ?? [])
  return [...new Set([declaration.type, ...referred, ...(referred.includes('mandate') ? ['person'] : [])])]
}

/** The parent that a record goes with, where no column of its list says it. */
function parentKey(declaration: Declaration): string | null {
  const parent = declaration.parents?.find((one) => one.onDelete === 'cascade' && !declaration.columns.includes(one.field))
  return parent?.field ?? null
}

function TypeList({ declaration, look }: { readonly declaration: Declaration; readonly look?: ListLook }) {
  const { type } = declaration
  const office = useOffice()
  const level = useLevel()
  const word = tabWord(type)
  const role = office?.role ?? 'town'
  const view = useListView(type)
  const usual = useMemo(() => filtersOf(declaration, office?.today ?? ''), [declaration, office?.today])
  const filters = look?.filters ?? usual
  const watched = useMemo(() => watchedTypes(declaration), [declaration])
  const pages = usePages(askedOf(type, view), watched, view.count, (count) => changeView(type, { count }))
  const board = useQuery('exchange.board', role === 'county' ? {} : null, { types: [] })
  const scroll = useRef<HTMLDivElement>(null)
  const made = newRecord(type, role)
  const hub = role === 'county' ? null : hubOf(type)
  const focusFirst = (): void => scroll.current?.querySelector<HTMLElement>('[data-row]')?.focus()
  const parent = parentKey(declaration)
  const under = (rec: Rec): string => { const id = parent === null ? '' : rec.fields[parent]; return typeof id === 'string' ? pages.titles[id]?.title ?? '' : '' }
  const townName = (org: string): string => board.data?.towns.find((town) => town.code === org)?.name ?? (org === office?.code ? office.name : org)

  return (
    <>
      <PageHead title={hub === null ? word : hubWord(hub)} {...(hub === 'settings' ? { crumb: '设置', onCrumb: () => go({ screen: 'settings' }) } : {})} />
      <div className="body rec-body">
        <div className="rec-top">
          {hub === null ? <span className="grow" /> : <HubTabs tabs={tabsOf(hub, type)} at={type} label={hubWord(hub)} />}
          <ListActions type={type} view={view} made={made} />
        </div>
        <Card bare className="rec-list">
          <ListTools
            declaration={declaration} filters={filters} view={view} titles={pages.titles} onDown={focusFirst}
            {...(board.data === null ? {} : { towns: board.data.towns })}
          />
          <div className="rec-scroll" ref={scroll}>
            {pages.error !== null && pages.empty && <div className="rec-pad"><ErrorBox failure={pages.error}><Button onClick={pages.reload}>再试一次</Button></ErrorBox></div>}
            {pages.empty && pages.error === null && pages.slow && <div className="rec-pad"><Bones rows={8} /></div>}
            {!pages.empty && pages.rows.length === 0 && <NoRows declaration={declaration} view={view} made={made} />}
            {pages.rows.length > 0 && (
              <RecordTable
                declaration={declaration}
                rows={pages.rows}
                titles={pages.titles}
                sort={view.sort}
                onSort={(sort) => changeView(type, { sort })}
                opened={view.opened}
                onEnd={pages.more ? pages.readMore : focusFirst}
                onOpen={(rec) => {
                  changeView(type, { opened: rec.id })
                  go({ screen: 'record', id: rec.id, type: rec.type })
                }}
                {...(view.ticked === null ? {} : { ticks: { ids: view.ticked, onChange: (ticked) => changeView(type, { ticked }) } })}
                {...(parent === null ? {} : { under })}
                {...(look === undefined ? {} : { cells: look.cells, sorts: look.sorts ?? [] })}
                {...(role === 'county' ? { before: { label: level.unit, cell: (rec) => townName(rec.org) } } : {})}
                {...(view.bin ? { tools: (rec) => <RestoreButton rec={rec} title={titleOfRow(rec, pages.titles)} /> } : {})}
              />
            )}
            {pages.more && <MoreRows key={pages.rows.length} step={Math.min(pages.step, pages.total - pages.rows.length)} onMore={pages.readMore} />}
            {!pages.empty && pages.error !== null && <div className="rec-pad"><ErrorBox failure={pages.error} /></div>}
          </div>
          {view.ticked !== null && !view.bin && <BatchBar declaration={declaration} ids={view.ticked} />}
          {pages.rows.length > 0 && <ListFoot shown={pages.rows.length} total={pages.total} more={pages.more}>{!view.bin && <ListPapers asked={askedOf(type, view)} />}</ListFoot>}
        </Card>
      </div>
    </>
  )
}

/** Reads on by itself where somebody scrolls to the end of the list; a press does the same. */
function MoreRows({ step, onMore }: { readonly step: number; readonly onMore: () => void }) {
  const button = useRef<HTMLButtonElement>(null)
  const scrolledTo = useEffectEvent(onMore)
  useEffect(() => {
    const end = button.current
    const scroller = end?.closest('.rec-scroll')
    if (end === null || !scroller) return undefined
    const look = (): void => { if (scroller.scrollTop > 0 && end.getBoundingClientRect().top < scroller.getBoundingClientRect().bottom) scrolledTo() }
    scroller.addEventListener('scroll', look, { passive: true })
    return () => scroller.removeEventListener('scroll', look)
  }, [])
  return <button ref={button} type="button" className="link rec-more" onClick={onMore}>{`再看 ${step} 条`}</button>
}

interface ListFootProps {
  readonly shown: number
  readonly total: number
  readonly more: boolean
  readonly children: ReactNode
}

/** How many there are, and the whole list on paper or as a file. */
function ListFoot({ shown, total, more, children }: ListFootProps) {
  const stuck = !more && shown < total
  return (
    <div className="rec-foot">
      <span className="grow" role="status">
        {`共 ${total} 条${shown < total ? `，已列出前 ${shown} 条` : ''}`}
        {stuck && '。其余的请用查找或筛选缩小范围。'}
      </span>
      {children}
    </div>
  )
}
