import { labelOf } from '../../../shared/codes'
import { intOf, textOf } from '../../../shared/facts'
import type { Row } from '../../../shared/fields'
import type { Rec } from '../../../shared/record'
import type { RuleEntry } from '../../../shared/rules/rule-book'
import { notVoting, voteDoubts } from '../../../shared/records/vote-sums'
import { Status, type Tone } from '../../ui/Status'
import { WhyButton } from '../../why/WhyButton'
import { sayMajority } from './quorum-words'

const tones: Readonly<Record<string, Tone>> = { 1: 'done', 2: 'late', 3: 'done', 4: 'late', 5: 'soon', 6: 'late' }

const counts = [['for_count', '赞成'], ['against_count', '反对'], ['abstain_count', '弃权']] as const

/** 赞成 36　反对 0　弃权 1; '' before anything was counted. */
function sayCounts(data: Rec['fields'] | Row): string {
  return counts.flatMap(([key, word]) => (typeof data[key] === 'number' ? [`${word} ${data[key]}`] : [])).join('　')
}

/** The chain of a ballot: 发出 38　收回 38　有效 37　废票 1. */
function sayBallots(vote: Rec): string {
  return ([['issued', '发出'], ['collected', '收回'], ['valid', '有效'], ['invalid', '废票']] as const)
    .flatMap(([key, word]) => { const value = intOf(vote.fields, key); return value === null ? [] : [`${word} ${value}`] }).join('　')
}

/** What a vote said: its numbers, the majority it needed, who was elected, and what does not add up. */
export function VoteTold({ vote, majority }: { readonly vote: Rec; readonly majority: RuleEntry | null }) {
  const { fields } = vote
  const override = textOf(fields, 'result_override')
  const result = override || textOf(fields, 'result')
  const silent = notVoting(fields)
  const candidates = Array.isArray(fields['candidates']) ? (fields['candidates'] as readonly Row[]) : []
  const needed = sayMajority(candidates.length > 0 ? null : intOf(fields, 'for_count'), intOf(fields, 'total'), majority)
  const numbers = [sayCounts(fields), silent === null ? '' : `未投票 ${silent}`, sayBallots(vote)].filter((word) => word !== '').join('　')
  return (
    <div className="vote">
      <p>
        <Status tone={result === '' ? 'idle' : tones[result] ?? 'doing'}>{result === '' ? '还没有计票' : labelOf('vote.result', result)}</Status>
        <span className="num">{numbers}</span>
      </p>
      {candidates.map((row, index) => (
        <p key={index}>
          <Status tone={row['elected'] === true ? 'done' : 'idle'} quiet>{`${String(row['name'] ?? '')}${typeof row['post'] === 'string' ? `（${row['post']}）` : ''}`}</Status>
          <span className="num">{sayCounts(row)}</span>
          {row['elected'] === true && <b>当选</b>}
        </p>
      ))}
      {needed !== null && (
        <p className="sm mut">
          {needed.say}
          {textOf(fields, 'result') !== '' && <WhyButton about={`${textOf(fields, 'subject')}的结果`} asked={{ of: 'record', input: { id: vote.id, key: 'result' } }} />}
        </p>
      )}
      {override !== '' && <p className="sm">{`按计票是“${labelOf('vote.result', textOf(fields, 'result')) || '没有结果'}”，改定为“${labelOf('vote.result', override)}”：${textOf(fields, 'override_reason') || '没有写理由'}`}</p>}
      {voteDoubts(fields).map((doubt) => <p key={doubt.say}><Status tone="soon" quiet>{`对不上：${doubt.say}`}</Status></p>)}
    </div>
  )
}
