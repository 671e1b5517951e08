import { textOf } from '../../../shared/facts'
import { normaliseName } from '../../../shared/parse/name'
import type { Rec } from '../../../shared/record'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { sayDate } from '../../ui/say-date'
import { Status } from '../../ui/Status'

interface NamesakesProps {
  readonly name: string
  /** The one who was chosen; null = somebody new. */
  readonly chosen: string | null
  readonly onChoose: (person: Rec | null) => void
}

const words = (rec: Rec): string => [sayDate(textOf(rec.fields, 'birth')), textOf(rec.fields, 'work_unit'), textOf(rec.fields, 'post')].filter((word) => word !== '').join('，')

/** Somebody of that name may already be on record (elected before, a county deputy): nobody is entered twice by mistake. */
export function Namesakes({ name, chosen, onChoose }: NamesakesProps) {
  const wanted = normaliseName(name)
  const query = useQuery('record.list', [...wanted].length < 2 ? null : { type: 'person', text: wanted, limit: 20 }, { types: ['person'], wait: 300 })
  const same = [...wanted].length < 2 ? [] : (query.data?.rows ?? []).filter((rec) => normaliseName(textOf(rec.fields, 'name')) === wanted)
  if (same.length === 0) return null
  return (
    <div className="dep-same" role="status">
      <Status tone="soon">{`名册里已有 ${same.length} 位“${wanted}”，是同一个人吗？`}</Status>
      {same.map((rec) => (
        <div key={rec.id} className="row">
          <span className="grow">{words(rec) || '没有登记出生年月和单位'}</span>
          {chosen === rec.id
            ? <><Status tone="done">是这一位，资料沿用</Status><Button look="text" onClick={() => onChoose(null)}>不是</Button></>
            : <Button onClick={() => onChoose(rec)}>就是这一位</Button>}
        </div>
      ))}
      {chosen === null && <span className="mut">不是的话接着填就行。</span>}
    </div>
  )
}
