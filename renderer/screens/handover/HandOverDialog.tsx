import { useState } from 'react'
import type { OfficeInfo } from '../../../shared/contract/office'
import { handOverPhases, type HandedOver } from '../../../shared/contract/safety'
import type { Failure } from '../../../shared/result'
import { say } from '../../../shared/text'
import { call } from '../../api'
import { LabelledRow } from '../../fields/LabelledRow'
import { printSheet } from '../../print/print-sheet'
import { notify } from '../../state/notices'
import { openOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { useJob } from '../../state/use-job'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'
import { JobProgress } from '../../ui/JobProgress'
import { Status } from '../../ui/Status'
import { strengthOf } from '../setup/password-strength'
import { HandoverPapers } from './HandoverPapers'
import { readOpenWork } from './open-work'

const steps = [[handOverPhases.check, '核对密码'], [handOverPhases.change, '换密码'], [handOverPhases.backup, '备份一份']] as const

const empty = { by: '', password: '', fresh: '', again: '' }

interface HandOverDialogProps {
  readonly office: OfficeInfo
  readonly onClose: () => void
}

/** Name and new password, one press, and the papers of the handover come out of the printer. */
export function HandOverDialog({ office, onClose }: HandOverDialogProps) {
  const [form, setForm] = useState(empty)
  const [chair, setChair] = useState(true)
  const [done, setDone] = useState<HandedOver | null>(null)
  const hand = useCommand('office.hand-over')
  const job = useJob()
  const changed = job.progress?.words === handOverPhases.backup
  const close = (): void => {
    if (!hand.busy) onClose()
  }
  const short = form.fresh !== '' && strengthOf(form.fresh) === 'short'
  const differs = form.again !== '' && form.fresh !== form.again
  const ready = form.by.trim() !== '' && form.password !== '' && form.fresh !== '' && !short && form.fresh === form.again

  const print = async (made: HandedOver): Promise<void> => {
    await printSheet(<HandoverPapers office={made.office} from={office.by} made={made} work={await readOpenWork(made.office.role)} />)
  }
  const run = async (): Promise<void> => {
    if (!ready || hand.busy) return
    const answer = await job.follow((name) => hand.run({ password: form.password, fresh: form.fresh, by: form.by.trim(), ...(chair ? { chair } : {}), job: name }))
    if (!answer.ok) {
      if (answer.code === 'cancelled') notify({ tone: 'doing', text: '已经取消，没有交接，密码和恢复单都照旧' })
      return
    }
    setForm(empty)
    setDone(answer.value)
    await print(answer.value)
  }
  /** The paper is good: the words of the sheet are kept nowhere any more. Closed by the cross, they wait in the settings to be printed. */
  const printed = async (made: HandedOver): Promise<void> => {
    if (made.sheet !== null) await call('exchange.sheet', { printed: true })
    finish(made)
  }
  const finish = (made: HandedOver): void => {
    onClose()
    openOffice(made.office)
    notify({ tone: 'done', text: `交接好了，现在由${made.office.by}记。请把新密码写在纸上封好，再备份一次到 U 盘。` })
  }
  const field = (key: keyof typeof empty, id: string) => ({
    id, className: 'input', type: key === 'by' ? 'text' : 'password', value: form[key], maxLength: key === 'by' ? 20 : 200, 'aria-describedby': `${id}-say`, autoComplete: key === 'password' ? 'current-password' : 'new-password',
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setForm({ ...form, [key]: event.target.value }),
  })
  if (done !== null) {
    return (
      <Dialog title="印好了吗？" onClose={() => finish(done)} footer={<><Button onClick={() => void print(done)}>再印一次</Button><Button look="primary" onClick={() => void printed(done)}>印好了，字都看得清</Button></>}>
        <p><b>新密码已经生效。</b>交接单两人签字，各存一份；恢复单装进信封封好，锁进柜子。</p>
        <p>关掉以后，恢复单上的字只有纸上有。{done.sheet === null ? '以前印的密码恢复单撕掉。' : '以前印的密码恢复单撕掉；以前印的“换电脑用的恢复单”等下一次上报、收到回执以后再撕。'}</p>
        {done.unsaved !== undefined && <Unsaved failure={done.unsaved} />}
        <details>
          <summary>打印机不好用，照着抄在纸上</summary>
          <p>密码恢复单：<b style={{ userSelect: 'text', overflowWrap: 'anywhere' }}>{done.code}</b></p>
          {done.sheet !== null && <p>换电脑用的恢复单：<b style={{ userSelect: 'text', overflowWrap: 'anywhere' }}>{done.sheet}</b></p>}
        </details>
      </Dialog>
    )
  }
  return (
    <Dialog title="办理交接" onClose={close} footer={<><Button disabled={hand.busy} onClick={close}>先不交接</Button><Button look="primary" disabled={!ready} busy={hand.busy} onClick={() => void run()}>交接，打印</Button></>}>
      <form noValidate onSubmit={(event) => { event.preventDefault(); void run() }}>
        <LabelledRow label="接收人" htmlFor="hand-by" required hint="以后打开软件，默认是这位在用"><input {...field('by', 'hand-by')} autoFocus autoComplete="off" /></LabelledRow>
        <LabelledRow label="" htmlFor="hand-chair"><label className="row"><input id="hand-chair" type="checkbox" className="tick" checked={chair} onChange={(event) => setChair(event.target.checked)} />{office.role === 'town' ? '他是新主席，单位资料里的主席也改成他' : '单位资料里的负责人也改成他'}</label></LabelledRow>
        <LabelledRow label="现在的密码" htmlFor="hand-password" required hint="由移交人输入"><input {...field('password', 'hand-password')} aria-invalid={hand.error?.code === 'wrong-password'} /></LabelledRow>
        <LabelledRow label="新密码" htmlFor="hand-fresh" required error={short ? '太短，至少 8 个字符' : null} hint={strengthOf(form.fresh) === 'weak' && form.fresh !== '' ? <Status tone="soon" quiet>容易猜到，再长一点</Status> : '由接收人输入，至少 8 个字符'}><input {...field('fresh', 'hand-fresh')} aria-invalid={short} /></LabelledRow>
        <LabelledRow label="再输一遍" htmlFor="hand-again" required error={differs ? '两次输入的不一样' : null}><input {...field('again', 'hand-again')} aria-invalid={differs} /></LabelledRow>
        <button type="submit" hidden />
      </form>
      <JobProgress run={job} doing="正在交接" steps={steps} hint={changed ? '新密码已经生效。现在取消，只是不做今天的备份。' : '换密码以前取消，什么都不变。'} bound={job.progress?.words === handOverPhases.change} />
      {hand.error !== null && hand.error.code !== 'cancelled' && <ErrorBox failure={hand.error} />}
    </Dialog>
  )
}

/** The handover holds; only the first backup with the new password is wanting. */
function Unsaved({ failure }: { readonly failure: Failure }) {
  const why = failure.code === 'cancelled' ? '' : say(failure.code, failure.detail ?? {}).say
  return <div className="note soon"><div><b>今天的备份没有做。</b>{`${why}以前的备份要用旧密码才打得开，请到“设置”的“备份和密码”里再备份一份。`}</div></div>
}
