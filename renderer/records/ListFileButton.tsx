import { FileExcelOutlined } from '@ant-design/icons'
import type { InputOf } from '../../shared/contract'
import { notifyMade, useOutFolder } from '../print/out-folder'
import { notifyFailure } from '../state/notices'
import { useCommand } from '../state/use-command'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'

/** Saves what the list shows, all pages of it, as a table for Excel and WPS. */
export function ListFileButton({ asked }: { readonly asked: Omit<InputOf<'list.file'>, 'out'> }) {
  const { folder } = useOutFolder()
  const make = useCommand('list.file')
  const press = (): void => {
    void make.run({ ...asked, out: folder }).then((answer) => {
      if (answer.ok) for (const file of answer.value.files) notifyMade(file.path)
      else notifyFailure(answer)
    })
  }
  return <Button look="text" icon={<Icon of={FileExcelOutlined} />} busy={make.busy} disabled={folder === ''} onClick={press}>存成表格</Button>
}
