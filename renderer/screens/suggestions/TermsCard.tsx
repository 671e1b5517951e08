import type { Moment, Timeline } from '../../../shared/suggestions/timeline'
import { ruleWords } from '../../../shared/rules/rule-words'
import { Card } from '../../ui/Card'
import { RuleTag } from '../../ui/RuleTag'
import { sayShortDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { WhyButton } from '../../why/WhyButton'
import { sayTerm, toneOfTerm } from './stage-words'

/** Each day that something is or was due by, who wants it, and how it stands. */
export function TermsCard({ timeline, id, today }: { readonly timeline: Timeline; readonly id: string; readonly today: string }) {
  if (timeline.terms.length === 0) return null
  const answered = timeline.terms.some((one) => one.kind === 'reply' && one.round === 1)
  return (
    <Card bare className="sug-terms" title="期限" tools={answered ? <WhyButton about="应答复日期" asked={{ of: 'record', input: { id, key: 'due_on' } }} /> : undefined}>
      <table className="tbl">
        <thead className="unseen"><tr><th scope="col">事项</th><th scope="col">依据</th><th scope="col">情况</th></tr></thead>
        <tbody>{timeline.terms.map((one) => <TermRow key={one.key} moment={one} today={today} />)}</tbody>
      </table>
    </Card>
  )
}

function TermRow({ moment, today }: { readonly moment: Moment; readonly today: string }) {
  const { term, label, on } = moment
  if (term === null) return null
  const rule = term.rule === null ? '' : ruleWords(term.rule)
  return (
    <tr>
      <th scope="row"><span>{label}</span><span className="sm mut">{`${sayShortDate(term.due_on, today)}前`}</span></th>
      <td title={[term.source, term.note].filter(Boolean).join('；')}>
        <RuleTag who={term.who}>{term.rule?.source ?? term.source}</RuleTag>
        {rule !== '' && <span className="sm mut cut">{rule}</span>}
      </td>
      <td>{on === null ? <Status tone={toneOfTerm(term)}>{term.days < 0 ? sayTerm(term) : `剩 ${term.days} 天`}</Status> : <DoneWords moment={moment} today={today} />}</td>
    </tr>
  )
}

function DoneWords({ moment: { term, on }, today }: { readonly moment: Moment; readonly today: string }) {
  const late = term !== null && term.days < 0
  return (
    <>
      <Status tone={late ? 'late' : 'done'}>{late ? `逾期 ${-term.days} 天` : '按期'}</Status>
      <span className="sm mut">{sayShortDate(on, today)}</span>
    </>
  )
}
