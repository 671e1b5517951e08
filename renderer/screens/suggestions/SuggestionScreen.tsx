import '../../records/records.css'
import './suggestions.css'
import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract'
import type { RecordPage, StepOnPage } from '../../../shared/contract/records'
import { idsOf, textOf } from '../../../shared/facts'
import { declarations } from '../../../shared/records'
import type { Need } from '../../../shared/suggestions/needs'
import type { Timeline } from '../../../shared/suggestions/timeline'
import { attachPaper } from '../../attachments/attach-paper'
import { Children } from '../../records/Children'
import { FieldsCard } from '../../records/FieldsCard'
import { titleIn } from '../../records/format-value'
import { missingOf, NextStep, type Wanted } from '../../records/NextStep'
import { PageTools, RecordBanners } from '../../records/PageTools'
import { FilesCard } from '../../records/SideCards'
import { StepDrawer } from '../../records/StepDrawer'
import { toneOfStatus } from '../../records/status-words'
import { useOpenStep } from '../../records/use-open-step'
import { go } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useTitles } from '../../state/titles'
import { useQuery } from '../../state/use-query'
import { Card } from '../../ui/Card'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { CourseDrawer } from './CourseDrawer'
import { HeadLines } from './HeadLines'
import { PapersCard } from './PapersCard'
import { PromisesCard } from './PromisesCard'
import { ReplyDrawer } from './ReplyDrawer'
import { RoundsCard } from './RoundsCard'
import { sayTerm, toneOfTerm } from './stage-words'
import { TermsCard } from './TermsCard'

type Course = OutputOf<'suggestion.course'>

const partTypes = ['suggestion', 'reply', 'contact', 'promise', 'urge', 'session']

/** The page of a suggestion: the next step, its rounds, its terms; what it says comes after. */
export default function SuggestionScreen({ route }: ScreenProps<'record'>) {
  // Another suggestion is another page: nothing of the one before may stand on it.
  return <Screen key={route.id} route={route} />
}

function Screen({ route }: ScreenProps<'record'>) {
  const query = useQuery('record.page', { id: route.id })
  const course = useQuery('suggestion.course', { id: route.id }, { types: partTypes })
  const page = query.data
  const status = page?.record.status
  const round = course.data?.timeline.round ?? 1
  return (
    <>
      <PageHead
        title={page === null ? '代表建议' : textOf(page.record.fields, 'no') || '还没有编号'}
        crumb="建议"
        onCrumb={() => go({ screen: 'list', type: 'suggestion' })}
        tag={status !== undefined && <Status tone={toneOfStatus('suggestion', status)} box>{round > 1 ? `${status}（第 ${round} 轮）` : status}</Status>}
      />
      <Loaded query={query} rows={8}>
        {(found) => <Loaded query={course} rows={8}>{(data) => <Page page={found} course={data} {...(route.step === undefined ? {} : { wanted: route.step })} />}</Loaded>}
      </Loaded>
    </>
  )
}

interface PageProps {
  readonly page: RecordPage
  readonly course: Course
  readonly wanted?: string
}

/** What stands in the head, the rounds, the cards beside. */
const shownElsewhere = ['no', 'title', 'body', 'lead', 'cosign', 'host', 'cohosts', 'field', 'public_ok', 'key_level', 'due_rule', 'round', 'reply_on', 'result_class', 'rate_result', 'returns', 'withdraw_file']

