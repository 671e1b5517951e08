import { useId, useState } from 'react'
import { call } from '../api'
import { restorePhases, type BackupSeen, type ListedBackup } from '../../shared/contract/safety'
import { useCommand } from '../state/use-command'
import { useJob } from '../state/use-job'
import { useQuery } from '../state/use-query'
import { readOffice } from '../state/session'
import { Button } from './Button'
import { Dialog } from './Dialog'
import { ErrorBox } from './ErrorBox'
import { JobProgress } from './JobProgress'
import { sayBytes, sayMoment, sayTime } from './say-date'

interface RestoreBackupProps {
  readonly onClose: () => void
  /** Whether records of this computer will be replaced. */
  readonly replaces: boolean
}

/** Puts a backup in the place of the store: which one, what it holds, its password, and only then the change. */
export function RestoreBackup({ onClose, replaces }: RestoreBackupProps) {
  const id = useId()
  const [file, setFile] = useState('')
  const [password, setPassword] = useState('')
  const [second, setSecond] = useState(false)
  const [seen, setSeen] = useState<BackupSeen | null>(null)
  const own = useQuery('backup.list', {}, { types: [] })
  const look = useCommand('backup.look')
  const restore = useCommand('backup.restore')
  const job = useJob()
  const replaced = job.progress !== null && job.progress.words !== restorePhases.before
  const [done, setDone] = useState<{ readonly records: number; readonly made_at: string } | null>(null)

  // What goes on is called off or waited for, never left behind a closed dialog.
  const close = (): void => {
    if (!restore.busy) onClose()
  }
  const choose = async (path: string): Promise<void> => {
    setFile(path)
    setSeen(null)
    const answer = await look.run({ file: path })
    if (answer.ok) setSeen(answer.value)
  }
  const pick = async (): Promise<void> => {
    const answer = await call('shell.pick-file', { title: '选择备份文件', kinds: 'backup' })
    if (answer.ok && answer.value.path !== null) await choose(answer.value.path)
  }
  const run = async (): Promise<void> => {
    const answer = await job.follow((name) => restore.run({ file, ...(password === '' ? {} : { password }), ...(second ? { second } : {}), job: name }))
    if (answer.ok) setDone(answer.value)
  }
  if (done !== null) {
    return (
      <Dialog title="已经恢复" onClose={() => void readOffice()} footer={<Button look="primary" onClick={() => void readOffice()}>用密码打开</Button>}>
        <div className="note done">
          <div><b>{`恢复了 ${done.records} 条记录。`}</b>备份做于 {sayMoment(done.made_at, '')}。密码是做备份时的密码。{second && '打开以后，先到“上报”里和县里配对。'}</div>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog
      title={replaces ? '从备份恢复' : '从 U 盘接着用'}
      onClose={close}
      footer={
        <>
          <Button disabled={restore.busy} onClick={close}>先不恢复</Button>
          <Button look="primary" disabled={seen === null || seen.newer || (second && password === '')} busy={restore.busy} onClick={() => void run()}>{replaces ? '恢复' : '接着用'}</Button>
        </>
      }
    >
      {replaces && <div className="note soon"><div><b>本机现在的记录会换成备份里的。</b>现在这份会先改名留着，不会删。</div></div>}
      <OwnBackups backups={own.data?.backups ?? []} file={file} onChoose={(path) => void choose(path)} />
      <div className="row">
        <Button onClick={() => void pick()}>{replaces ? '选 U 盘上的备份文件' : '选 U 盘上的文件（搬家、备份）'}</Button>
        <span className="grow cut" title={file}>{file === '' ? <span className="mut">还没有选</span> : file}</span>
      </div>
      {look.error !== null && <ErrorBox failure={look.error} />}
      {seen !== null && <Preview seen={seen} />}
      {!replaces && seen?.office.role === 'town' && (
        <fieldset>
          <legend className="mut">这台电脑</legend>
          <label className="row"><input type="radio" name={`${id}as`} checked={!second} onChange={() => setSecond(false)} />接替原来那台（换了电脑，原来的停用）</label>
          <label className="row"><input type="radio" name={`${id}as`} checked={second} onChange={() => setSecond(true)} />加一台，两台一起用（要向县里再要一张配对纸条）</label>
        </fieldset>
      )}
      <label htmlFor={id}>做备份时的密码</label>
      <input id={id} className="input" type="password" value={password} onChange={(event) => setPassword(event.target.value)} />
      <JobProgress run={job} doing="正在恢复" hint={replaced ? '记录已经换好，附件拷完才算恢复好，现在不能取消。' : '记录换过去以前还可以取消，换了就不能。'} bound={replaced} />
      {restore.error !== null && <ErrorBox failure={restore.error} />}
    </Dialog>
  )
}

const mostShown = 4

/** The backups that this computer makes by itself: nobody can be asked to find their folder. */
function OwnBackups({ backups, file, onChoose }: { readonly backups: readonly ListedBackup[]; readonly file: string; readonly onChoose: (file: string) => void }) {
  const group = useId()
  const whole = backups.filter((one) => one.made_at !== '').slice(0, mostShown)
  if (whole.length === 0) return null
  return (
    <fieldset>
      <legend className="mut">本机自动做的</legend>
      {whole.map((one) => (
        <label key={one.file} className="row">
          <input type="radio" name={group} checked={one.file === file} onChange={() => onChoose(one.file)} />
          {`${sayMoment(one.made_at, '')} ${sayTime(one.made_at)}${one.records === null ? '' : `，${String(one.records)} 条`}`}
        </label>
      ))}
    </fieldset>
  )
}

/** What would come back, beside what is there now. */
function Preview({ seen }: { readonly seen: BackupSeen }) {
  const { office, present } = seen
  const fewer = present !== null && present.code === office.code ? present.records - seen.records : 0
  return (
    <div className={seen.newer || (present !== null && present.code !== office.code) ? 'note late' : 'note doing'}>
      <div>
        <b>{`${office.name}，${sayMoment(seen.made_at, '')}做的备份`}</b>
        <br />{`${String(seen.records)} 条记录，${sayBytes(seen.bytes)}${seen.attachments > 0 ? `，旁边有 ${String(seen.attachments)} 个附件，一起恢复` : ''}。`}
        {seen.newer && <><br />它是新版软件做的，请先升级本机的软件。</>}
        {present !== null && present.code !== office.code && <><br />这不是本单位的备份，请核对。</>}
        {fewer > 0 && <><br />{`比现在少 ${String(fewer)} 条：备份以后记的不在里面。`}</>}
      </div>
    </div>
  )
}
