import '../../records/records.css'
import './deputies.css'
import { useState } from 'react'
import { labelOf } from '../../../shared/codes'
import type { DeputyRow } from '../../../shared/contract/records'
import { go } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { labelOfType } from '../../state/type-words'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorBox } from '../../ui/ErrorBox'
import { Bones } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { Segmented } from '../../ui/Segmented'
import { Status } from '../../ui/Status'

type Shown = 'town' | 'upper' | 'former' | 'doubt'

const seated = ['在任', '暂停执行职务', '辞职待大会表决', '终止待公告', '当选待确认']

const fits: Readonly<Record<Shown, (row: DeputyRow) => boolean>> = {
  town: (row) => row.level === '5' && seated.includes(row.status), upper: (row) => row.level !== '5' && seated.includes(row.status), former: (row) => !seated.includes(row.status), doubt: (row) => row.doubts > 0,
}

/** The roster: everybody on a line, found by name, initials, group or constituency. */
export default function DeputiesScreen({ route }: ScreenProps<'deputies'>) {
  const [text, setText] = useState(route.text ?? '')
  const [shown, setShown] = useState<Shown>('town')
  const query = useQuery('deputies.list', text.trim() === '' ? {} : { text: text.trim() }, { types: ['person', 'mandate', 'group', 'person_private', 'presidium_member', 'participation', 'constituency'] })
  const rows = query.data?.rows.filter(fits[shown]) ?? []
  const count = (what: Shown) => query.data?.rows.filter(fits[what]).length ?? 0
  return (
    <>
      <PageHead title="代表" beside={query.data ? `在任 ${String(count('town'))} 名` : ''} />
      <div className="body register">
        <div className="toolbar">
          <Segmented label="看哪些代表" value={shown} onChange={setShown} options={[{ value: 'town', label: '本镇在任' }, { value: 'upper', label: '上级代表' }, { value: 'former', label: '已离任' }, { value: 'doubt', label: `待核 ${String(count('doubt'))}` }]} />
          <input type="search" className="in" aria-label="找代表" placeholder="姓名、拼音首字母、小组、选区…" value={text} onChange={(event) => { setText(event.target.value) }} />
          <span className="grow" />
          <Button onClick={() => { go({ screen: 'edit', type: 'person' }) }}>新增一人</Button>
          <Button look="primary" onClick={() => { go({ screen: 'roster' }) }}>导入花名册</Button>
        </div>
        <p className="mut">资料：{(['group', 'constituency', 'presidium_member', 'term', 'village', 'organisation'] as const).map((type) => <button key={type} type="button" className="link gap" onClick={() => { go({ screen: 'list', type }) }}>{labelOfType(type)}</button>)}</p>
        {query.error && <ErrorBox failure={query.error} />}
        {query.slow && !query.data && <Bones rows={6} />}
        {query.data && query.data.total === 0 && <EmptyState title="还没有代表" hint="把现有的花名册（Excel、WPS 或 CSV）导入进来，不用重新打字。"><Button onClick={() => { go({ screen: 'roster' }) }}>导入花名册</Button></EmptyState>}
        {query.data && query.data.total > 0 && rows.length === 0 && <EmptyState title="没有符合的代表" hint="换一个条件或词再找。" />}
        {rows.length > 0 && (
          <table className="rows">
            <thead><tr><th>姓名</th><th>性别</th><th>出生年月</th><th>政治面貌</th><th>学历</th><th>选区</th><th>小组</th><th>电话</th><th className="num">今年活动</th><th>情况</th></tr></thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.mandate} tabIndex={0} onClick={() => { go({ screen: 'deputy', mandate: row.mandate }) }} onKeyDown={(event) => { if (event.key === 'Enter') go({ screen: 'deputy', mandate: row.mandate }) }}>
                  <td className="name">{row.name}{row.note && <span className="mut sm"> {row.note}</span>}{row.presidium_role && <span className="role">{row.presidium_role}</span>}</td>
                  <td>{row.sex ? labelOf('sex', row.sex) : ''}</td><td>{row.birth?.replace('-', '.') ?? ''}</td><td>{row.party ? labelOf('party', row.party) : ''}</td><td>{row.edu ? labelOf('edu', row.edu) : ''}</td>
                  <td>{row.constituency ?? ''}</td><td>{row.group ?? ''}</td><td>{row.phone ?? ''}</td><td className="num">{row.events}</td>
                  <td>{row.doubts > 0 ? <Status tone="soon">{`待核 ${String(row.doubts)}`}</Status> : row.status === '在任' ? <Status tone="done">在任</Status> : <Status tone="idle">{row.status}</Status>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
    </>
  )
}
