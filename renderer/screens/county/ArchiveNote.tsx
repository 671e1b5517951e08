import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { lookAtFiles, useStickDesk } from './stick-desk'

/** After a backup was put back: what was taken in since it was made lies in the archive and comes in again from there. */
export function ArchiveNote() {
  const state = useStickDesk((desk) => desk.state)
  const shown = useStickDesk((desk) => desk.dir === null && desk.items.length > 0)
  const query = useQuery('exchange.archive', {})
  const files = query.data?.files ?? []
  if (files.length === 0 || shown || state === 'importing' || state === 'looking') return null
  return (
    <div className="note soon">
      <div className="archive-words"><p><b>{`本机归档里有 ${String(files.length)} 个收过的包，现在的记录里没有。`}</b>恢复过备份的，从归档读回来就齐了，不用再找镇里。</p><Button onClick={() => void lookAtFiles(null, files)}>从归档读回来</Button></div>
    </div>
  )
}
