import { intOf, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { voteDoubts } from '../../../shared/records/vote-sums'
import { go } from '../../state/navigation'
import { Card } from '../../ui/Card'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { RuleLine, useRule } from '../meetings/QuorumLine'
import { sayMajority } from '../meetings/quorum-words'

const numbers = [['total', '全体代表', '人'], ['present', '出席', '人'], ['issued', '发出', '张'], ['collected', '收回', '张'], ['valid', '有效', '张'], ['invalid', '废票', '张'], ['seats', '应选', '项']] as const

/** The ballot behind the votes of the table, with the numbers that were used. */
export function BallotResult({ vote, votedOn }: { readonly vote: Rec; readonly votedOn: string }) {
  const rule = useRule('congress.majority')
  const { fields } = vote
  const said = numbers.flatMap(([key, word, unit]) => { const value = intOf(fields, key); return value === null ? [] : [`${word} ${value} ${unit}`] })
  return (
    <Card title="票决" beside={<span className="mut">{sayDate(votedOn)}</span>} tools={<button type="button" className="link" onClick={() => go({ screen: 'record', id: vote.id, type: 'vote' })}>{textOf(fields, 'subject')}</button>}>
      <p className="ballot-line">{said.join('　')}</p>
      <RuleLine label="过半数" said={sayMajority(null, intOf(fields, 'total'), rule)} entry={rule} open />
      {voteDoubts(fields).map((doubt) => <p key={doubt.say}><Status tone="soon" quiet>{`对不上：${doubt.say}`}</Status></p>)}
    </Card>
  )
}
