import type { HistoryImported } from '../../../shared/contract/history'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Status } from '../../ui/Status'

interface SeenProps {
  readonly seen: HistoryImported
  /** What the records are called. */
  readonly word: string
  readonly verb: '导入' | '补录'
  readonly busy: boolean
  readonly onChoose: (heading: string, key: string) => void
  readonly onTake: () => void
}

const mostRows = 60

/** What the table holds before anything is written: each column with what it is taken for, each row that is wrong or doubtful with its sentence. */
export function Seen({ seen, word, verb, busy, onChoose, onTake }: SeenProps) {
  const told = [...seen.errors.map((one) => ({ ...one, tone: 'late' as const })), ...seen.warnings.map((one) => ({ ...one, tone: 'soon' as const }))].sort((a, b) => a.row - b.row)
  const count = seen.new + seen.changed
  return (
    <Card
      bare title={`“${seen.sheet}”共 ${seen.rows} 行`} beside={<Status tone={count > 0 ? 'done' : 'idle'}>{`要${verb} ${seen.new} 条${word}${seen.changed > 0 ? `，改 ${seen.changed} 条` : ''}`}</Status>}
      tools={<Button look="primary" busy={busy} disabled={count === 0} onClick={onTake}>{`${verb} ${count} 条`}</Button>}
    >
      <div className="old-seen">
        {seen.platform !== null && <p><Status tone="done" quiet>{`认出来了：${seen.platform}，栏目已经对好`}</Status></p>}
        {seen.same > 0 && <p className="mut">{`${seen.same} 行已经有了，不重复录`}</p>}
        <ul className="old-columns" aria-label="栏目">
          {seen.columns.map(({ heading, key, sample }) => (
            <li key={heading}>
              <label className="cut" htmlFor={`old-${heading}`} title={heading}>{heading}</label>
              <select id={`old-${heading}`} className="input" value={key ?? ''} onChange={(event) => onChoose(heading, event.target.value)}>
                <option value="">记进备注</option>
                {seen.fields.map((field) => <option key={field.key} value={field.key}>{field.label}</option>)}
              </select>
              <span className="sm mut cut">{sample}</span>
            </li>
          ))}
        </ul>
        <p className="mut sm">选过的栏目会记住，下次同样栏目名的表格不用再选。</p>
      </div>
      {told.length > 0 && (
        <table className="tbl">
          <thead><tr><th>行</th><th>情况</th></tr></thead>
          <tbody>
            {told.slice(0, mostRows).map((one) => <tr key={`${one.row} ${one.code} ${one.say}`}><td>{one.row}</td><td className="wrap"><Status tone={one.tone} quiet>{one.tone === 'late' ? `没有录：${one.say}` : one.say}</Status></td></tr>)}
          </tbody>
        </table>
      )}
      {told.length > mostRows && <p className="mut old-seen">{`还有 ${told.length - mostRows} 行也有问题，改好表格再看。`}</p>}
    </Card>
  )
}
