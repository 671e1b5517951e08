import '../../records/records.css'
import type { Rec } from '../../../shared/record'
import { tabWord } from '../../records/menus'
import { RestoreButton } from '../../records/RestoreButton'
import { go } from '../../state/navigation'
import { useOffice } from '../../state/session'
import { titleOfRow } from '../../state/titles'
import { useQuery } from '../../state/use-query'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorBox } from '../../ui/ErrorBox'
import { PageHead } from '../../ui/PageHead'
import { sayMoment } from '../../ui/say-date'
import { shownOfKind, useDeleted, type DeletedKind } from './use-deleted'

/** Everything that was deleted, kind by kind, with who did it and why. */
export default function BinScreen() {
  const { kinds, failure } = useDeleted()
  const total = (kinds ?? []).reduce((sum, kind) => sum + kind.list.total, 0)
  return (
    <>
      <PageHead title="回收站" crumb="设置" onCrumb={() => go({ screen: 'settings' })} {...(total > 0 ? { beside: `${total} 条` } : {})} />
      <div className="body">
        {failure !== null && <ErrorBox failure={failure} />}
        {kinds !== null && kinds.length === 0 && failure === null && <div className="card"><EmptyState title="回收站是空的" hint="删除的记录会在这里，随时可以恢复。" /></div>}
        {(kinds ?? []).map((kind) => <Kind key={kind.type} kind={kind} />)}
      </div>
    </>
  )
}

function Kind({ kind }: { readonly kind: DeletedKind }) {
  const { type, list } = kind
  return (
    <Card bare title={tabWord(type)} beside={<span className="mut">{`${list.total} 条`}</span>}>
      <table className="tbl rec-table">
        <thead><tr><th scope="col">名称</th><th scope="col">删除的原因</th><th scope="col">谁删的</th><th scope="col"><span className="unseen">恢复</span></th></tr></thead>
        <tbody>{list.rows.map((rec) => <Row key={rec.id} rec={rec} title={titleOfRow(rec, list.titles)} />)}</tbody>
      </table>
      {list.total > shownOfKind && <button type="button" className="link rec-more" onClick={() => go({ screen: 'list', type, bin: true })}>{`看全部 ${list.total} 条`}</button>}
    </Card>
  )
}

function Row({ rec, title }: { readonly rec: Rec; readonly title: string }) {
  const today = useOffice()?.today ?? ''
  const history = useQuery('record.history', { id: rec.id }, { types: [] })
  const last = history.data?.versions.find((version) => version.op === 'del')
  return (
    <tr>
      <td className="rec-main"><div className="row"><button type="button" className="link cut" onClick={() => go({ screen: 'record', id: rec.id, type: rec.type })}>{title}</button></div></td>
      <td className="cut" title={last?.reason}>{last?.reason ?? ''}</td>
      <td>{last === undefined ? '' : `${last.by}，${sayMoment(last.at, today)}`}</td>
      <td className="num"><RestoreButton rec={rec} title={title} /></td>
    </tr>
  )
}
