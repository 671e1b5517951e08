import '../../records/records.css'
import './audit.css'
import { useState, type ReactNode } from 'react'
import { auditGroups, type AuditGroup, type AuditRow } from '../../../shared/contract/audit'
import { ok, type Result } from '../../../shared/result'
import { SheetButtons } from '../../print/SheetButtons'
import { HistoryDrawer } from '../../records/HistoryDrawer'
import { declarationNow } from '../../state/declarations'
import { go } from '../../state/navigation'
import { useOffice } from '../../state/session'
import { labelOfType } from '../../state/type-words'
import { useJob } from '../../state/use-job'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { DayInput } from '../../ui/DayInput'
import { EmptyState } from '../../ui/EmptyState'
import { JobProgress } from '../../ui/JobProgress'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { sayDate, sayMoment } from '../../ui/say-date'
import { detailWords, groupWords, whatWord } from './audit-words'
import { AuditSheet } from './AuditSheet'
import { readAudit } from './read-audit'

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/u.test(text)

/** 2026年3月2日到3月5日, as the head of the sheet says it; '' where no day was asked for. */
function sayDays({ from, to }: { readonly from?: string; readonly to?: string }): string {
  if (from !== undefined && from === to) return sayDate(from)
  return [from === undefined ? '' : `${sayDate(from)}起`, to === undefined ? '' : `${sayDate(to)}止`].join('')
}

const pageSize = 100
const mostShown = 500

/** Who did what on this computer: read, filtered, printed, never changed. */
export default function AuditScreen() {
  const [group, setGroup] = useState<AuditGroup | ''>('')
  const [by, setBy] = useState('')
  const [from, setFrom] = useState('')
  const [to, setTo] = useState('')
  const [limit, setLimit] = useState(pageSize)
  const office = useOffice()
  const asked = { ...(group === '' ? {} : { group }), ...(by === '' ? {} : { by }), ...(isDay(from) ? { from } : {}), ...(isDay(to) ? { to } : {}) }
  const query = useQuery('audit.list', { limit, ...asked })
  const job = useJob()
  const whole = async (): Promise<Result<ReactNode>> => {
    const read = await job.follow((_name, told) => readAudit(asked, told))
    if (!read.ok) return read
    const which = [group === '' ? '全部操作' : groupWords[group], by, sayDays(asked)].filter((word) => word !== '').join('，')
    return ok(<AuditSheet {...read.value} office={office?.name ?? ''} today={office?.today ?? ''} which={which} />)
  }
  return (
    <>
      <PageHead title="操作记录" crumb="设置" onCrumb={() => go({ screen: 'settings', part: 'safety' })} />
      <div className="body rec-body">
        <div className="rec-top audit-top">
          <label className="row">做了什么
            <select className="input" value={group} onChange={(event) => setGroup(event.target.value as AuditGroup | '')}>
              <option value="">全部</option>
              {auditGroups.map((one) => <option key={one} value={one}>{groupWords[one]}</option>)}
            </select>
          </label>
          <label className="row">谁做的
            <select className="input" value={by} onChange={(event) => setBy(event.target.value)}>
              <option value="">全部</option>
              {(query.data?.people ?? []).map((one) => <option key={one} value={one}>{one}</option>)}
            </select>
          </label>
          <span className="row">
            <label htmlFor="audit-from">哪几天</label>
            <DayInput id="audit-from" value={from} today={office?.today ?? ''} invalid={from !== '' && !isDay(from)} onChange={setFrom} />
            <span>到</span>
            <DayInput id="audit-to" label="到哪天" value={to} today={office?.today ?? ''} invalid={to !== '' && !isDay(to)} onChange={setTo} />
          </span>
          <span className="grow mut">只能看，不能改。</span>
        </div>
        <JobProgress run={job} doing="正在整理操作记录" />
        <Card bare className="rec-list">
          <Loaded query={query} rows={10}>
            {({ rows, next }) => (rows.length === 0 ? <EmptyState title="没有这样的操作" hint="换一个条件再看。" /> : (
              <>
                <div className="rec-scroll">
                  <table className="tbl rec-table">
                    <thead><tr><th scope="col">时间</th><th scope="col">谁</th><th scope="col">做了什么</th><th scope="col">哪一条</th></tr></thead>
                    <tbody>{rows.map((row, at) => <Line key={`${row.at} ${at}`} row={row} />)}</tbody>
                  </table>
                  {next !== null && limit < mostShown && <div className="audit-more"><Button onClick={() => setLimit(Math.min(mostShown, limit + pageSize))}>再看早一些的</Button></div>}
                </div>
                <div className="rec-foot">
                  <span className="grow">{next === null ? `共 ${rows.length} 条` : `已列出最近 ${rows.length} 条，打印出来的是全部`}</span>
                  <SheetButtons name="操作记录" sheet={whole} />
                </div>
              </>
            ))}
          </Loaded>
        </Card>
      </div>
    </>
  )
}

function Line({ row }: { readonly row: AuditRow }) {
  const today = useOffice()?.today ?? ''
  const [open, setOpen] = useState(false)
  const { record } = row
  const declaration = record === undefined ? null : declarationNow(record.type)
  return (
    <tr>
      <td className="nw">{sayMoment(row.at, today)}</td>
      <td className="nw">{row.by}</td>
      <td className="nw">{whatWord(row)}</td>
      <td>
        {record === undefined ? row.about ?? '' : <><span className="mut">{labelOfType(record.type)}　</span><button type="button" className="link" onClick={() => go({ screen: 'record', id: record.id, type: record.type })}>{record.title || '…'}</button></>}
        <span className="mut">{`　${detailWords(row)}`}</span>
        {row.changed !== undefined && <button type="button" className="link" style={{ marginLeft: 8 }} onClick={() => setOpen(true)}>改前改后</button>}
        {open && record !== undefined && declaration && <HistoryDrawer id={record.id} declaration={declaration} onClose={() => setOpen(false)} />}
      </td>
    </tr>
  )
}
