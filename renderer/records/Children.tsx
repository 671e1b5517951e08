import { PlusOutlined } from '@ant-design/icons'
import type { ChildList, RecordPage } from '../../shared/contract/records'
import type { Rec } from '../../shared/record'
import { machineOf } from '../../shared/steps'
import { useDeclaration } from '../state/declarations'
import { go } from '../state/navigation'
import { useOffice } from '../state/session'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Icon } from '../ui/Icon'
import { childKinds, oneWord, tabWord, type ChildKind } from './menus'
import { RecordTable } from './RecordTable'

const shownRows = 8
/** As many as a card beside another one has room for; the list shows all. */
const shownColumns = 6

/** Kinds that a step of the record makes are not typed in beside it: the step knows more. A name forgotten on the list of those present is. */
function addable(record: Rec, role: 'town' | 'county'): readonly ChildKind[] {
  if (role === 'county') return []
  const made = new Set((machineOf(record.type)?.steps ?? []).map((step) => step.makes))
  return childKinds(record.type).filter((kind) => kind.key !== 'source_ref' && kind.type !== 'file' && (!made.has(kind.type) || kind.type === 'participation'))
}

const add = (kind: ChildKind, record: Rec): void => go({ screen: 'edit', type: kind.type, preset: { [kind.key]: record.id } })

/** What stands under the record: a card for each kind that has something, a button for each that has not. */
export function Children({ page, without = [] }: { readonly page: RecordPage; readonly without?: readonly string[] }) {
  const role = useOffice()?.role ?? 'town'
  const { record } = page
  const kinds = addable(record, role)
  const lists = page.children.filter((list) => !without.includes(list.type))
  const empty = kinds.filter((kind) => !without.includes(kind.type) && !lists.some((list) => list.type === kind.type && list.key === kind.key))
  return (
    <>
      {lists.map((list) => <ChildCard key={`${list.type} ${list.key}`} list={list} page={page} mayAdd={kinds.some((kind) => kind.type === list.type && kind.key === list.key)} />)}
      {!record.deleted && empty.length > 0 && (
        <div className="rec-add">
          <span className="mut">还可以记：</span>
          {empty.map((kind) => <Button key={`${kind.type} ${kind.key}`} icon={<Icon of={PlusOutlined} />} onClick={() => add(kind, record)}>{oneWord(kind.type)}</Button>)}
        </div>
      )}
    </>
  )
}

function ChildCard({ list, page, mayAdd }: { readonly list: ChildList; readonly page: RecordPage; readonly mayAdd: boolean }) {
  const declaration = useDeclaration(list.type)
  const { record } = page
  if (declaration === null) return null
  const lean = { ...declaration, columns: declaration.columns.filter((key) => key !== list.key).slice(0, shownColumns) }
  return (
    <Card
      bare
      title={tabWord(list.type)}
      beside={<span className="mut">{`${list.total} 条`}</span>}
      tools={mayAdd && !record.deleted ? <Button look="text" icon={<Icon of={PlusOutlined} />} aria-label={`添加${tabWord(list.type)}`} onClick={() => add(list, record)}>添加</Button> : undefined}
    >
      <div className="rec-scroll-x" tabIndex={0}>
        <RecordTable declaration={lean} rows={list.rows.slice(0, shownRows)} titles={page.titles} sort={null} opened={null} onOpen={(rec) => go({ screen: 'record', id: rec.id, type: rec.type })} />
      </div>
      {list.total > shownRows && (
        <button type="button" className="link rec-more" onClick={() => go({ screen: 'list', type: list.type, where: { [list.key]: record.id } })}>{`看全部 ${list.total} 条`}</button>
      )}
    </Card>
  )
}
