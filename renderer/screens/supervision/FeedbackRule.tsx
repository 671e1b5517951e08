import { textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import type { RuleEntry } from '../../../shared/rules/rule-book'
import { sourceWords } from '../../../shared/rules/rule-words'
import { Card } from '../../ui/Card'
import { RuleTag } from '../../ui/RuleTag'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'

/** By when the unit has to say what became of it, and who says so; nothing before it was handed over. */
export function FeedbackRule({ record, rule, today }: { readonly record: Rec; readonly rule: RuleEntry | null; readonly today: string }) {
  const due = textOf(record.fields, 'feedback_due')
  const answered = textOf(record.fields, 'feedback_on')
  if (due === '') return null
  return (
    <Card className="sup-rule" title="研究处理情况反馈">
      <Status tone={answered !== '' ? (answered > due ? 'soon' : 'done') : due < today ? 'late' : 'doing'}>
        {answered !== '' ? `${sayDate(answered)}反馈${answered > due ? '，晚于期限' : ''}` : `应在${sayDate(due)}前反馈`}
      </Status>
      <p className="mut">{`${sayDate(textOf(record.fields, 'forward_on'))}转交，期限 ${sayDate(due)}`}</p>
      {rule !== null && <RuleTag who={rule.who}>{sourceWords(rule)}</RuleTag>}
    </Card>
  )
}
