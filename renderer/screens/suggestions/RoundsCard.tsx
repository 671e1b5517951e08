import { labelOf } from '../../../shared/codes'
import type { Round, Timeline } from '../../../shared/suggestions/timeline'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Status } from '../../ui/Status'
import { TimelineRow } from '../../ui/Timeline'
import { roundTag, stageWords } from './stage-words'

interface RoundsCardProps {
  readonly timeline: Timeline
  readonly today: string
  readonly onAll: () => void
}

/** Each round is a line of its own, so that 不满意 visibly opens another one. */
export function RoundsCard({ timeline, today, onAll }: RoundsCardProps) {
  return (
    <Card bare className="sug-rounds" title="办理经过" tools={<Button look="text" onClick={onAll}>{`逐条看 ${timeline.past.length} 条`}</Button>}>
      {timeline.rounds.map((round) => <RoundLine key={round.no} round={round} several={timeline.rounds.length > 1} today={today} />)}
    </Card>
  )
}

function RoundLine({ round, several, today }: { readonly round: Round; readonly several: boolean; readonly today: string }) {
  const tag = roundTag(round, labelOf('rate', round.rating))
  const steps = round.stages.map((stage) => {
    const { noteTone, note, ...words } = stageWords(stage, today)
    return { key: stage.key, title: stage.label, ...words, note: noteTone === null ? note : <Status tone={noteTone}>{note}</Status> }
  })
  return (
    <div className="sug-round">
      {(several || tag !== null) && (
        <h3>
          {several && <span>{`第 ${round.no} 轮`}</span>}
          {tag !== null && <Status tone={tag.tone}>{tag.words}</Status>}
          {round.urges > 0 && <span className="sm mut">{`催办 ${round.urges} 次`}</span>}
          {round.reason !== '' && <span className="sm mut cut" title={round.reason}>{`不满意原因：“${round.reason}”`}</span>}
        </h3>
      )}
      <TimelineRow className="times sug-times" label={`第 ${round.no} 轮`} steps={steps} />
    </div>
  )
}
