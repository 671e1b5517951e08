import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { sayDate, sayMoment } from '../../ui/say-date'
import { useLevel } from '../../state/level'
import { useOffice } from '../../state/session'
import { approve, type StickItem } from './stick-desk'

/** A computer that reports for the first time: what the county wrote down beside what the package says. */
export function ApproveDialog({ item, onClose }: { readonly item: StickItem; readonly onClose: () => void }) {
  const board = useQuery('exchange.board', {})
  const today = useOffice()?.today ?? ''
  const { one, theirs, own } = useLevel()
  const from = item.file?.from
  const ours = board.data?.towns.find((town) => town.code === from?.org)
  const who = item.file?.newcomer
  const differs = ours !== undefined && ours.name !== from?.name
  return (
    <Dialog
      title="准许这台电脑？"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不准许</Button>
          <Button look="primary" onClick={() => { approve(item); onClose() }}>准许</Button>
        </>
      }
    >
      <table className="tbl approve">
        <thead><tr><th><span className="unseen">项目</span></th><th>{`${own}里登记的`}</th><th>包里写的</th></tr></thead>
        <tbody>
          <tr><td className="mut">名称</td><td><b>{ours?.name ?? '没有'}</b></td><td><b>{from?.name ?? ''}</b></td></tr>
          <tr><td className="mut">区划代码</td><td>{ours?.code ?? ''}</td><td>{from?.org ?? ''}</td></tr>
          {who !== undefined && <tr><td className="mut">核对号</td><td /><td><b className="nw">{who.check_no}</b></td></tr>}
          {who !== undefined && <tr><td className="mut">配对码</td><td>{`第 ${String(who.slip_no)} 张，${sayDate(who.slip_made_on)}做`}</td><td>{who.by === '' ? '' : `${who.by} 用的`}</td></tr>}
          <tr><td className="mut">打包时间</td><td /><td>{sayMoment(item.file?.created, today)}</td></tr>
        </tbody>
      </table>
      {differs && <div className="note late"><div><b>两边名称不一样。</b>先打电话问清楚，再准许。</div></div>}
      {who !== undefined && who.computers > 0 && <div className="note soon"><div>{`这个${one}已经有 ${String(who.computers)} 台电脑在用，这是另外一台。`}</div></div>}
      <p>{`它用的是${own}里给这个${one}的配对码。请打电话给${theirs}，请他们念“上报”里的核对号；念得一样，就准许。以后这台电脑的包不再问。`}</p>
    </Dialog>
  )
}
