import './records.css'
import { useState } from 'react'
import { codeTables } from '../../shared/codes'
import type { InputOf } from '../../shared/contract'
import { declarationOf } from '../../shared/records'
import { call } from '../api'
import { go, replace } from '../state/navigation'
import { notify, notifyFailure } from '../state/notices'
import { labelOfType } from '../state/type-words'
import { useOffice } from '../state/session'
import { useQuery } from '../state/use-query'
import { Button } from '../ui/Button'
import { EmptyState } from '../ui/EmptyState'
import { ErrorBox } from '../ui/ErrorBox'
import { Bones } from '../ui/Loading'
import { PageHead } from '../ui/PageHead'
import { sayNumber } from '../ui/say-date'
import { RowTable } from './RowTable'
import { registerOf } from './tabs'

interface RegisterProps {
  readonly type: string
  readonly where?: Readonly<Record<string, string>>
  readonly text?: string
  readonly bin?: boolean
}

/** Entries that have a quick screen of their own: 新建 opens that one. */
const quickOf: Readonly<Record<string, 'quick-activity' | 'quick-reception' | 'quick-suggestion' | 'quick-meeting' | 'quick-supervision'>> = {}

const pageRows = 50

/** The field that a list is filtered by: its first choice, besides the status. */
function filterField(type: string): string | null {
  const declaration = declarationOf(type)
  return Object.entries(declaration?.fields ?? {}).find(([key, field]) => field.kind === 'choice' && declaration?.columns.includes(key))?.[0] ?? null
}

/** A register: tabs of its neighbours, search over all of it, filter, pages, bin. */
export function Register({ type, where = {}, text: given = '', bin = false }: RegisterProps) {
  const home = registerOf(type)
  const declaration = declarationOf(type)
  const office = useOffice()
  const [text, setText] = useState(given)
  const [choice, setChoice] = useState('')
  const [limit, setLimit] = useState(pageRows)
  const key = filterField(type)
  const codes = key === null ? undefined : declaration?.fields[key]?.codes
  const input: InputOf<'record.list'> = {
    type, limit, ...(text.trim() === '' ? {} : { text: text.trim() }), ...(bin ? { bin: true } : {}),
    ...(Object.keys(where).length > 0 || (key !== null && choice !== '') ? { where: { ...where, ...(key !== null && choice !== '' ? { [key]: choice } : {}) } } : {}),
  }
  const query = useQuery('record.list', input, { types: 'any', wait: text === given ? 0 : 120 })
  if (!declaration) return <EmptyState title="这类记录由更新的版本写成" hint="请先升级软件，再打开这一项。" />
  const quick = quickOf[type]
  const add = () => { go(quick ? { screen: quick } : { screen: 'edit', type }) }
  const restore = async (id: string) => {
    const answer = await call('record.restore', { id })
    if (answer.ok) notify({ tone: 'done', text: '已从回收站恢复' })
    else notifyFailure(answer)
  }
  return (
    <>
      <PageHead title={bin ? `${declaration.label}回收站` : home.title} beside={query.data ? `${declaration.label} 共 ${sayNumber(query.data.total)} 条` : declaration.label} />
      <div className="body register">
        {home.types.length > 1 && (
          <nav className="tabs" aria-label="分类">
            {home.types.map((one) => (
              <button key={one} type="button" className={one === type ? 'on' : ''} aria-current={one === type ? 'page' : undefined} onClick={() => { replace({ screen: 'list', type: one }) }}>{labelOfType(one)}</button>
            ))}
          </nav>
        )}
        <div className="toolbar">
          <input type="search" className="in" aria-label={`在${declaration.label}中查找`} placeholder="找标题、姓名、编号…" value={text} onChange={(event) => { setText(event.target.value) }} />
          {codes && (
            <select className="in" aria-label={declaration.fields[key ?? '']?.label} value={choice} onChange={(event) => { setChoice(event.target.value) }}>
              <option value="">{`${declaration.fields[key ?? '']?.label ?? ''}：全部`}</option>
              {codeTables[codes].entries.filter((entry) => entry.hidden !== true).map((entry) => <option key={entry.code} value={entry.code}>{entry.label}</option>)}
            </select>
          )}
          <span className="grow" />
          <Button look="text" onClick={() => { replace({ screen: 'list', type, bin: !bin }) }}>{bin ? '回到列表' : '回收站'}</Button>
          {!bin && office !== null && <Button look="primary" onClick={add}>{`新建${declaration.label}`}</Button>}
        </div>
        {query.error && <ErrorBox failure={query.error}><Button onClick={query.reload}>再试一次</Button></ErrorBox>}
        {query.slow && !query.data && <Bones rows={6} />}
        {query.data && query.data.rows.length === 0 && (text !== '' || choice !== ''
          ? <EmptyState title="没有找到" hint="换一个词，或者清空上面的条件。"><Button onClick={() => { setText(''); setChoice('') }}>清空条件</Button></EmptyState>
          : <EmptyState title={bin ? '回收站是空的' : `还没有${declaration.label}`} hint={bin ? '删除的记录会在这里保留，随时可以恢复。' : '填一次，履职档案、统计和年度报告都会用到。'}>{!bin && <Button onClick={add}>{`新建${declaration.label}`}</Button>}</EmptyState>)}
        {query.data && query.data.rows.length > 0 && (
          <RowTable type={type} rows={query.data.rows} titles={query.data.titles} onOpen={(id) => { go({ screen: 'record', id, type }) }} {...(bin ? { action: { label: '恢复', run: (id: string) => { void restore(id) } } } : {})} />
        )}
        {query.data?.next && <div className="more-row"><Button onClick={() => { setLimit(limit + pageRows) }} disabled={limit >= 1000}>{`再看 ${String(pageRows)} 条（已显示 ${String(query.data.rows.length)} 条）`}</Button></div>}
      </div>
    </>
  )
}
