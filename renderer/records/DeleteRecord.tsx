import type { RecordPage } from '../../shared/contract/records'
import { declarationOf } from '../../shared/records'
import { back } from '../state/navigation'
import { notifySaved } from '../state/notices'
import { useCommand } from '../state/use-command'
import { ConfirmDelete } from '../ui/ConfirmDelete'
import { oneWord, tabWord } from './menus'

/** What follows from deleting: children that go with it, and that the county is told. */
export function consequencesOf(page: RecordPage): readonly string[] {
  const going = page.children.filter((list) => declarationOf(list.type)?.parents?.some((parent) => parent.field === list.key && parent.onDelete === 'cascade') === true && list.total > 0)
  return [
    ...going.map((list) => `连同${tabWord(list.type)} ${list.total} 条一起删除。`),
    ...(page.at_county === true ? ['县里已收到这条，下次上报会一并告知。'] : []),
  ]
}

/** Asks for the reason, deletes and goes back. */
export function DeleteRecord({ page, onClose }: { readonly page: RecordPage; readonly onClose: () => void }) {
  const remove = useCommand('record.delete')
  const { record, title } = page
  return (
    <ConfirmDelete
      question={`删除这条${oneWord(record.type)}？`}
      name={title}
      consequences={consequencesOf(page)}
      busy={remove.busy}
      failure={remove.error}
      onClose={onClose}
      onDelete={(reason) => void remove.run({ id: record.id, reason, base: record.version }).then((answer) => {
        if (!answer.ok) return
        const others = answer.value.deleted.length - 1
        notifySaved(`已删除：${title}${others > 0 ? `，连同 ${others} 条` : ''}`, { id: record.id })
        onClose()
        back()
      })}
    />
  )
}
