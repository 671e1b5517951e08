import { useId, useState } from 'react'
import { call } from '../api'
import { useCommand } from '../state/use-command'
import { readOffice } from '../state/session'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { ErrorBox } from './ErrorBox'
import { sayMoment } from './say-date'

interface RestoreBackupProps {
  readonly onClose: () => void
  /** Whether records of this computer will be replaced. */
  readonly replaces: boolean
}

/** Puts a backup in the place of the store: file, its password, then what it held. */
export function RestoreBackup({ onClose, replaces }: RestoreBackupProps) {
  const id = useId()
  const [file, setFile] = useState('')
  const [password, setPassword] = useState('')
  const restore = useCommand('backup.restore')
  const [done, setDone] = useState<{ readonly records: number; readonly made_at: string } | null>(null)

  const pick = async (): Promise<void> => {
    const answer = await call('shell.pick-file', { title: '选择备份文件', kinds: 'backup' })
    if (answer.ok && answer.value.path !== null) setFile(answer.value.path)
  }
  const run = async (): Promise<void> => {
    const answer = await restore.run({ file, ...(password === '' ? {} : { password }) })
    if (answer.ok) setDone(answer.value)
  }
  if (done !== null) {
    return (
      <Dialog title="已经恢复" onClose={() => void readOffice()} footer={<Button look="primary" onClick={() => void readOffice()}>用密码打开</Button>}>
        <div className="note done">
          <div><b>{`恢复了 ${done.records} 条记录。`}</b>备份做于 {sayMoment(done.made_at, '')}。密码是做备份时的密码。</div>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog
      title="从备份恢复"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不恢复</Button>
          <Button look="primary" disabled={file === ''} busy={restore.busy} onClick={() => void run()}>恢复</Button>
        </>
      }
    >
      {replaces && <div className="note soon"><div><b>本机现在的记录会换成备份里的。</b>现在这份会先改名留着，不会删。</div></div>}
      <div className="row">
        <Button onClick={() => void pick()}>选备份文件</Button>
        <span className="grow cut" title={file}>{file === '' ? <span className="mut">还没有选，一般在 U 盘上</span> : file}</span>
      </div>
      <label htmlFor={id}>做备份时的密码</label>
      <input id={id} className="input" type="password" value={password} onChange={(event) => setPassword(event.target.value)} />
      {restore.error !== null && <ErrorBox failure={restore.error} />}
    </Dialog>
  )
}
