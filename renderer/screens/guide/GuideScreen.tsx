import './guide.css'
import type { Guide, GuideLine, GuideStep } from '../../../shared/contract/guide'
import { call } from '../../api'
import { go, replace } from '../../state/navigation'
import { notifyFailure } from '../../state/notices'
import type { ScreenProps } from '../../state/routes'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { Status } from '../../ui/Status'
import { RowsStep } from './RowsStep'
import { rowForms } from './row-forms'
import { guideTypes, stepWords } from './steps'
import type {} from './routes'

/** The first hour: the steps at the left, the one in hand at the right. It can be left at any point; home shows how far it is. */
export default function GuideScreen({ route }: ScreenProps<'guide'>) {
  const query = useQuery('guide.get', {}, { types: guideTypes })
  return (
    <>
      <PageHead title="开张" crumb="首页" onCrumb={() => go({ screen: 'home' })} beside="随时可以离开，回来接着做" />
      <div className="body guide">
        <Loaded query={query} rows={8}>{(guide) => <Steps guide={guide} at={route.step ?? guide.next} reload={query.reload} />}</Loaded>
      </div>
    </>
  )
}

const sayState = ({ step, state, count }: GuideLine) => {
  const { unit } = stepWords[step]
  if (state === 'done') return <Status tone="done" quiet>{unit === undefined ? '好了' : `已有 ${count} ${unit}`}</Status>
  return <Status tone="idle" quiet>{state === 'skipped' ? '先放着' : '还没有'}</Status>
}

function Steps({ guide, at, reload }: { readonly guide: Guide; readonly at: GuideStep | null; readonly reload: () => void }) {
  const here = guide.lines.find((line) => line.step === at)
  const after = guide.lines.slice(guide.lines.findIndex((line) => line.step === at) + 1).find((line) => line.state === 'open')
  const move = (): void => (after === undefined ? go({ screen: 'home' }) : replace({ screen: 'guide', step: after.step }))
  const leaveOut = async (step: GuideStep): Promise<void> => {
    const answer = await call('guide.set', { skip: [step] })
    if (!answer.ok) return notifyFailure(answer)
    reload()
    move()
  }
  return (
    <div className="guide-cols">
      <nav className="card" aria-label="开张的几步">
        <ol>
          {guide.lines.map((line, index) => (
            <li key={line.step}>
              <button type="button" aria-current={line.step === at ? 'step' : undefined} onClick={() => replace({ screen: 'guide', step: line.step })}>
                <span className="step-no">{index + 1}</span>
                <span><b>{stepWords[line.step].title}</b>{sayState(line)}</span>
              </button>
            </li>
          ))}
        </ol>
      </nav>
      {here === undefined
        ? <Card title="都好了"><p>可以用了。以后每天打开，首页告诉您什么到期。</p><div className="row guide-foot"><Button look="primary" onClick={() => go({ screen: 'home' })}>到首页</Button></div></Card>
        : <OneStep key={here.step} line={here} onSkip={() => void leaveOut(here.step)} onNext={move} />}
    </div>
  )
}

function OneStep({ line, onSkip, onNext }: { readonly line: GuideLine; readonly onSkip: () => void; readonly onNext: () => void }) {
  const { title, why, need, word, route } = stepWords[line.step]
  const done = line.state === 'done'
  const form = rowForms[line.step]
  return (
    <Card title={title} beside={sayState(line)}>
      <p>{why}</p>
      <p className="mut">{`要准备的：${need}`}</p>
      {form !== undefined && <RowsStep form={form} onSaved={onNext} />}
      <div className="row guide-foot">
        {route !== undefined && <Button look={done ? 'plain' : 'primary'} onClick={() => go(route)}>{done ? '再看看' : word}</Button>}
        {done ? <Button look={route === undefined ? 'plain' : 'primary'} onClick={onNext}>下一步</Button> : <Button onClick={onSkip}>先放着，做下一步</Button>}
      </div>
    </Card>
  )
}
