import { useState } from 'react'
import { call } from '../../api'
import type { OfficeInfo } from '../../../shared/contract/office'
import type { BackupDone } from '../../../shared/contract/safety'
import type { Result } from '../../../shared/result'
import { notify } from '../../state/notices'
import { refreshOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { useJob } from '../../state/use-job'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { JobProgress } from '../../ui/JobProgress'
import { RestoreBackup } from '../../ui/RestoreBackup'
import { sayBytes, sayMoment } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { SecondPlace } from './SecondPlace'

/** Name that a new backup is proposed: place and day, so that two are told apart on a stick. */
export const backupName = (office: Pick<OfficeInfo, 'name' | 'today'>): string => `${office.name}备份${office.today.replaceAll('-', '')}.zrb`

/** A copy on a stick with one press, a second place for every day's copy, and back again. */
export function BackupCard({ office }: { readonly office: OfficeInfo }) {
  const make = useCommand('backup.make')
  const stick = useCommand('backup.stick')
  const [made, setMade] = useState<BackupDone | null>(null)
  const [restoring, setRestoring] = useState(false)
  const job = useJob()
  const done = (answer: Result<BackupDone>): BackupDone | null => {
    if (!answer.ok && answer.code === 'cancelled') notify({ tone: 'doing', text: '已经取消，没有留下半份备份' })
    return answer.ok ? answer.value : null
  }
  const elsewhere = async (): Promise<BackupDone | null> => {
    const place = await call('shell.save-as', { title: '备份存到哪里', name: backupName(office) })
    if (!place.ok || place.value.path === null) return null
    const to = place.value.path
    return done(await job.follow((name) => make.run({ to, overwrite: true, job: name })))
  }
  const backup = async (): Promise<void> => {
    const drives = await call('shell.drives', {})
    const only = drives.ok && drives.value.drives.length === 1 ? drives.value.drives[0] : undefined
    setMade(null)
    const kept = only === undefined ? await elsewhere() : done(await job.follow((name) => stick.run({ drive: only.path, job: name })))
    if (kept === null) return
    setMade(kept)
    void refreshOffice()
  }
  const last = sayMoment(office.last_backup, office.today)
  return (
    <Card
      title="备份"
      beside={last === '' ? <Status tone="soon">还没有备份过</Status> : <Status tone="done">{`上次 ${last}`}</Status>}
      tools={
        <>
          <Button onClick={() => setRestoring(true)}>从备份恢复</Button>
          <Button look="primary" busy={make.busy || stick.busy} onClick={() => void backup()}>备份到 U 盘</Button>
        </>
      }
    >
      <p>每天第一次打开时自动在本机备份一份。每月再拷一份到 U 盘，连附件一起，锁进柜子：电脑坏了靠它。</p>
      <JobProgress run={job} doing="正在备份" hint="取消了，不留半份备份，本机记录不变。" />
      {make.error !== null && make.error.code !== 'cancelled' && <ErrorBox failure={make.error} />}
      {stick.error !== null && stick.error.code !== 'cancelled' && <ErrorBox failure={stick.error} />}
      {made !== null && (
        <div className="note done" style={{ marginTop: 12 }}>
          <div><b>备份好了，已核对。</b>{`共 ${made.records} 条，${sayBytes(made.bytes)}${made.attachments > 0 ? `，附件 ${made.attachments} 个` : ''}。`}<br />{made.file}</div>
        </div>
      )}
      <SecondPlace today={office.today} />
      {restoring && <RestoreBackup replaces onClose={() => setRestoring(false)} />}
    </Card>
  )
}
