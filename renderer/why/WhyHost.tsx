import './why.css'
import { PrinterOutlined } from '@ant-design/icons'
import { useEffect } from 'react'
import type { Why, WhyRow } from '../../shared/contract/why'
import { printSheet } from '../print/print-sheet'
import { go } from '../state/navigation'
import { useOffice } from '../state/session'
import { useQuery } from '../state/use-query'
import { Button } from '../ui/Button'
import { Drawer } from '../ui/Drawer'
import { Icon } from '../ui/Icon'
import { Loaded } from '../ui/Loading'
import { RuleTag } from '../ui/RuleTag'
import { sayShortDate } from '../ui/say-date'
import { closeWhy, useWhy, type Asked } from '../state/ask-why'
import { countyWords, enteredWords } from './why-words'
import { WhySheet } from './WhySheet'

/** The panel, over whatever screen asked; it goes when the screen does. */
export function WhyHost() {
  const asked = useWhy((state) => state.asked)
  useEffect(() => closeWhy, [])
  return asked === null ? null : <WhyDrawer key={JSON.stringify(asked)} asked={asked} />
}

function WhyDrawer({ asked }: { readonly asked: Asked }) {
  const office = useOffice()
  const figure = useQuery('stats.why', asked.of === 'figure' ? asked.input : null)
  const record = useQuery('record.why', asked.of === 'record' ? asked.input : null)
  const query = asked.of === 'figure' ? figure : record
  const why = query.data
  const days = asked.of === 'figure' ? { from: asked.input.from, to: asked.input.to } : null
  const today = office?.today ?? ''
  return (
    <Drawer
      title="这个数怎么来的"
      width={520}
      onClose={closeWhy}
      footer={why !== null && (
        <>
          <Button icon={<Icon of={PrinterOutlined} />} onClick={() => void printSheet(<WhySheet why={why} office={office?.name ?? ''} today={today} days={days} />)}>打印这一张</Button>
          <span className="grow" />
        </>
      )}
    >
      <Loaded query={query} rows={8}>{(data) => <Told why={data} today={today} />}</Loaded>
    </Drawer>
  )
}

function Told({ why, today }: { readonly why: Why; readonly today: string }) {
  return (
    <div className="why">
      <p className="why-value"><span className="grow">{why.title}</span><b>{why.value}</b></p>
      <section aria-label="算法">
        <h3>算法</h3>
        <p>{why.formula}</p>
        {why.working.map((line) => <p key={line} className="why-digits">{line}</p>)}
      </section>
      <section aria-label="依据">
        <h3>依据</h3>
        {why.rules.length === 0 && <p className="mut">没有专门的规定，按这张表的口径数。</p>}
        <ul className="why-rules">
          {why.rules.map((rule) => (
            <li key={`${rule.source} ${rule.says}`}>
              <RuleTag who={rule.who} /> <b>{rule.source}</b>
              <div>{rule.says}</div>
              {rule.note !== undefined && <div className="sm mut">{rule.note}</div>}
            </li>
          ))}
        </ul>
      </section>
      {(why.missing ?? []).map(({ say, rows }) => (
        <section key={say} aria-label="还没有填的">
          <h3>还没有填的</h3>
          <p>{`${say}：`}</p>
          <ol className="record-rows">
            {rows.map(({ id, title, date, fill }) => (
              <li key={id}>
                <button type="button" onClick={() => go({ screen: 'edit', ...fill })}>
                  <span className="row"><b className="cut grow" title={title}>{title}</b><span className="sm mut nw">{sayShortDate(date, today)}</span><span className="link">{fill.id === undefined ? '补一条' : '去填'}</span></span>
                </button>
              </li>
            ))}
          </ol>
        </section>
      ))}
      <section aria-label="记录">
        <h3>{why.total === 0 ? '记录' : `记录 ${String(why.total)} 条`}</h3>
        {why.total === 0 ? <p className="mut">没有记录。</p> : <p className="sm mut">{countyWords(why)}</p>}
        <ol className="record-rows">
          {why.rows.map((row) => <Row key={row.id} row={row} today={today} />)}
        </ol>
        {why.rows.length < why.total && <p className="sm mut">{`只列前 ${String(why.rows.length)} 条；全部在名单里。`}</p>}
      </section>
    </div>
  )
}

function Row({ row, today }: { readonly row: WhyRow; readonly today: string }) {
  return (
    <li>
      <button type="button" disabled={row.type === ''} onClick={() => go({ screen: 'record', id: row.id, type: row.type })}>
        <span className="row">
          <b className="cut grow" title={row.title}>{row.title}</b>
          {row.times > 1 && <span className="sm mut nw">{`数了 ${String(row.times)} 次`}</span>}
          <span className="sm mut nw">{sayShortDate(row.date, today)}</span>
        </span>
        <span className="sm mut">{[row.note, enteredWords(row, today)].filter((word) => word !== '').join('　')}</span>
      </button>
    </li>
  )
}
