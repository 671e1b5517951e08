import type { RuleEntry } from '../../../shared/rules/rule-book'
import type { Rec } from '../../../shared/record'
import { Card } from '../../ui/Card'
import { WhyButton } from '../../why/WhyButton'
import { RuleLine } from './QuorumLine'
import { sayQuorum } from './quorum-words'

interface NumbersCardProps {
  readonly record: Rec
  readonly who: '全体代表' | '主席团成员'
  /** 应到: as frozen at the opening, else as the rules count it that day. */
  readonly total: number | null
  readonly rule: RuleEntry | null
  /** Whether anybody has been ticked. */
  readonly ticked: boolean
}

const numberIn = (record: Rec, key: string): number => (typeof record.fields[key] === 'number' ? record.fields[key] : 0)

/** Expected, present, on leave, absent, and whether that is a quorum. */
export function NumbersCard({ record, who, total, rule, ticked }: NumbersCardProps) {
  const present = numberIn(record, 'present')
  return (
    <Card bare className="numbers" title="到会" {...(record.fields['quorum_ok'] === null || record.fields['quorum_ok'] === undefined ? {} : { tools: <WhyButton about="法定人数" asked={{ of: 'record', input: { id: record.id, key: 'quorum_ok' } }} /> })}>
      <dl>
        <div><dt>应到</dt><dd className="num">{total ?? '—'}</dd></div>
        <div><dt>实到</dt><dd className="num">{present}</dd></div>
        <div><dt>请假</dt><dd className="num">{numberIn(record, 'on_leave')}</dd></div>
        <div><dt>缺席</dt><dd className="num">{numberIn(record, 'absent')}</dd></div>
      </dl>
      <div className="numbers-say">
        {ticked ? <RuleLine label="法定人数" said={sayQuorum(who, present, total, rule)} entry={rule} /> : <p className="mut">还没有点名。</p>}
      </div>
    </Card>
  )
}
