import { CopyOutlined, DeleteOutlined, EditOutlined, HistoryOutlined, PrinterOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { RecordPage } from '../../shared/contract/records'
import { formsOf } from '../../shared/forms'
import { privateTypes } from '../../shared/privacy/retention'
import { papersOf } from '../../shared/report/papers/paper'
import type { Declaration } from '../../shared/record'
import { FormsDialog } from './FormsDialog'
import { sayWarning } from '../../shared/text'
import { declarationNow } from '../state/declarations'
import { back, go } from '../state/navigation'
import { useKeys } from '../state/use-keys'
import { AskToMend } from './AskToMend'
import { MergeButton } from './MergeButton'
import { useLevel } from '../state/level'
import { useOffice } from '../state/session'
import { routeOfTodo } from '../state/todo-action'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { sayTodoDays } from '../ui/say-date'
import { Status } from '../ui/Status'
import { DeleteRecord } from './DeleteRecord'
import { EraseRecord } from './EraseRecord'
import { HistoryDrawer } from './HistoryDrawer'
import { likeThis } from './like-this'
import { printPage } from './ListActions'
import { RestoreButton } from './RestoreButton'
import { UnshownBanner } from './UnshownBanner'

interface PageToolsProps {
  readonly page: RecordPage
  readonly declaration: Declaration
  /** At the left. */
  readonly children?: React.ReactNode
  /** A drawer of the page is open: Escape is its. */
  readonly drawerOpen?: boolean
  /** The cards of the page have buttons of their own for it. */
  readonly withoutEdit?: boolean
  /** Opens the entry that the record was written in, instead of the general form. */
  readonly onEdit?: () => void
}

/** What can be done with a record as a whole, and whether the county has it. */
export function PageTools({ page, declaration, children, drawerOpen = false, withoutEdit = false, onEdit }: PageToolsProps) {
  const { record } = page
  const [open, setOpen] = useState<'history' | 'delete' | 'erase' | 'mend' | 'forms' | null>(null)
  // A town's record is the town's to mend; the county asks with the next receipt.
  const ofTown = useOffice()?.role === 'county' && record.org.length === 9
  const town = useOffice()?.role !== 'county'
  const { theirs } = useLevel()
  const official = town ? papersOf(record) : []
  const like = likeThis(record, declaration, town ? 'town' : 'county')
  const hasForms = !record.deleted && (formsOf(record.type).length > 0 || official.length > 0)
  useKeys(open === null && !drawerOpen ? { Escape: back } : {})
  return (
    <>
      <div className="rec-page-tools">
        <div className="grow">{children}</div>
        {declaration.scope === 'town'
          ? <Status tone="done" quiet>只留在本镇，不上报</Status>
          : page.at_county !== null && <Status tone={page.at_county ? 'done' : 'idle'} quiet>{page.at_county ? '县里已有' : '县里还没有'}</Status>}
        <Button look="text" icon={<Icon of={HistoryOutlined} />} onClick={() => setOpen('history')}>{`全部记录 ${page.versions} 条`}</Button>
        <Button look="text" icon={<Icon of={PrinterOutlined} />} onClick={() => { if (hasForms) setOpen('forms'); else void printPage() }}>打印</Button>
        {like !== null && <Button look="text" icon={<Icon of={CopyOutlined} />} onClick={() => go(like)}>照这条再记</Button>}
        {ofTown && !record.deleted && <Button look="text" onClick={() => setOpen('mend')}>{`请${theirs}改`}</Button>}
        {!ofTown && !record.deleted && <MergeButton record={record} />}
        {privateTypes.includes(record.type) && page.title !== '' && <Button look="text" onClick={() => setOpen('erase')}>彻底抹去</Button>}
        {!record.deleted && (
          <>
            {!withoutEdit && <Button icon={<Icon of={EditOutlined} />} onClick={onEdit ?? (() => go({ screen: 'edit', type: record.type, id: record.id }))}>修改</Button>}
            {record.type !== 'office' && <Button look="danger" icon={<Icon of={DeleteOutlined} />} onClick={() => setOpen('delete')}>删除</Button>}
          </>
        )}
      </div>
      {open === 'history' && <HistoryDrawer id={record.id} declaration={declaration} onClose={() => setOpen(null)} />}
      {open === 'forms' && <FormsDialog id={record.id} papers={official} onClose={() => setOpen(null)} />}
      {open === 'delete' && <DeleteRecord page={page} onClose={() => setOpen(null)} />}
      {open === 'erase' && <EraseRecord page={page} onClose={() => setOpen(null)} />}
      {open === 'mend' && <AskToMend id={record.id} type={record.type} title={page.title} onClose={() => setOpen(null)} />}
    </>
  )
}

/** What does not fit together, named at its field for as long as it is so. */
function DoubtBanner({ record, doubt }: { readonly record: RecordPage['record']; readonly doubt: RecordPage['doubtful'][number] }) {
  const field = doubt.field
  const label = field === undefined ? undefined : declarationNow(record.type)?.fields[field]?.label
  const words = sayWarning(doubt, label)
  if (words === null) return null
  return (
    <div className="note soon">
      <div className="grow">{label !== undefined && <b>{`${label}：`}</b>}{words}</div>
      {field !== undefined && <Button onClick={() => go({ screen: 'edit', type: record.type, id: record.id, focus: field })}>去改</Button>}
    </div>
  )
}

/** What one must know before reading on. */
export function RecordBanners({ page }: { readonly page: RecordPage }) {
  const { record, title } = page
  return (
    <>
      {record.deleted && (
        <div className="note soon">
          <div className="grow"><b>这条已经删除。</b>在回收站里，统计和上报都不再算它。</div>
          <RestoreButton rec={record} title={title} />
        </div>
      )}
      {record.conflict === true && (
        <div className="note soon">
          <div className="grow"><b>两台电脑都改过这条。</b>现在显示的是较新的一份，定下来以后两边都用同一份。</div>
          <Button onClick={() => go({ screen: 'conflicts', id: record.id })}>逐项看</Button>
        </div>
      )}
      {page.todos.filter((todo) => todo.rule === 'county.issue').map((todo) => (
        <div key={todo.id} className="note soon">
          <div className="grow"><b>{todo.title}</b>{`　${todo.note ?? sayTodoDays(todo)}。改好后随下一包上报。`}</div>
          <Button onClick={() => go(routeOfTodo(todo))}>去改</Button>
        </div>
      ))}
      <UnshownBanner page={page} />
      {page.doubtful.map((doubt) => <DoubtBanner key={`${doubt.code} ${doubt.field ?? ''}`} record={record} doubt={doubt} />)}
    </>
  )
}
