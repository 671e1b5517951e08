import { useState } from 'react'
import type { OfficeInfo } from '../../../shared/contract/office'
import { backupPhases, type BackupDone } from '../../../shared/contract/safety'
import { refreshOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { useJob } from '../../state/use-job'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { JobProgress } from '../../ui/JobProgress'
import { sayStopped, StickDialog } from './StickDialog'

const steps = [[backupPhases.records, '写记录、核对'], [backupPhases.files, '写附件']] as const

/** 加一台电脑: the records for a start on the stick; the county gives the new computer a slip of its own. */
export function SecondCard({ office }: { readonly office: OfficeInfo }) {
  const [open, setOpen] = useState(false)
  const [made, setMade] = useState<BackupDone | null>(null)
  const write = useCommand('backup.stick')
  const job = useJob()
  const run = async (drive: string): Promise<void> => {
    const answer = await job.follow((name) => write.run({ drive, job: name }))
    if (!answer.ok) return sayStopped(answer)
    setMade(answer.value)
    setOpen(false)
    void refreshOffice()
  }
  return (
    <Card title="加一台电脑：两台一起用" tools={<Button onClick={() => setOpen(true)}>给新电脑做一份</Button>}>
      <p>两台各记各的，靠上报和县里的回执合到一起，不会重复算。两台改了同一条，会并排摆出来让您定。</p>
      {made !== null && <div className="note done"><div><b>写好了，已核对。</b>{`共 ${made.records} 条。`}<br />{made.file}</div></div>}
      {open && (
        <StickDialog title="给新电脑做一份" word="写到 U 盘" busy={write.busy} error={write.error} onWrite={(drive) => void run(drive)} onClose={() => setOpen(false)}
          progress={<JobProgress run={job} doing="正在写" steps={steps} hint="取消了，U 盘上不留半份，本机记录不变。" />}
        >
          <ol className="ways">
            <li>插上 U 盘，点下面的按钮。这台照常用。</li>
            <li>新电脑装好软件，第一屏点“换了电脑、加一台电脑”，选这份文件，选“加一台，两台一起用”。</li>
            <li>向县里再要一个配对文件、一张纸条，在新电脑上配对{office.device.letter === '' ? '。新电脑给的编号带字母 B，和这台的不会重' : ''}。</li>
          </ol>
        </StickDialog>
      )}
    </Card>
  )
}
