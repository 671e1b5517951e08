import type { YearPage } from '../../../shared/contract/year'
import { Sheet } from '../../print/Sheet'
import { sayDate } from '../../ui/say-date'
import { partsOf, partWords, sayCount, sayState } from './duty-words'

/** The year's duties on one page, to hang on the wall or hand in. */
export function YearSheet({ page, office }: { readonly page: YearPage; readonly office: string }) {
  return (
    <Sheet title={`${page.year}年依法必须做的事`} lines={[`${office}人大主席团`, `截至：${sayDate(page.today < `${page.year}-12-31` ? page.today : `${page.year}-12-31`)}`]}>
      <table>
        <thead><tr><th>事项</th><th>依据</th><th>完成</th><th>情况</th></tr></thead>
        {partsOf(page.duties).map(([part, duties]) => (
          <tbody key={part}>
            <tr><th colSpan={4} scope="rowgroup">{partWords[part]}</th></tr>
            {duties.map((duty) => (
              <tr key={duty.key}>
                <td>{duty.title}</td><td>{`${duty.who}：${duty.source}`}</td>
                <td>{sayCount(duty)}</td><td>{sayState(duty)}</td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </Sheet>
  )
}
