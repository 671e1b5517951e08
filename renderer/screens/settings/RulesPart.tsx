import type { RuleEntry } from '../../../shared/rules/rule-book'
import { ruleName, ruleValue } from '../../../shared/text/rules'
import { useQuery } from '../../state/use-query'
import { Card } from '../../ui/Card'
import { Loaded } from '../../ui/Loading'
import { RuleTag } from '../../ui/RuleTag'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'

/** Every time limit and threshold the reminders use, with who says so and whether it was checked against the law in force. */
export function RulesPart() {
  const rules = useQuery('rules.list', {})
  return (
    <Loaded query={rules} rows={8}>
      {({ province, entries }) => (
        <Card bare title="期限和人数规则" beside={<span className="mut">{province === null ? '按全国规定' : `按${province}的规定，没有的按全国规定`}</span>}>
          <table className="tbl rules">
            <thead><tr><th>规则</th><th>现在是</th><th>依据</th><th>核对</th></tr></thead>
            <tbody>{entries.map((entry) => <Rule key={entry.key} entry={entry} />)}</tbody>
          </table>
        </Card>
      )}
    </Loaded>
  )
}

function Rule({ entry }: { readonly entry: RuleEntry }) {
  return (
    <tr>
      <td>{ruleName(entry.key)}</td>
      <td className={entry.n === null ? 'mut' : ''}>{entry.n === null ? ruleValue(entry) : <b>{ruleValue(entry)}</b>}</td>
      <td className="wrap"><RuleTag who={entry.who} />　{entry.source}{entry.note !== undefined && <div className="sm mut">{entry.note}</div>}</td>
      <td>{entry.verified ? <Status tone="done" quiet>{`已核对 ${sayDate(entry.checked_on)}`}</Status> : <Status tone="soon" quiet>请按本地规定核对</Status>}</td>
    </tr>
  )
}
