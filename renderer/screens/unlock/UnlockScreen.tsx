/** Opens the store: who works today, and the password. */
import { useState } from 'react'
import { LabelledRow } from '../../fields/LabelledRow'
import type { OfficeInfo } from '../../../shared/contract/office'
import { version } from '../../../shared/version'
import { go } from '../../state/navigation'
import { dismiss, notify } from '../../state/notices'
import { noteFailed, openOffice, useSession } from '../../state/session'
import { lookAt } from '../../state/practice'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { DoorFrame } from '../../ui/DoorFrame'
import { ErrorBox } from '../../ui/ErrorBox'
import { RestoreBackup } from '../../ui/RestoreBackup'
import { Status } from '../../ui/Status'
import { ForgotPassword } from '../recovery-code/ForgotPassword'
import { needsRescue } from '../rescue/ways-back'

const why = { asked: null, idle: '有一阵没有操作，已自动锁上。没写完的都存着。', crashed: '软件内部重新启动过，请再输一次密码。没写完的都存着。' } as const

/** The application was not closed the last time: the power went, or the computer stood still. */
function sayUnclean({ unclean_exit: unclean }: OfficeInfo): void {
  if (unclean === undefined) return
  notify(unclean.sound ? { tone: 'done', text: '上次没有正常关掉（停电、死机）。已经检查过，记录都完好。' } : { tone: 'soon', text: '上次没有正常关掉，检查发现数据文件有损坏。请到“设置”的“备份和密码”点“检查数据”。' })
}

/** The power went during a handover. */
function sayHandOver({ handover, role }: OfficeInfo): void {
  if (handover === undefined) return
  if (!handover.done) notify({ tone: 'soon', text: '上次办交接，没办完就关掉了（停电、死机）。什么都没有变，密码还是原来的，请再办一次。' })
  else {
    const notice = notify({
      tone: 'soon', text: `上次办交接，换好密码就关掉了（停电、死机），已经接着办完，以后由${handover.by}记。恢复单没有来得及印，以前的作废，请重新打印${role === 'town' ? '两张' : ''}。`,
      button: { label: '去打印', run: () => { dismiss(notice); go({ screen: 'settings', part: 'safety' }) } },
    })
  }
}

/** The first time with another version of the program: where to read what it brings. */
function sayNews({ updated_from: before }: OfficeInfo): void {
  if (before === undefined) return
  const notice = notify({
    tone: 'done', text: `软件已从 ${before} 换成 ${version}，记录都在。`,
    button: { label: '看新版本有什么', run: () => { dismiss(notice); go({ screen: 'help', page: 'news' }) } },
  })
}

export function UnlockScreen() {
  const names = useSession((state) => state.names)
  const lockedBecause = useSession((state) => state.lockedBecause)
  const [by, setBy] = useState(names[0] ?? '')
  const [password, setPassword] = useState('')
  const [caps, setCaps] = useState(false)
  const [forgot, setForgot] = useState(false)
  const [restoring, setRestoring] = useState(false)
  const [recovering, setRecovering] = useState(false)
  const unlock = useCommand('office.unlock')
  const reason = lockedBecause === null ? null : why[lockedBecause]

  const open = async (): Promise<void> => {
    if (password === '') {
      document.getElementById('unlock-password')?.focus()
      return
    }
    const answer = await unlock.run({ password, ...(by.trim() === '' ? {} : { by: by.trim() }) })
    if (answer.ok) {
      openOffice(answer.value.office)
      sayUnclean(answer.value.office)
      sayHandOver(answer.value.office)
      sayNews(answer.value.office)
    }
    else if (needsRescue(answer)) noteFailed(answer)
    else {
      const field = document.getElementById('unlock-password')
      if (field instanceof HTMLInputElement) field.select()
    }
  }
  return (
    <DoorFrame title="镇人大工作台" narrow>
      <form
        noValidate
        style={{ padding: '20px 24px' }}
        onSubmit={(event) => {
          event.preventDefault()
          void open()
        }}
      >
        {reason !== null && <p style={{ marginBottom: 12 }}><Status tone="soon" quiet>{reason}</Status></p>}
        <LabelledRow label="谁在用" htmlFor="unlock-by" hint={names.length === 0 ? '不填就是上次那位' : undefined}>
          <input id="unlock-by" className="input" list="unlock-names" value={by} maxLength={20} autoComplete="off" aria-describedby="unlock-by-say" onChange={(event) => setBy(event.target.value)} />
          <datalist id="unlock-names">{names.map((name) => <option key={name} value={name} />)}</datalist>
        </LabelledRow>
        <LabelledRow label="密码" htmlFor="unlock-password" required error={caps ? '大写锁定（Caps Lock）开着' : null}>
          <input
            id="unlock-password"
            className="input"
            type="password"
            autoFocus
            autoComplete="current-password"
            aria-invalid={unlock.error?.code === 'wrong-password'}
            aria-describedby="unlock-password-say"
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            onKeyUp={(event) => setCaps(event.getModifierState('CapsLock'))}
          />
        </LabelledRow>
        {unlock.error !== null && <div style={{ margin: '8px 0' }}><ErrorBox failure={unlock.error} /></div>}
        <div className="row" style={{ marginTop: 12 }}>
          <button type="button" className="link" aria-expanded={forgot} onClick={() => setForgot(!forgot)}>密码忘了</button>
          <button type="button" className="link" onClick={() => void lookAt('town')}>先去练习</button>
          <span className="grow" />
          <Button submit look="primary" large busy={unlock.busy}>打开</Button>
        </div>
        {forgot && (
          <div className="note soon" style={{ marginTop: 12 }}>
            <div>
              <b>有密码恢复单：</b><button type="button" className="link" onClick={() => setRecovering(true)}>用恢复单打开</button>，另设一个密码，记录都在。
              <br /><b>没有恢复单：</b>请找当初写下密码的那张纸。确实找不到，有记得密码的旧备份，可以 <button type="button" className="link" onClick={() => setRestoring(true)}>从备份恢复</button>；
              都没有的话，请维护人员把数据文件夹改名留好，重新设置，再请县里做一份“完整回执”导回上报过的记录。
            </div>
          </div>
        )}
      </form>
      {restoring && <RestoreBackup replaces onClose={() => setRestoring(false)} />}
      {recovering && <ForgotPassword by={by} onClose={() => setRecovering(false)} />}
    </DoorFrame>
  )
}
