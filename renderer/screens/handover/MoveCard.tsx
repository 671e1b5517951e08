import { useState } from 'react'
import { movePhases } from '../../../shared/contract/safety'
import { resetNotices } from '../../state/notices'
import { refreshOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { useJob } from '../../state/use-job'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { JobProgress } from '../../ui/JobProgress'
import { sayStopped, StickDialog } from './StickDialog'

const steps = [[movePhases.records, '写记录、核对'], [movePhases.files, '写附件'], [movePhases.close, '停用这台']] as const

/** 换电脑: everything on a stick, this computer closed in the same breath, so that nobody goes on in two places. */
export function MoveCard() {
  const [open, setOpen] = useState(false)
  const move = useCommand('office.move')
  const job = useJob()
  const bound = job.progress?.words === movePhases.close
  const run = async (drive: string): Promise<void> => {
    // The door that says "moved" takes the place of the page.
    const moved = await job.follow((name) => move.run({ drive, job: name }))
    if (!moved.ok) return sayStopped(moved)
    resetNotices()
    void refreshOffice()
  }
  return (
    <Card title="换电脑：搬到新电脑" tools={<Button onClick={() => setOpen(true)}>搬到新电脑</Button>}>
      <p>记录、附件、没写完的、配对都一起搬，不用再向县里要纸条。搬好以后，这台电脑就停用，免得两边各记各的。</p>
      {open && (
        <StickDialog title="搬到新电脑" word="写到 U 盘，停用这台" busy={move.busy} error={move.error} onWrite={(drive) => void run(drive)} onClose={() => setOpen(false)}
          progress={<JobProgress run={job} doing="正在搬" steps={steps} hint={bound ? 'U 盘上已经写好、核对好。' : '取消了，U 盘上不留能接着用的文件，这台照常用。'} bound={bound} />}
        >
          <ol className="ways">
            <li>插上 U 盘，点下面的按钮。写好会自己核对一遍，核对不上就不停用。</li>
            <li>新电脑装好软件，第一屏点“换了电脑、加一台电脑”。</li>
            <li>选 U 盘上名字带“搬家”的文件，输现在的密码，就接着用。</li>
          </ol>
        </StickDialog>
      )}
    </Card>
  )
}
