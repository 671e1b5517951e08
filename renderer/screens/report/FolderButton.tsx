import { notifyMade } from '../../print/out-folder'
import { notify } from '../../state/notices'
import { useOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { useJob } from '../../state/use-job'
import { Button } from '../../ui/Button'
import { ErrorBox } from '../../ui/ErrorBox'
import { JobProgress } from '../../ui/JobProgress'

/** 查阅台账: one press makes a folder of the year's records, documents and attachments, with contents. */
export function FolderButton({ year, folder }: { readonly year: number; readonly folder: string }) {
  const office = useOffice()
  const make = useCommand('report.folder')
  const job = useJob()
  const today = office?.today ?? ''
  const last = `${String(year)}-12-31`
  const run = async (): Promise<void> => {
    const done = await job.follow((name) => make.run({ from: `${String(year)}-01-01`, to: today !== '' && today < last ? today : last, out: folder, job: name }))
    if (!done.ok) {
      if (done.code === 'cancelled') notify({ tone: 'doing', text: '已经取消，什么都没有留下' })
      return
    }
    notifyMade(done.value.path)
    if (done.value.absent.length > 0) notify({ tone: 'soon', text: `${String(done.value.absent.length)} 个附件不在这台电脑上，没有放进台账` })
  }
  return (
    <>
      <Button busy={make.busy} disabled={folder === ''} title="这一年的记录、文件和附件放进一个文件夹，前面有目录" onClick={() => void run()}>整理查阅台账（一个文件夹）</Button>
      <JobProgress run={job} doing="正在整理" />
      {make.error !== null && make.error.code !== 'cancelled' && <ErrorBox failure={make.error} />}
    </>
  )
}
