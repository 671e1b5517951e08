import type { AttachedFile } from '../../shared/contract/files'
import { showSigns } from '../../shared/parse/text'
import { notifySaved } from '../state/notices'
import { useCommand } from '../state/use-command'
import { ConfirmDelete } from '../ui/ConfirmDelete'

/** Takes an attachment off its record; it can be put back. */
export function RemoveFile({ file, onClose }: { readonly file: AttachedFile; readonly onClose: () => void }) {
  const remove = useCommand('file.remove')
  return (
    <ConfirmDelete
      question="去掉这个附件？"
      name={showSigns(file.name)}
      consequences={['记录本身不动，只是不再带这个附件。']}
      reasons={['加错了', '不清楚，换一张', '重复']}
      busy={remove.busy}
      failure={remove.error}
      onClose={onClose}
      onDelete={(reason) => {
        void remove.run({ id: file.id, reason }).then((answer) => {
          if (!answer.ok) return
          onClose()
          const { record } = answer.value
          notifySaved(`已去掉附件“${showSigns(file.name)}”`, record === null ? { id: file.id } : { id: record.id, version: record.version })
        })
      }}
    />
  )
}
