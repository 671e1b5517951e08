import type { Titles, Version } from '../../shared/contract/records'
import type { Value } from '../../shared/fields'
import { declarationOf } from '../../shared/records'
import { useOffice } from '../state/session'
import { useQuery } from '../state/use-query'
import { Drawer } from '../ui/Drawer'
import { Loaded } from '../ui/Loading'
import { sayMoment } from '../ui/say-date'
import { showValue } from './show-value'

const words: Readonly<Record<Version['op'], string>> = { put: '保存', del: '删除', merge: '并入', erase: '清除' }

/** Who changed what, when: newest first. */
export function HistoryDrawer({ id, type, titles, onClose }: { readonly id: string; readonly type: string; readonly titles: Titles; readonly onClose: () => void }) {
  const query = useQuery('record.history', { id })
  const office = useOffice()
  const fields = declarationOf(type)?.fields ?? {}
  const changed = (version: Version): readonly string[] => version.changed.filter((key) => fields[key] !== undefined || key === 'status').map((key) => {
    const value: Value | undefined = version.data?.[key]
    if (key === 'status') return `状态：${typeof value === 'string' ? value : ''}`
    const field = fields[key]
    return field ? `${field.label}：${showValue(field, value, titles) || '（清空）'}` : key
  })
  return (
    <Drawer title="修改记录" onClose={onClose}>
      <Loaded query={query}>{({ versions }) => (
        <ol className="history">
          {versions.map((version) => (
            <li key={version.id}>
              <p><b>{words[version.op]}</b> {version.by} <span className="mut">{sayMoment(version.at, office?.today ?? '')}</span></p>
              {version.reason && <p className="mut">{`原因：${version.reason}`}</p>}
              <p className="mut">{changed(version).join('；')}</p>
            </li>
          ))}
        </ol>
      )}</Loaded>
    </Drawer>
  )
}
