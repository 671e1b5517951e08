import { useState } from 'react'
import { LabelledRow } from '../../fields/LabelledRow'
import { notify } from '../../state/notices'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { ErrorBox } from '../../ui/ErrorBox'
import { Status } from '../../ui/Status'
import { strengthOf } from '../setup/password-strength'

const empty = { old: '', fresh: '', again: '' }

/** A new password: the old one first, the new one twice. Backups made before keep their old password. */
export function PasswordCard() {
  const [open, setOpen] = useState(false)
  const [form, setForm] = useState(empty)
  const change = useCommand('office.password')
  const short = form.fresh !== '' && strengthOf(form.fresh) === 'short'
  const differs = form.again !== '' && form.fresh !== form.again
  const ready = form.old !== '' && form.fresh !== '' && !short && form.fresh === form.again
  const save = async (): Promise<void> => {
    if (!ready) return
    const answer = await change.run({ old: form.old, fresh: form.fresh })
    if (!answer.ok) return
    setForm(empty)
    setOpen(false)
    notify({ tone: 'done', text: '密码改好了。请把新密码写在纸上收好。' })
  }
  const field = (key: keyof typeof empty, id: string) => ({
    id, className: 'input', type: 'password', value: form[key], maxLength: 200, 'aria-describedby': `${id}-say`,
    onChange: (event: React.ChangeEvent<HTMLInputElement>) => setForm({ ...form, [key]: event.target.value }),
  })
  return (
    <Card title="打开密码" tools={!open && <Button onClick={() => setOpen(true)}>改密码</Button>}>
      {!open && <p className="mut">密码没有人能替您找回。请确认写下密码的那张纸还在，下面的密码恢复单也印好了。</p>}
      {open && (
        <form noValidate className="narrow-form" onSubmit={(event) => { event.preventDefault(); void save() }}>
          <LabelledRow label="现在的密码" htmlFor="password-old" required><input {...field('old', 'password-old')} autoFocus autoComplete="current-password" /></LabelledRow>
          <LabelledRow label="新密码" htmlFor="password-fresh" required error={short ? '太短，至少 8 个字符' : null} hint={strengthOf(form.fresh) === 'weak' ? <Status tone="soon" quiet>容易猜到，再长一点</Status> : '至少 8 个字符'}>
            <input {...field('fresh', 'password-fresh')} autoComplete="new-password" aria-invalid={short} />
          </LabelledRow>
          <LabelledRow label="再输一遍" htmlFor="password-again" required error={differs ? '两次输入的不一样' : null}><input {...field('again', 'password-again')} autoComplete="new-password" aria-invalid={differs} /></LabelledRow>
          <p className="mut">以前做的备份，仍用做备份时的密码。</p>
          {change.error !== null && <ErrorBox failure={change.error} />}
          <div className="row" style={{ justifyContent: 'flex-end', marginTop: 8 }}>
            <Button onClick={() => { setOpen(false); setForm(empty); change.clear() }}>不改了</Button>
            <Button submit look="primary" busy={change.busy} disabled={!ready}>改密码</Button>
          </div>
        </form>
      )}
    </Card>
  )
}
