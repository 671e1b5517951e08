import type { GuideStep } from '../../../shared/contract/guide'
import { call } from '../../api'
import { go } from '../../state/navigation'
import { notifyFailure } from '../../state/notices'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Status } from '../../ui/Status'
import { guideTypes, stepWords } from './steps'
import type {} from './routes'

/** What belongs to people once their names are in. */
const people: readonly GuideStep[] = ['groups', 'sites', 'presidium', 'activity']

/** Above the roster of a new office: the next thing of the first hour, so that nobody stands before a list of names and wonders. */
export function NextStrip() {
  const guide = useQuery('guide.get', {}, { types: guideTypes })
  const next = guide.data?.lines.find((line) => line.state === 'open' && people.includes(line.step))?.step
  if (guide.data === null || guide.data.off || next === undefined) return null
  const later = async (): Promise<void> => {
    const answer = await call('guide.set', { skip: [next] })
    if (answer.ok) guide.reload()
    else notifyFailure(answer)
  }
  const { title, why, word } = stepWords[next]
  return (
    <div className="card row draft-strip" role="status" aria-label="接着做什么">
      <Status tone="doing">下一步</Status>
      <span className="grow cut" title={why}><b>{title}</b>{`　${why}`}</span>
      <Button look="text" onClick={() => void later()}>先放着</Button>
      <Button onClick={() => go({ screen: 'guide', step: next })}>{word}</Button>
    </div>
  )
}
