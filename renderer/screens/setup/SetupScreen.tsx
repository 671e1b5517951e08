/** The first start: which office, then the password; or a backup of another computer. */
import { useState } from 'react'
import { openOffice } from '../../state/session'
import { lookAt } from '../../state/practice'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { DoorFrame } from '../../ui/DoorFrame'
import { ErrorBox } from '../../ui/ErrorBox'
import { RestoreBackup } from '../../ui/RestoreBackup'
import { Status } from '../../ui/Status'
import { emptyOffice, officeProblems, startDay, termNumber, tidyCode, wholeNumber, type OfficeForm, type OfficeProblems } from './check-office'
import { OfficeHelp, OfficeStep } from './OfficeStep'
import { emptyPassword, PasswordHelp, passwordProblem, PasswordStep, type PasswordForm } from './PasswordStep'

const shanghaiToday = (): string => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

export default function SetupScreen() {
  const [step, setStep] = useState<'office' | 'password'>('office')
  const [office, setOffice] = useState<OfficeForm>(emptyOffice)
  const [password, setPassword] = useState<PasswordForm>(emptyPassword)
  const [problems, setProblems] = useState<OfficeProblems>({})
  const [tried, setTried] = useState(false)
  const [restoring, setRestoring] = useState(false)
  const init = useCommand('office.init')
  const stop = passwordProblem(password)

  const toPassword = (): void => {
    const found = officeProblems(office, shanghaiToday())
    setProblems(found)
    const first = Object.keys(found)[0]
    if (first === undefined) setStep('password')
    else document.getElementById(`setup-${first}`)?.focus()
  }
  const finish = async (): Promise<void> => {
    setTried(true)
    if (stop !== null) return
    const answer = await init.run({
      role: office.role, code: tidyCode(office.code), name: office.name.trim(), province: office.province, password: password.first, by: office.by.trim(),
      began_on: (office.began.trim() === '' ? null : startDay(office.began, shanghaiToday())) ?? shanghaiToday(),
      ...(office.role === 'town' ? townPart(office) : {}),
    })
    if (answer.ok) openOffice(answer.value.office)
  }
  const change = (more: Partial<OfficeForm>): void => {
    setOffice({ ...office, ...more })
    setProblems(Object.fromEntries(Object.entries(problems).filter(([key]) => !(key in more))))
  }
  return (
    <DoorFrame title="第一次使用" beside="两步，两三分钟">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (step === 'office') toPassword()
          else void finish()
        }}
      >
        <div className="door-cols">
          <div style={{ padding: '12px 24px' }}>
            <div className="row" style={{ gap: 24, paddingBottom: 8 }}>
              <Status tone={step === 'office' ? 'doing' : 'done'}>1 单位</Status>
              <Status tone={step === 'password' ? 'doing' : 'idle'}>2 密码</Status>
            </div>
            {step === 'office'
              ? <OfficeStep form={office} problems={problems} onChange={change} />
              : <PasswordStep form={password} tried={tried} onChange={(more) => setPassword({ ...password, ...more })} />}
            {init.error !== null && <ErrorBox failure={init.error} />}
          </div>
          {step === 'office' ? <OfficeHelp role={office.role} /> : <PasswordHelp role={office.role} />}
        </div>
        <div className="door-foot">
          <span className="grow mut">
            {step === 'password' && tried && stop !== null && <Status tone="late">{stop}</Status>}
            {step === 'office' && <button type="button" className="link" onClick={() => setRestoring(true)}>换了电脑、加一台电脑</button>}
            {step === 'office' && <>　<button type="button" className="link" onClick={() => void lookAt(office.role)}>想先试一试？到练习单位去</button></>}
          </span>
          {step === 'password' && <Button onClick={() => setStep('office')}>上一步</Button>}
          <Button submit look="primary" busy={init.busy}>{step === 'office' ? '下一步' : '开始使用'}</Button>
        </div>
      </form>
      {restoring && <RestoreBackup replaces={false} onClose={() => setRestoring(false)} />}
    </DoorFrame>
  )
}

function townPart(office: OfficeForm) {
  const start = startDay(office.start, shanghaiToday())
  const term = termNumber(office.term)
  const quota = wholeNumber(office.quota)
  return {
    ...(office.county.trim() === '' ? {} : { county_name: office.county.trim() }),
    ...(term === null ? {} : { term }),
    ...(start === null ? {} : { term_start: start }),
    ...(quota === null ? {} : { quota }),
  }
}
