import { FileExcelOutlined, FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import type { InputOf } from '../../shared/contract'
import { call } from '../api'
import { inFolder, notifyMade, notifyPdf, notifyPrinted, useOutFolder } from '../print/out-folder'
import { notifyFailure } from '../state/notices'
import { useCommand } from '../state/use-command'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'

interface ListPaperProps {
  readonly asked: InputOf<'list.html'>
}

/** Every row of the list on paper or as PDF, not only those that were scrolled to. */
function ListPaperButtons({ asked }: ListPaperProps) {
  const { folder } = useOutFolder()
  const page = useCommand('list.html')
  const print = async (): Promise<void> => {
    const made = await page.run(asked)
    const printed = made.ok ? await call('shell.print', { html: made.value.html, dialog: true }) : made
    notifyPrinted(printed)
  }
  const save = async (): Promise<void> => {
    const made = await page.run(asked)
    const put = made.ok ? await call('shell.pdf', { path: inFolder(folder, made.value.name), html: made.value.html }) : made
    if (!put.ok) return notifyFailure(put)
    notifyPdf(put.value)
  }
  return (
    <>
      <Button look="text" icon={<Icon of={PrinterOutlined} />} busy={page.busy} onClick={() => void print()}>打印</Button>
      <Button look="text" icon={<Icon of={FilePdfOutlined} />} busy={page.busy} disabled={folder === ''} onClick={() => void save()}>存成 PDF</Button>
    </>
  )
}

/** Saves what the list shows, all pages of it, as a table for Excel and WPS. */
function ListFileButton({ asked }: { readonly asked: Omit<InputOf<'list.file'>, 'out'> }) {
  const { folder } = useOutFolder()
  const make = useCommand('list.file')
  const press = (): void => {
    void make.run({ ...asked, out: folder }).then((answer) => {
      if (answer.ok) for (const file of answer.value.files) notifyMade(file.path, file.aside)
      else notifyFailure(answer)
    })
  }
  return <Button look="text" icon={<Icon of={FileExcelOutlined} />} busy={make.busy} disabled={folder === ''} onClick={press}>存成表格</Button>
}

/** The whole list that a view shows: on paper, as PDF, as a table. */
export function ListPapers({ asked }: ListPaperProps) {
  return <><ListPaperButtons asked={asked} /><ListFileButton asked={asked} /></>
}
