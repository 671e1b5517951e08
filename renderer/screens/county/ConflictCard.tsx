import type { Conflict } from '../../../shared/contract/exchange'
import type { Titles } from '../../../shared/contract/records'
import { sayValue } from '../../records/format-value'
import { go } from '../../state/navigation'
import { notifySaved } from '../../state/notices'
import { useOffice } from '../../state/session'
import { useTitles } from '../../state/titles'
import { labelOfType } from '../../state/type-words'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { ErrorBox } from '../../ui/ErrorBox'
import { sayMoment } from '../../ui/say-date'
import { Status } from '../../ui/Status'
import { differingFields, referredIds, type DifferingField } from './conflict-fields'

/** The versions of one record beside each other, only what differs; the one taken has seen them all, so the question does not come back. */
export function ConflictCard({ conflict, onDecided }: { readonly conflict: Conflict; readonly onDecided: () => void }) {
  const today = useOffice()?.today ?? ''
  const resolve = useCommand('exchange.resolve')
  const fields = differingFields(conflict)
  const known = useTitles(referredIds(fields))
  const titles: Titles = Object.fromEntries(Object.entries(known).map(([id, title]) => [id, { title, type: '' }]))
  const take = async (version: string): Promise<void> => {
    const answer = await resolve.run({ id: conflict.id, take: version })
    if (!answer.ok) return
    notifySaved(`“${conflict.title}”已定下来，两边以后都用这一份`, { id: conflict.id, version: answer.value.version })
    onDecided()
  }
  const gone = conflict.heads.some((head) => head.op === 'del')
  return (
    <section className="card conflict" aria-label={conflict.title}>
      <div className="h">
        <span className="mut">{labelOfType(conflict.type)}</span>
        <h2 className="cut"><button type="button" className="link" onClick={() => go({ screen: 'record', id: conflict.id, type: conflict.type })}>{conflict.title}</button></h2>
        {gone && <Status tone="soon">一边删了，一边改了</Status>}
      </div>
      <div className="conflict-scroll">
        <table className="tbl">
          <thead>
            <tr>
              <th />
              {conflict.heads.map((head) => (
                <th key={head.version}>
                  <b>{head.by === '' ? '没有填姓名' : head.by}</b>
                  {head.where !== '' && <span className="mut">{head.where}</span>}
                  <span className="mut">{`${sayMoment(head.at, today)}${head.op === 'del' ? '删除' : '改'}`}</span>
                  {head.wins && <Status tone="doing" quiet>现在用的</Status>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map((field) => (
              <tr key={field.key}>
                <td className="mut">{field.label}</td>
                {field.values.map((value, index) => {
                  const head = conflict.heads[index]
                  return <td key={head?.version ?? index} className={head?.op === 'del' ? 'mut' : undefined}>{head?.op === 'del' ? '（已删除）' : inWords(field, value, titles)}</td>
                })}
              </tr>
            ))}
            <tr className="conflict-takes">
              <td />
              {conflict.heads.map((head) => (
                <td key={head.version}>
                  <Button busy={resolve.busy} aria-label={`用${head.by}${sayMoment(head.at, today)}的这一份`} onClick={() => void take(head.version)}>{head.op === 'del' ? '还是删掉' : '用这一份'}</Button>
                </td>
              ))}
            </tr>
          </tbody>
        </table>
      </div>
      {fields.length === 0 && <p className="import-say mut">内容一样，只是两边都存过一次。用哪一份都行。</p>}
      {resolve.error !== null && <div className="import-say"><ErrorBox failure={resolve.error} /></div>}
    </section>
  )
}

function inWords(field: DifferingField, value: DifferingField['values'][number], titles: Titles): string {
  if (value === undefined || value === null || value === '') return '（空）'
  if (field.field !== null) return sayValue(field.field, value, (id) => titles[id]?.title ?? '…')
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value)
}
