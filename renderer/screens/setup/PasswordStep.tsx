import { useState } from 'react'
import { LabelledRow } from '../../fields/LabelledRow'
import { Status, type Tone } from '../../ui/Status'
import { strengthOf, type Strength } from './password-strength'

export interface PasswordForm {
  readonly first: string
  readonly second: string
  /** The person says that the password is on paper. */
  readonly written: boolean
}

export const emptyPassword: PasswordForm = { first: '', second: '', written: false }

const words: Readonly<Record<Strength, { readonly tone: Tone; readonly say: string }>> = {
  short: { tone: 'late', say: '太短，至少 8 个字符' },
  weak: { tone: 'soon', say: '容易猜到：再长一点，字母、数字都用上' },
  fair: { tone: 'done', say: '可以' },
  strong: { tone: 'done', say: '很好' },
}

/** What stops the set-up; null = may go on. */
export function passwordProblem(form: PasswordForm): string | null {
  if (strengthOf(form.first) === 'short') return '密码至少 8 个字符。'
  if (form.first !== form.second) return '两次输入的密码不一样。'
  return form.written ? null : '请先把密码写在纸上，再勾选。'
}

/** A password typed twice, how good it is in a word, and that nobody can bring it back. */
export function PasswordStep({ form, onChange, tried }: { readonly form: PasswordForm; readonly onChange: (more: Partial<PasswordForm>) => void; readonly tried: boolean }) {
  const [shown, setShown] = useState(false)
  const strength = words[strengthOf(form.first)]
  const differs = form.second !== '' && form.first !== form.second
  const type = shown ? 'text' : 'password'
  return (
    <>
      <LabelledRow label="打开密码" htmlFor="setup-first" required hint={form.first === '' ? '至少 8 个字符，可以用一句话的拼音' : <Status tone={strength.tone} quiet>{strength.say}</Status>}>
        <input id="setup-first" className="input" type={type} autoFocus autoComplete="new-password" aria-describedby="setup-first-say" value={form.first} maxLength={200} onChange={(event) => onChange({ first: event.target.value })} />
      </LabelledRow>
      <LabelledRow label="再输一遍" htmlFor="setup-second" required error={differs ? '两次输入的不一样' : null}>
        <input id="setup-second" className="input" type={type} autoComplete="new-password" aria-invalid={differs} aria-describedby="setup-second-say" value={form.second} maxLength={200} onChange={(event) => onChange({ second: event.target.value })} />
      </LabelledRow>
      <LabelledRow label="" htmlFor="setup-show">
        <label className="row"><input id="setup-show" type="checkbox" className="tick" checked={shown} onChange={(event) => setShown(event.target.checked)} />显示密码，核对一下</label>
      </LabelledRow>
      <div className="note soon" style={{ margin: '12px 0' }}>
        <div>
          <b>密码忘了，谁也找不回来。</b>数据整个加了密，软件里没有后门。
          <br />请把它写在纸上，封进信封，锁进单位的柜子。
        </div>
      </div>
      <LabelledRow label="" htmlFor="setup-written" error={tried && !form.written ? '写好再勾选' : null}>
        <label className="row"><input id="setup-written" type="checkbox" className="tick" checked={form.written} onChange={(event) => onChange({ written: event.target.checked })} />我已经把密码写在纸上收好了</label>
      </LabelledRow>
    </>
  )
}

/** Beside the form: what if it is forgotten all the same. */
export function PasswordHelp({ role }: { readonly role: 'town' | 'county' }) {
  return (
    <aside className="door-side">
      <h2>万一还是忘了</h2>
      <ol style={{ display: 'grid', gap: 8 }} className="mut">
        {role === 'town' ? (
          <>
            <li>1. 重新设置本镇，用新密码。</li>
            <li>2. 请县人大做一份“完整回执”，拷回来读入：上报过的记录都能回来。</li>
            <li>3. 没上报过的，还有身份证号、电话、来访人姓名，只在本镇有，找不回来。</li>
          </>
        ) : (
          <>
            <li>1. 重新设置，用新密码，和各镇重新配对。</li>
            <li>2. 请各镇“全部重报一遍”：镇里的记录都能回来。</li>
            <li>3. 县里自己的交办和意见找不回来。</li>
          </>
        )}
      </ol>
      <p className="mut">密码以后可以在“设置”里改。</p>
    </aside>
  )
}
