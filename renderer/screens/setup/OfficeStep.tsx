import { LabelledRow } from '../../fields/LabelledRow'
import { Segmented } from '../../ui/Segmented'
import { Status } from '../../ui/Status'
import { codeProblem, type OfficeForm, type OfficeProblems } from './check-office'
import { provinceNames, provinceOf } from './provinces'

interface OfficeStepProps {
  readonly form: OfficeForm
  readonly problems: OfficeProblems
  readonly onChange: (more: Partial<OfficeForm>) => void
}

const roles = [{ value: 'town', label: '乡镇人大主席团' }, { value: 'county', label: '县人大（汇总各镇）' }] as const

/** Which office this computer works for. */
export function OfficeStep({ form, problems, onChange }: OfficeStepProps) {
  const town = form.role === 'town'
  const codeRight = form.code !== '' && codeProblem(form.role, form.code) === null
  const input = (key: keyof OfficeForm, more: { readonly short?: boolean; readonly inputMode?: 'numeric' } = {}) => ({
    id: `setup-${key}`,
    className: more.short === true ? 'input short' : 'input',
    value: form[key],
    'aria-invalid': problems[key] !== undefined,
    'aria-describedby': `setup-${key}-say`,
    autoComplete: 'off',
    ...(more.inputMode === undefined ? {} : { inputMode: more.inputMode }),
    onChange: (event: React.ChangeEvent<HTMLInputElement | HTMLSelectElement>) => onChange({ [key]: event.target.value }),
  })
  const row = (key: keyof OfficeForm) => ({ htmlFor: `setup-${key}`, required: true, error: problems[key] ?? null })
  return (
    <>
      <LabelledRow label="用在哪里" htmlFor="setup-role" required>
        <Segmented id="setup-role" label="用在哪里" options={roles} value={form.role} onChange={(role) => onChange({ role })} />
      </LabelledRow>
      <LabelledRow label="区划代码" {...row('code')} hint={codeRight ? <Status tone="done" quiet>{`代码对，属于${provinceOf(form.code.trim())}`}</Status> : town ? '9 位数字，见右边说明' : '6 位数字'}>
        <input
          {...input('code', { short: true, inputMode: 'numeric' })}
          autoFocus
          maxLength={14}
          onChange={(event) => {
            const province = provinceOf(event.target.value.trim())
            onChange({ code: event.target.value, ...(province === '' ? {} : { province }) })
          }}
        />
      </LabelledRow>
      <LabelledRow label={town ? '乡镇名称' : '县（市、区）名称'} {...row('name')}>
        <input {...input('name')} maxLength={50} placeholder={town ? '例如 青禾镇' : '例如 望川县'} />
      </LabelledRow>
      <LabelledRow label="省份" {...row('province')}>
        <select {...input('province', { short: true })}>
          <option value="">请选择</option>
          {provinceNames.map((name) => <option key={name} value={name}>{name}</option>)}
        </select>
      </LabelledRow>
      {town && (
        <>
          <LabelledRow label="所属县" htmlFor="setup-county"><input {...input('county')} maxLength={50} placeholder="例如 望川县" /></LabelledRow>
          <LabelledRow label="第几届" {...row('term')}>
            <span className="with-unit"><input {...input('term', { short: true, inputMode: 'numeric' })} maxLength={5} placeholder="例如 19" />届</span>
          </LabelledRow>
          <LabelledRow label="本届开始" {...row('start')}>
            <input {...input('start', { short: true })} placeholder="例如 2021.12.20" maxLength={20} />
          </LabelledRow>
          <LabelledRow label="代表名额" {...row('quota')}>
            <span className="with-unit"><input {...input('quota', { short: true, inputMode: 'numeric' })} maxLength={3} placeholder="例如 60" />名</span>
          </LabelledRow>
        </>
      )}
      <LabelledRow label="启用日期" htmlFor="setup-began" error={problems.began ?? null} hint="从这天起提醒到期；以前到期的不算逾期，可以补录">
        <input {...input('began', { short: true })} maxLength={20} placeholder="空着就是今天" />
      </LabelledRow>
      <LabelledRow label="您的姓名" {...row('by')}>
        <input {...input('by', { short: true })} maxLength={20} />
      </LabelledRow>
    </>
  )
}

/** Beside the form: where the answers are found. */
export function OfficeHelp({ role }: { readonly role: OfficeForm['role'] }) {
  return (
    <aside className="door-side">
      <h2>这些在哪里找</h2>
      <dl>
        <dt>区划代码</dt>
        <dd>
          {role === 'town'
            ? '前 6 位是县的代码，后 3 位是本镇的，镇统计站、派出所都知道。12 位的只取前 9 位。'
            : '6 位数字，身份证号的前 6 位就是。各镇的代码以它开头。'}
        </dd>
        {role === 'town' && (
          <>
            <dt>第几届、开始日期</dt>
            <dd>看本届第一次人民代表大会的会议材料；日期填第一次会议开幕那天。</dd>
            <dt>代表名额</dt>
            <dd>县人大常委会核定的名额，不是现有人数。</dd>
          </>
        )}
        <dt>您的姓名</dt>
        <dd>以后打开软件时可以换人，谁记的写谁。</dd>
      </dl>
    </aside>
  )
}
