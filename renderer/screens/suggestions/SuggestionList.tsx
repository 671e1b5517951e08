import './suggestions.css'
import { useMemo } from 'react'
import { codeTables } from '../../../shared/codes'
import { textOf } from '../../../shared/facts'
import type { Declaration } from '../../../shared/record'
import { declarations } from '../../../shared/records'
import { dueByRecord, dueOfRow, type ListDue } from '../../../shared/suggestions/list-due'
import { filtersOf, type Filter } from '../../records/list-filters'
import ListScreen, { type ListLook } from '../../records/ListScreen'
import { useOurs } from '../../state/declarations'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { sayDate, sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { toneOfDays } from './stage-words'

const { suggestion } = declarations

const labels: Readonly<Record<string, string>> = { no: '编号', lead: '领衔', host: '承办单位', due_on: '期限', rate_result: '评价' }

/** The register's own columns (栏目设置 changes them), under the short words of a table. */
const shown: Declaration = {
  ...suggestion,
  fields: Object.fromEntries(Object.entries(suggestion.fields).map(([key, field]) => [key, { ...field, label: labels[key] ?? field.label }])),
}

function filters(ours: Declaration, today: string, units: readonly { readonly value: string; readonly label: string }[]): readonly Filter[] {
  const usual = filtersOf(ours, today)
  const of = (key: string): readonly Filter[] => usual.filter((filter) => filter.key === key)
  const choice = (key: 'period' | 'field', table: 'suggestion.period' | 'field', label: string): Filter =>
    ({ key, label, options: codeTables[table].entries.filter((entry) => entry.hidden !== true).map((entry) => ({ value: entry.code, label: entry.label })) })
  const own = usual.filter((filter) => ours.fields[filter.key]?.own === true)
  return [...of('status'), { key: 'host', label: '承办单位', options: units }, choice('period', 'suggestion.period', '时段'), choice('field', 'field', '分类'), ...own, ...of('raised_on.year')]
}

/** The list of suggestions. */
export default function SuggestionList({ route }: ScreenProps<'list'>) {
  const office = useOffice()
  const ours = useOurs(shown)
  const today = office?.today ?? ''
  const todos = useQuery('todo.list', office?.role === 'town' ? {} : null)
  const units = useQuery('record.list', { type: 'organisation', limit: 200 }, { types: ['organisation'] })
  const look = useMemo((): ListLook => {
    const due = dueByRecord(todos.data?.items ?? [])
    const hosts = (units.data?.rows ?? []).map((rec) => ({ value: rec.id, label: textOf(rec.fields, 'name') }))
    return { declaration: shown, filters: filters(ours, today, hosts), cells: { due_on: (rec) => <DueCell due={dueOfRow(rec, due, today)} today={today} /> }, sorts: ['due_on'] }
  }, [ours, todos.data, units.data, today])
  return <ListScreen route={route} look={look} />
}

function DueCell({ due, today }: { readonly due: ListDue | null; readonly today: string }) {
  if (due === null) return <span className="mut">—</span>
  const tone = due.past === true ? 'idle' : toneOfDays(due.days)
  return (
    <span className="sug-due" title={`${due.word} ${sayDate(due.due_on)}前`}>
      <Status tone={tone} quiet={tone === 'idle'}>{due.past === true ? '启用前到期' : due.days < 0 ? `逾期 ${-due.days} 天` : due.days === 0 ? '今天到期' : `剩 ${due.days} 天`}</Status>
      <span className="sm mut">{`${due.word} ${sayShortDate(due.due_on, today)}前`}</span>
    </span>
  )
}
