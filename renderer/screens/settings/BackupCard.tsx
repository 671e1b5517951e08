import { useState } from 'react'
import { call } from '../../api'
import type { OfficeInfo } from '../../../shared/contract/office'
import type { OutputOf } from '../../../shared/contract'
import { refreshOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { RestoreBackup } from '../../ui/RestoreBackup'
import { sayBytes, sayMoment } from '../../ui/say-date'
import { Status } from '../../ui/Status'

/** Name that a new backup is proposed: place and day, so that two are told apart on a stick. */
export const backupName = (office: Pick<OfficeInfo, 'name' | 'today'>): string => `${office.name}备份${office.today.replaceAll('-', '')}.zrb`

/** A copy on a stick, back from one, and a look whether everything is whole. */
export function BackupCard({ office }: { readonly office: OfficeInfo }) {
  const make = useCommand('backup.make')
  const [made, setMade] = useState<OutputOf<'backup.make'> | null>(null)
  const [restoring, setRestoring] = useState(false)
  const backup = async (): Promise<void> => {
    const place = await call('shell.save-as', { title: '备份存到哪里', name: backupName(office) })
    if (!place.ok || place.value.path === null) return
    const answer = await make.run({ to: place.value.path })
    if (!answer.ok) return
    setMade(answer.value)
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
          <Button look="primary" busy={make.busy} onClick={() => void backup()}>备份到 U 盘</Button>
        </>
      }
    >
      <p>每天第一次打开时自动在本机备份一份。每月再拷一份到 U 盘，锁进柜子：电脑坏了靠它。</p>
      {make.error !== null && <ErrorBox failure={make.error} />}
      {made !== null && (
        <div className="note done" style={{ marginTop: 12 }}>
          <div><b>备份好了，已核对。</b>{`共 ${made.records} 条，${sayBytes(made.bytes)}。`}<br />{made.file}</div>
        </div>
      )}
      {restoring && <RestoreBackup replaces onClose={() => setRestoring(false)} />}
    </Card>
  )
}
