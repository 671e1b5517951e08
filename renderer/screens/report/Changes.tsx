import type { FrozenReport } from '../../../shared/contract/report'
import type { FigureChange, RecordChange } from '../../../shared/report/frozen'
import { shanghaiToday } from '../../../shared/rules/calendar'
import { go } from '../../state/navigation'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Loaded } from '../../ui/Loading'
import { sayDate } from '../../ui/say-date'
import { Status, type Tone } from '../../ui/Status'
import { sayFigure, unitWord } from '../stats/figure-text'

const words: Readonly<Record<RecordChange['how'], readonly [Tone, string]>> = { removed: ['late', '当时算、现在不算'], added: ['soon', '当时没有'], changed: ['doing', '后来改过'] }

const mostRows = 200

/** What would be another number today, and the records that made it so. The reported numbers stay as they are. */
export function Changes({ id, report, onBack }: { readonly id: string; readonly report: FrozenReport | undefined; readonly onBack: () => void }) {
  const query = useQuery('report.compare', { id })
  return (
    <div className="changes">
      <Button look="text" onClick={onBack}>返回历次定稿</Button>
      {report !== undefined && (
        <p className="changes-of">
          <b>{report.title}</b>
          <span className="sm mut">{`${report.signer}，${sayDate(report.signed_on)}签发，数算到${sayDate(report.as_at)}${report.void === undefined ? '' : '；已撤回'}`}</span>
        </p>
      )}
      <Loaded query={query} rows={6}>
        {({ figures, records }) => (
          <>
            {figures.length === 0 && records.length === 0 && <p><Status tone="done">定稿以后，这一年的记录没有变过</Status></p>}
            {figures.length === 0 && records.length > 0 && <p><Status tone="done">报出去的数一个也没有变</Status></p>}
            {figures.length > 0 && (
              <table className="tbl">
                <thead><tr><th>指标</th><th className="num">报出</th><th className="num">现在</th></tr></thead>
                <tbody>{figures.map((figure) => <Figure key={figure.path} figure={figure} />)}</tbody>
              </table>
            )}
            {records.length > 0 && (
              <ol className="record-rows">
                {records.slice(0, mostRows).map((record) => (
                  <li key={record.id}>
                    <button type="button" disabled={record.how === 'removed' && record.title === ''} onClick={() => go({ screen: 'record', id: record.id })}>
                      <span className="row"><b className="cut grow">{record.title}</b><Status tone={words[record.how][0]} quiet>{words[record.how][1]}</Status></span>
                      {record.was !== undefined && <span className="sm mut cut">{`定稿时叫“${record.was}”`}</span>}
                      {record.by !== undefined && record.at !== undefined && <span className="sm mut cut">{`${record.by}，${sayDate(shanghaiToday(new Date(record.at)))}${record.how === 'removed' ? '最后改动' : record.how === 'added' ? '登记或改动' : '改的'}`}</span>}
                      <span className="sm mut cut" title={record.names.join('、')}>{`用在：${record.names.join('、')}`}</span>
                    </button>
                  </li>
                ))}
              </ol>
            )}
            {records.length > mostRows && <p className="sm mut">{`只列前 ${String(mostRows)} 条，共 ${String(records.length)} 条。`}</p>}
          </>
        )}
      </Loaded>
    </div>
  )
}

function Figure({ figure }: { readonly figure: FigureChange }) {
  return (
    <tr>
      <td>{figure.name}</td>
      <td className="num">{`${sayFigure(figure.was, figure.unit)} ${unitWord(figure.unit)}`}</td>
      <td className="num">{`${sayFigure(figure.now, figure.unit)} ${unitWord(figure.unit)}`}</td>
    </tr>
  )
}
