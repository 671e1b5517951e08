import '../../records/records.css'
import './deputies.css'
import { useState } from 'react'
import { call } from '../../api'
import { go } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useOffice } from '../../state/session'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { Segmented } from '../../ui/Segmented'
import { sayDate } from '../../ui/say-date'

/** The duty file of one deputy in eight parts (代表法第58条), filled by what was recorded once. */
export default function DeputyScreen({ route }: ScreenProps<'deputy'>) {
  const office = useOffice()
  const thisYear = Number((office?.today ?? '2000').slice(0, 4))
  const [year, setYear] = useState<string>(String(thisYear))
  const period = year === 'all' ? {} : { from: `${year}-01-01`, to: `${year}-12-31` }
  const query = useQuery('deputies.duty', { mandate: route.mandate, ...period })
  return (
    <>
      <PageHead title={query.data?.name ?? '代表'} crumb="代表" onCrumb={() => { go({ screen: 'deputies' }) }} tag={query.data ? <span className="mut">{`折合履职 ${String(query.data.half_days / 2)} 天`}</span> : undefined} />
      <div className="body">
        <div className="toolbar">
          <Segmented label="哪一年" value={year} onChange={setYear} options={[{ value: String(thisYear), label: `${String(thisYear)}年` }, { value: String(thisYear - 1), label: `${String(thisYear - 1)}年` }, { value: 'all', label: '本届全部' }]} />
          <span className="grow" />
          <Button onClick={() => { go({ screen: 'record', id: route.mandate, type: 'mandate' }) }}>任职和办理</Button>
          <Button onClick={() => { void openPerson(route.mandate) }}>个人资料</Button>
          <Button onClick={() => { void call('shell.print', {}) }}>打印履职档案</Button>
        </div>
        <Loaded query={query} rows={8}>{(file) => (
          <div className="duty">
            {file.parts.map((part) => (
              <Card key={part.key} title={part.label} beside={part.key === 'basics' ? '' : `${String(part.rows.length)} 条`}>
                {part.rows.length === 0 ? <p className="mut">没有记录</p> : (
                  <ul className="duty-rows">
                    {part.rows.map((row) => (
                      <li key={`${row.id} ${row.title} ${row.note}`}>
                        {part.key === 'basics' ? <span className="mut">{row.title}</span> : <button type="button" className="link cut" onClick={() => { go({ screen: 'record', id: row.id, type: row.type }) }}>{row.title}</button>}
                        <span className={part.key === 'basics' ? '' : 'mut'}>{part.key === 'basics' ? row.note : `${sayDate(row.date)}　${row.note}`}</span>
                      </li>
                    ))}
                  </ul>
                )}
              </Card>
            ))}
          </div>
        )}</Loaded>
      </div>
    </>
  )
}

async function openPerson(mandate: string): Promise<void> {
  const record = await call('record.get', { id: mandate })
  const person = record.ok ? record.value.fields['person'] : undefined
  if (typeof person === 'string') go({ screen: 'record', id: person, type: 'person' })
}
