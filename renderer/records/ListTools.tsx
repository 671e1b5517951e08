import type { Titles } from '../../shared/contract/records'
import type { Declaration } from '../../shared/record'
import { useLevel } from '../state/level'
import { useOffice } from '../state/session'
import { useTitles } from '../state/titles'
import { Button } from '../ui/Button'
import { batchFields } from './batch-fields'
import { FilterSelect } from './FilterSelect'
import { idsIn, sayValue } from './format-value'
import type { Filter } from './list-filters'
import { changeView, type ListView } from './list-view'
import { tabWord } from './menus'
import { SearchField } from './SearchField'

interface ListToolsProps {
  readonly declaration: Declaration
  readonly filters: readonly Filter[]
  readonly view: ListView
  readonly titles: Titles
  readonly towns?: readonly { readonly code: string; readonly name: string }[]
  readonly onDown: () => void
}

/** Words and conditions. Conditions that have no box of their own are shown as words that can be taken off. */
export function ListTools({ declaration, filters, view, titles, towns, onDown }: ListToolsProps) {
  const { type } = declaration
  const setWhere = (key: string, value: string): void =>
    changeView(type, { where: { ...Object.fromEntries(Object.entries(view.where).filter(([one]) => one !== key)), ...(value === '' ? {} : { [key]: value }) } })
  const others = Object.entries(view.where).filter(([key]) => !filters.some((filter) => filter.key === key))
  const narrowed = view.text !== '' || Object.keys(view.where).length > 0 || view.town !== ''
  const level = useLevel()
  const word = tabWord(type)
  const mayTick = useOffice()?.role === 'town' && !view.bin && batchFields(declaration).length > 0
  return (
    <>
      <div className="rec-tools">
        <SearchField label={`在${word}里查找`} value={view.text} onSearch={(text) => changeView(type, { text })} onDown={onDown} />
        {towns !== undefined && (
          <FilterSelect label={level.which} options={towns.map(({ code, name }) => ({ value: code, label: name }))} value={view.town} onChange={(town) => changeView(type, { town })} />
        )}
        {filters.map((filter) => (
          <FilterSelect key={filter.key} label={filter.label} options={withPresent(filter, view.where[filter.key])} value={view.where[filter.key] ?? ''} onChange={(value) => setWhere(filter.key, value)} />
        ))}
        {mayTick && <Button look="text" aria-pressed={view.ticked !== null} onClick={() => changeView(type, { ticked: view.ticked === null ? [] : null })}>{view.ticked === null ? '批量改' : '不批量改了'}</Button>}
        {narrowed && <Button look="text" onClick={() => changeView(type, { text: '', where: {}, town: '' })}>全部清除</Button>}
      </div>
      {(others.length > 0 || view.bin) && (
        <div className="rec-narrow">
          {view.bin && <b>回收站：删除的记录都在这里，可以恢复。</b>}
          {others.map(([key, value]) => <Condition key={key} declaration={declaration} name={key} value={value} titles={titles} onDrop={() => setWhere(key, '')} />)}
        </div>
      )}
    </>
  )
}

/** A value from elsewhere (an old year, a code no longer offered) stays visible in its box. */
function withPresent(filter: Filter, present: string | undefined): Filter['options'] {
  if (present === undefined || present === '' || filter.options.some((option) => option.value === present)) return filter.options
  return [...filter.options, { value: present, label: filter.key.endsWith('year') ? `${present}年` : present }]
}

interface ConditionProps {
  readonly declaration: Declaration
  readonly name: string
  readonly value: string
  readonly titles: Titles
  readonly onDrop: () => void
}

function Condition({ declaration, name, value, titles, onDrop }: ConditionProps) {
  const [outer = '', inner] = name.split('.')
  const list = declaration.fields[outer]
  const field = inner === undefined ? list : list?.items?.[inner]
  const ids = field === undefined ? [] : idsIn({ ...field, kind: field.kind === 'refs' ? 'ref' : field.kind }, value)
  const known = useTitles(ids.filter((id) => titles[id] === undefined))
  const nameOf = (id: string): string => titles[id]?.title ?? known[id] ?? '…'
  const words = ids.length > 0 ? nameOf(value) : field === undefined ? value : sayValue(field, field.kind === 'flag' ? value === 'true' : value, nameOf)
  return (
    <span className="rec-cond">
      {`${field?.label ?? outer}：${words === '' ? '空' : words}`}
      <button type="button" aria-label={`不再按${field?.label ?? outer}筛选`} onClick={onDrop}>×</button>
    </span>
  )
}
