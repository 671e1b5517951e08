import type { Version } from '../../shared/contract/records'
import type { Declaration } from '../../shared/record'
import { useOurs } from '../state/declarations'
import { useOffice } from '../state/session'
import { useTitles } from '../state/titles'
import { useQuery } from '../state/use-query'
import { Drawer } from '../ui/Drawer'
import { Loaded } from '../ui/Loading'
import { sayMoment } from '../ui/say-date'
import { historyWords, idsInVersions } from './history-words'

/** Who changed what, and when. */
export function HistoryDrawer({ id, declaration: given, onClose }: { readonly id: string; readonly declaration: Declaration; readonly onClose: () => void }) {
  const declaration = useOurs(given)
  const history = useQuery('record.history', { id })
  return (
    <Drawer title="全部记录" width={520} onClose={onClose}>
      <div className="rec-step"><Loaded query={history}>{({ versions }) => <Versions declaration={declaration} versions={versions} />}</Loaded></div>
    </Drawer>
  )
}

function Versions({ declaration, versions }: { readonly declaration: Declaration; readonly versions: readonly Version[] }) {
  const today = useOffice()?.today ?? ''
  const titles = useTitles(idsInVersions(declaration, versions))
  return (
    <ol className="rec-history">
      {historyWords(declaration, versions, (id) => titles[id] ?? '…').map((version) => (
        <li key={version.id}>
          <div className="row">
            <b>{version.what}</b>
            <span className="grow">{version.by}</span>
            <span className="sm mut nw">{sayMoment(version.at, today)}</span>
          </div>
          {version.reason !== '' && <div className="mut">{`原因：${version.reason}`}</div>}
          <ul>
            {version.lines.map((line) => (
              <li key={line.label}>
                <span className="mut">{`${line.label}：`}</span>
                {line.before !== '' && <><s>{line.before}</s> → </>}
                {line.after === '' ? '（清空）' : line.after}
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
