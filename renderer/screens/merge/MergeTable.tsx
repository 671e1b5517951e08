import type { MergePreview } from '../../../shared/contract/merge'
import type { Field } from '../../../shared/fields'
import { declarationNow } from '../../state/declarations'
import { sayValue, titleIn } from '../../records/format-value'
import { Status } from '../../ui/Status'

/** Field by field: what the one that stays says, what the other says, and which of them it will be. */
export function MergeTable({ preview }: { readonly preview: MergePreview }) {
  const { from, into, titles, taken, differing } = preview
  const fields = Object.entries(declarationNow(into.type)?.fields ?? {}).filter(([key, field]) => field.kind !== 'derived' && (from.fields[key] !== undefined || into.fields[key] !== undefined))
  const say = (field: Field, value: unknown): string => sayValue(field, value, titleIn(titles))
  return (
    <table className="tbl merge-table">
      <thead>
        <tr><th scope="col">项目</th><th scope="col">留下：{titles[into.id]?.title}</th><th scope="col">并掉：{titles[from.id]?.title}</th><th scope="col">合并后</th></tr>
      </thead>
      <tbody>
        {fields.map(([key, field]) => (
          <tr key={key}>
            <th scope="row">{field.label}</th>
            <td>{say(field, into.fields[key]) || <span className="mut">（空）</span>}</td>
            <td>{say(field, from.fields[key]) || <span className="mut">（空）</span>}</td>
            <td>{taken.includes(key) ? <Status tone="doing">补上右边的</Status> : differing.includes(key) ? <Status tone="soon">用左边的</Status> : <span className="mut">一样</span>}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