function Page({ page, course: { timeline, needs }, wanted }: PageProps) {
  const office = useOffice()
  const today = office?.today ?? ''
  const [all, setAll] = useState(false)
  const [chosen, setChosen] = useState<StepOnPage | null>(null)
  const { step, openStep, closeStep } = useOpenStep(page, wanted)
  const { record } = page
  const people = [...timeline.past, ...timeline.ahead].flatMap(({ who }) => who)
  const ids = [textOf(record.fields, 'lead'), textOf(record.fields, 'host'), ...idsOf(record.fields, 'cosign'), ...idsOf(record.fields, 'cohosts'), ...people]
  const known = useTitles(ids.filter((id) => page.titles[id] === undefined))
  const nameOf = (id: string): string => page.titles[id]?.title ?? known[id] ?? '…'
  const open = (next: StepOnPage): void => {
    setAll(false)
    // A promise that is kept is known already by the button that was pressed.
    setChosen(next.name === 'fulfil' ? next : null)
    openStep(next)
  }
  const close = (): void => {
    setChosen(null)
    closeStep()
  }
  const busy = step !== null || all
  const term = timeline.next?.term ?? null
  const first = firstStep(page, timeline)
  const cards = { page, onStep: open, nameOf }
  return (
    <>
      <div className="body">
        <PageTools page={page} declaration={declarations.suggestion} drawerOpen={busy}><HeadLines record={record} nameOf={nameOf} /></PageTools>
        <RecordBanners page={page} />
        <div className="rec-cols">
          <div className="rec-col">
            {!record.deleted && (
              <NextStep
                page={stepsThatFit(page)} missing={missingOf(page).filter(({ key }) => key !== reported || record.status === '已办结')} onStep={open} quiet={busy} most={2}
                {...(first === undefined ? {} : { first })} wanted={needs.map((need) => wantedOf(need, page, nameOf, open))}
                {...(term === null ? {} : { due: <Status tone={toneOfTerm(term)}>{`${sayShortDate(term.due_on, today)}前，${sayTerm(term)}`}</Status> })}
              />
            )}
            <RoundsCard timeline={timeline} today={today} onAll={() => { close(); setAll(true) }} />
            {textOf(record.fields, 'body') !== '' && <Card title="建议内容"><p className="sug-body">{textOf(record.fields, 'body')}</p></Card>}
            <FieldsCard declaration={declarations.suggestion} record={record} titleOf={titleIn(page.titles)} without={shownElsewhere} />
            <Children page={page} without={['reply', 'contact', 'promise', 'urge']} />
          </div>
          <div className="rec-col">
            <TermsCard timeline={timeline} id={record.id} today={today} />
            <PromisesCard {...cards} />
            <PapersCard page={page} timeline={timeline} today={today} />
            <FilesCard page={page} />
          </div>
        </div>
      </div>
      {step !== null && (step.name === 'reply'
        ? <ReplyDrawer key={record.version} page={page} timeline={timeline} step={step} nameOf={nameOf} onClose={close} />
        : <StepDrawer key={`${step.name} ${record.version}`} record={record} step={chosen ?? withoutUnit(step, page)} onClose={close} />)}
      {all && <CourseDrawer timeline={timeline} nameOf={nameOf} onClose={() => setAll(false)} />}
    </>
  )
}

/** The answer, not the talk before it; closing where a rating is no longer waited for. */
const firstStep = (page: RecordPage, timeline: Timeline): string | undefined =>
  (page.todos.some((todo) => todo.action.step === 'close') ? 'close' : timeline.next?.step)

/** Asked for once it is closed: before that there is nothing to report to the congress. */
const reported = 'congress_report'

/** Without the steps that would only be refused or are the rare exception: no promise is open, nothing more is promised after the end. */
function stepsThatFit(page: RecordPage): RecordPage {
  const promises = page.children.find((list) => list.type === 'promise')?.rows ?? []
  const open = promises.some((rec) => textOf(rec.fields, 'done_on') === '' && textOf(rec.fields, 'dropped_on') === '')
  return { ...page, steps: page.steps.filter((step) => (step.name !== 'fulfil' || open) && (step.name !== 'promise' || page.record.status !== '已办结' || promises.length > 0)) }
}

/** Which unit's answer is rated is asked only where several wait for it. */
function withoutUnit(step: StepOnPage, page: RecordPage): StepOnPage {
  if (step.name !== 'feedback') return step
  const open = (page.children.find((list) => list.type === 'reply')?.rows ?? []).filter((rec) => textOf(rec.fields, 'feedback_on') === '')
  return open.length > 1 ? step : { ...step, inputs: step.inputs.filter(({ key }) => key !== 'unit') }
}

function wantedOf(need: Need, page: RecordPage, nameOf: (id: string) => string, open: (step: StepOnPage) => void): Wanted {
  const { key, label, done, field, who } = need
  const step = need.step === undefined ? undefined : page.steps.find((one) => one.open && one.name === need.step)
  const words = who === undefined ? label : `${label}：${who.map(nameOf).join('、')}`
  if (step !== undefined) return { key, label: words, done, word: step.label, onPress: () => open(step) }
  if (field?.key === 'file') return { key, label: words, done, word: '添加', onPress: () => void attachPaper(field, label) }
  const into = field ?? { type: 'suggestion', id: page.record.id, key: '' }
  return { key, label: words, done, word: '去填', onPress: () => go({ screen: 'edit', type: into.type, id: into.id, ...(into.key === '' ? {} : { focus: into.key }) }) }
}
