import { useId, useState } from 'react'
import { openOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'
import { strengthOf } from '../setup/password-strength'

/** The code of the envelope and a new password, typed twice. */
export function ForgotPassword({ by, onClose }: { readonly by: string; readonly onClose: () => void }) {
  const id = useId()
  const [form, setForm] = useState({ code: '', fresh: '', again: '' })
  const recover = useCommand('office.recover')
  const short = form.fresh !== '' && strengthOf(form.fresh) === 'short'
  const differs = form.again !== '' && form.fresh !== form.again
  const ready = form.code.trim() !== '' && form.fresh !== '' && !short && form.fresh === form.again
  const run = async (): Promise<void> => {
    if (!ready) return
    const answer = await recover.run({ code: form.code, fresh: form.fresh, ...(by.trim() === '' ? {} : { by: by.trim() }) })
    if (answer.ok) openOffice(answer.value.office)
  }
  const field = (key: keyof typeof form) => ({
    id: `${id}${key}`, className: 'input', value: form[key], maxLength: key === 'code' ? 100 : 200, onChange: (event: React.ChangeEvent<HTMLInputElement>) => setForm({ ...form, [key]: event.target.value }),
  })
  return (
    <Dialog
      title="用密码恢复单打开"
      onClose={onClose}
      footer={<><Button onClick={onClose}>先不打开</Button><Button look="primary" disabled={!ready} busy={recover.busy} onClick={() => void run()}>打开并换密码</Button></>}
    >
      <form style={{ display: 'grid', gap: 6 }} noValidate onSubmit={(event) => { event.preventDefault(); void run() }}>
        <label htmlFor={`${id}code`}>恢复单上的恢复码</label>
        <input {...field('code')} autoFocus autoComplete="off" spellCheck={false} />
        <span className="sm mut">大小写、空格和横线都不要紧</span>
        <label htmlFor={`${id}fresh`}>新密码</label>
        <input {...field('fresh')} type="password" autoComplete="new-password" aria-invalid={short} />
        <span className="sm mut">{short ? '太短，至少 8 个字符' : '至少 8 个字符，写在纸上收好'}</span>
        <label htmlFor={`${id}again`}>再输一遍</label>
        <input {...field('again')} type="password" autoComplete="new-password" aria-invalid={differs} />
        {differs && <span className="sm mut">两次输入的不一样</span>}
        <button type="submit" hidden />
      </form>
      {recover.error !== null && <ErrorBox failure={recover.error} />}
    </Dialog>
  )
}
