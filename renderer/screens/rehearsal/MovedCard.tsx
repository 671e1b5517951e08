import type { Rehearsal } from '../../../shared/contract/rehearsal'
import { go } from '../../state/navigation'
import { Card } from '../../ui/Card'
import { drillPath, sayDifference, sayFigure, unitWord } from '../stats/figure-text'

const most = 10

/** What moved most against the same days of last year: a mistake of typing shows here first. */
export function MovedCard({ told }: { readonly told: Rehearsal }) {
  if (told.moved.length === 0) return null
  return (
    <Card bare title="和去年同期差得多的">
      <table className="tbl">
        <thead><tr><th>指标</th><th className="num">去年</th><th className="num">今年</th><th className="num">增减</th></tr></thead>
        <tbody>
          {told.moved.slice(0, most).map((figure) => (
            <tr key={figure.path}>
              <td><button type="button" className="link" onClick={() => go({ screen: 'statistics', indicator: drillPath(figure.path), from: told.from, to: told.to })}>{figure.name}</button></td>
              <td className="num mut">{sayFigure(figure.before, figure.unit)}</td>
              <td className="num">{`${sayFigure(figure.now, figure.unit)} ${unitWord(figure.unit)}`}</td>
              <td className="num">{sayDifference(figure.now, figure.before, figure.unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  )
}
