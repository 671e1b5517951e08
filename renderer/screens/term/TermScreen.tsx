import './term.css'
import { useState } from 'react'
import type { TermPlan } from '../../../shared/contract/term'
import { useDraft } from '../../state/drafts'
import { notifySaved } from '../../state/notices'
import { go } from '../../state/navigation'
import { useQuery } from '../../state/use-query'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { DayInput } from '../../ui/DayInput'
import { ErrorBox } from '../../ui/ErrorBox'
import { LabelledRow } from '../../fields/LabelledRow'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayDate } from '../../ui/say-date'
import { Segmented } from '../../ui/Segmented'
import { Status } from '../../ui/Status'
import { ArchiveButton } from './ArchiveButton'
import { OpenTermCard } from './OpenTermCard'
import { PeoplePart } from './PeoplePart'
import { PlacesPart } from './PlacesPart'
import { isTermForm, keptTerm, makeInput, startOfTerm, tallyOf, termDraft, type KeptTerm, type TermForm } from './plan-form'

const types = ['term', 'mandate', 'person', 'constituency', 'group', 'presidium_member', 'by_election']

/** 换届 in four steps: the election, the constituencies, the people, the first meeting. The old term stays readable for ever. */
export default function TermScreen() {
  const query = useQuery('term.plan', {}, { types })
  const drafts = useQuery('draft.list', { type: termDraft }, { types: [] })
  const [saved, setSaved] = useState(false)
  return (
    <>
      <PageHead title="换届" crumb="代表" onCrumb={() => go({ screen: 'deputies' })} beside="上届名册、记录都留着，连任的不用重新录" />
      <div className="body">
        <Loaded query={drafts} rows={8}>
          {(kept) => (
            <Loaded query={query} rows={8}>
              {(plan) => <Change key={`${plan.current?.id ?? ''} ${plan.next?.deputies.length ?? 0}`} plan={plan} kept={saved ? null : keptTerm(kept.drafts, plan)} onSaved={() => setSaved(true)} />}
            </Loaded>
          )}
        </Loaded>
      </div>
    </>
  )
}

type Step = '1' | '2' | '3' | '4'
const steps = [{ value: '1', label: '1 选举' }, { value: '2', label: '2 选区和小组' }, { value: '3', label: '3 当选代表' }, { value: '4', label: '4 第一次会议' }] as const

interface ChangeProps {
  readonly plan: TermPlan
  /** What was ticked and typed before and not saved. */
  readonly kept: KeptTerm | null
  readonly onSaved: () => void
}

function Change({ plan, kept, onSaved }: ChangeProps) {
  const draft = useDraft({ type: termDraft, ...(kept === null ? {} : { id: kept.id }), initial: { form: kept?.form ?? startOfTerm(plan) } })
  const form = isTermForm(draft.values['form']) ? draft.values['form'] : startOfTerm(plan)
  const [step, setStep] = useState<Step>(plan.next === null || kept !== null ? '1' : '4')
  const make = useCommand('term.make')
  const tally = tallyOf(form)
  const set = (change: Partial<TermForm>): void => draft.set('form', { ...form, ...change })
  const save = async (): Promise<void> => {
    const answer = await make.run(makeInput(form))
    if (!answer.ok) return
    draft.drop()
    onSaved()
    notifySaved(`第${form.no}届已建好，${answer.value.deputies} 名代表待确认`, { id: answer.value.term, version: answer.value.version })
  }
  if (plan.current === null) return <Card title="换届"><p>还没有登记本届。</p><Button look="primary" onClick={() => go({ screen: 'edit', type: 'term' })}>先登记本届</Button></Card>
  return (
    <>
      <div className="card row term-now">
        <Status tone="doing">{`现在是${plan.current.name || `第${plan.current.no}届`}`}</Status>
        <span className="grow">{`${sayDate(plan.current.first_meeting_on)}开始，在任 ${plan.deputies.length} 名${plan.ends_on === null ? '' : `，任期到${sayDate(plan.ends_on)}`}`}</span>
        <ArchiveButton term={plan.current.id} />
        {plan.next !== null && <Status tone="soon">{`第${plan.next.no}届在准备，待确认 ${plan.next.deputies.length} 名`}</Status>}
      </div>
      <Segmented<Step> label="换届的步骤" options={steps} value={step} onChange={setStep} />
      {step === '1' && <ElectionPart plan={plan} form={form} onChange={set} />}
      {step === '2' && <PlacesPart plan={plan} form={form} onChange={set} />}
      {step === '3' && <PeoplePart plan={plan} form={form} onChange={set} />}
      {step === '4' && plan.next !== null && <OpenTermCard plan={plan} next={plan.next} />}
      {step === '4' && plan.next === null && <Card title="第一次会议"><p>先在前三步填好选举日期和当选的代表，保存新一届名单。</p></Card>}
      {make.error !== null && <ErrorBox failure={make.error} />}
      {step !== '4' && (
        <div className="row term-foot">
          <span className="grow">
            {`当选 ${tally.stay + tally.fresh} 名（连任 ${tally.stay}，新当选 ${tally.fresh}）${form.quota === '' ? '' : `，名额 ${form.quota} 名`}`}
            {kept !== null && draft.kept === 'nothing' && <>　<Status tone="doing" quiet>接着上次没保存的填</Status></>}
            {tally.missing.length > 0 && <>　<Status tone="soon" quiet>{`还缺：${tally.missing.join('、')}`}</Status></>}
          </span>
          {step !== '1' && <Button onClick={() => setStep(step === '3' ? '2' : '1')}>上一步</Button>}
          {step !== '3' && <Button look="primary" onClick={() => setStep(step === '1' ? '2' : '3')}>下一步</Button>}
          {step === '3' && <Button look="primary" busy={make.busy} disabled={tally.missing.length > 0} onClick={() => void save()}>保存新一届名单</Button>}
        </div>
      )}
    </>
  )
}

interface PartProps {
  readonly plan: TermPlan
  readonly form: TermForm
  readonly onChange: (change: Partial<TermForm>) => void
}

function ElectionPart({ plan, form, onChange }: PartProps) {
  return (
    <Card title="新一届和选举">
      <LabelledRow label="届数" htmlFor="term-no" required><input id="term-no" className="input short" inputMode="numeric" maxLength={2} value={form.no} onChange={(event) => onChange({ no: event.target.value.trim() })} /></LabelledRow>
      <LabelledRow label="选举完成日" htmlFor="term-elected" required hint="第一次会议在这以后两个月内，由上届主席团召集（地方组织法第20条）"><DayInput id="term-elected" value={form.elected_on} today={plan.today} onChange={(day) => onChange({ elected_on: day })} /></LabelledRow>
      <LabelledRow label="第一次会议" htmlFor="term-first" hint="还没有定就空着；上届任期到这一天为止"><DayInput id="term-first" value={form.first_meeting_on} today={plan.today} onChange={(day) => onChange({ first_meeting_on: day })} /></LabelledRow>
      <LabelledRow label="代表名额" htmlFor="term-quota" hint="县人大常委会确定的"><input id="term-quota" className="input short" inputMode="numeric" maxLength={4} value={form.quota} onChange={(event) => onChange({ quota: event.target.value.trim() })} /></LabelledRow>
    </Card>
  )
}
