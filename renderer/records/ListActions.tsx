import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { isRecordType } from '../../shared/records'
import { call } from '../api'
import type {} from '../screens/old-ledger/routes'
import type {} from '../screens/own-fields/routes'
import { go } from '../state/navigation'
import { notifyPrinted } from '../print/out-folder'
import { useOffice, useTakesNone } from '../state/session'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { changeView, type ListView } from './list-view'
import type { NewRecord } from './new-record'
import { hasOwnColumns } from './own-columns'

interface ListActionsProps {
  readonly type: string
  readonly view: ListView
  readonly made: NewRecord | null
}

/** Prints what is shown. */
export async function printPage(): Promise<void> {
  notifyPrinted(await call('shell.print', { dialog: true }))
}

/** At the right of the tabs, where it never leaves the screen: what comes in, the bin, and the one red button. */
export function ListActions({ type, view, made }: ListActionsProps) {
  // Attachments come with their records. A county reads what its towns wrote: it imports only what is its own to write.
  const reads = useOffice()?.role === 'county' && made === null
  const none = useTakesNone()
  const imports = type !== 'file' && !reads && !none
  return (
    <div className="rec-actions">
      {!view.bin && imports && <Button look="text" title="从 Excel、WPS 表格或粘贴的内容导入" onClick={() => go({ screen: 'old-ledger', type, as: 'new' })}>导入</Button>}
      {!view.bin && isRecordType(type) && hasOwnColumns(type) && <Button look="text" title="这张表有哪些栏、叫什么、怎么排" onClick={() => go({ screen: 'own-fields', type })}>栏目</Button>}
      <Button look="text" {...(view.bin ? {} : { icon: <Icon of={DeleteOutlined} /> })} onClick={() => changeView(type, { bin: !view.bin })}>{view.bin ? '返回名册' : '回收站'}</Button>
      {made !== null && !view.bin && <Button look="primary" icon={<Icon of={PlusOutlined} />} onClick={() => go(made.route)}>{made.word}</Button>}
    </div>
  )
}
