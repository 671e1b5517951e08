import './routes'
import './form.css'
import { useState } from 'react'
import type { FormLoaded, FormState } from '../../../shared/contract/form'
import { call } from '../../api'
import { notifyMade, useOutFolder } from '../../print/out-folder'
import { go } from '../../state/navigation'
import { notify } from '../../state/notices'
import { useOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { EmptyState } from '../../ui/EmptyState'
import { ErrorBox } from '../../ui/ErrorBox'
import { Loaded } from '../../ui/Loading'
import { PageHead } from '../../ui/PageHead'
import { choicesOf } from '../stats/periods'
import { CellCard } from './CellCard'
import { FormGrid } from './FormGrid'
import { gridOf } from './grid'
import { LoadedNote } from './LoadedNote'

/** The county's own form: loaded, pointed at indicators by clicks, filled for any year or half. */
export default function FormScreen() {
  const office = useOffice()
  const calendar = { today: office?.today ?? '', termStart: null, sessions: [] }
  const periods = [...choicesOf('year', calendar), ...choicesOf('half', calendar)]
  const [chosen, setChosen] = useState(periods[0]?.key ?? '')
  const period = periods.find(({ key }) => key === chosen) ?? periods[0]
  const days = period ? { from: period.from, to: period.to } : null
  const query = useQuery('form.get', days)
  const load = useCommand('form.load')
  const fill = useCommand('form.fill')
  const { folder } = useOutFolder()
  const [news, setNews] = useState<FormLoaded | null>(null)
  const form = query.data?.form ?? null
  const title = office?.role === 'county' ? '上级的表' : '县里的表'
  const choose = async (): Promise<void> => {
    const picked = await call('shell.pick-file', { title: `选${title}样`, kinds: 'any' })
    if (!picked.ok || picked.value.path === null) return
    const done = await load.run({ file: picked.value.path })
    if (!done.ok) return
    setNews(done.value)
    query.reload()
  }
  const make = async (): Promise<void> => {
    if (days === null) return
    const done = await fill.run({ ...days, out: folder })
    if (!done.ok) return
    for (const file of done.value.files) notifyMade(file.path, file.aside)
    if (done.value.unknown.length > 0) notify({ tone: 'soon', text: `${String(done.value.unknown.length)} 处没有填进去：${done.value.unknown.slice(0, 3).join('、')}` })
  }
  return (
    <>
      <PageHead title={title} crumb="统计报表" onCrumb={() => go({ screen: 'statistics' })} />
      <div className="body form-screen">
        <div className="form-tools">
          <Button busy={load.busy} onClick={() => void choose()}>{form === null ? '装入表样…' : '换新表样…'}</Button>
          {form !== null && (
            <>
              <select className="input" aria-label="填哪一期" value={period?.key ?? ''} onChange={(event) => setChosen(event.target.value)}>
                {periods.map(({ key, label }) => <option key={key} value={key}>{label}</option>)}
              </select>
              <span className="grow" />
              <Button look="primary" busy={fill.busy} disabled={folder === '' || form.map.length === 0} onClick={() => void make()}>填好存成 Excel</Button>
            </>
          )}
        </div>
        {load.error !== null && <ErrorBox failure={load.error} />}
        {fill.error !== null && <ErrorBox failure={fill.error} />}
        {news !== null && <LoadedNote loaded={news} onClose={() => setNews(null)} />}
        <Loaded query={query} rows={10}>
          {({ form: shown }) => (shown === null
            ? <Card><EmptyState title={`还没有装${title}`} hint="选上级发的 .xlsx 表样，点格子指明填哪个数；以后每年一点就填好，公式、合并格和格式都不变。" /></Card>
            : <Book key={shown.version} form={shown} days={days} onChanged={() => query.reload()} />)}
        </Loaded>
      </div>
    </>
  )
}

function Book({ form, days, onChanged }: { readonly form: FormState; readonly days: { readonly from: string; readonly to: string } | null; readonly onChanged: () => void }) {
  const [name, setName] = useState(form.sheets[0]?.name ?? '')
  const [at, setAt] = useState<string | null>(null)
  const stats = useQuery('stats.get', days)
  const guess = useCommand('form.guess')
  const sheet = form.sheets.find((one) => one.name === name) ?? form.sheets[0]
  if (!sheet) return null
  const rows = gridOf(sheet, form.map, form.guesses)
  const cell = rows.flat().find(({ ref, kind }) => ref === at && kind === 'open')
  return (
    <div className="form-book">
      <Card
        bare
        title={form.name}
        beside={<span className="sm mut">{`第 ${String(form.version)} 版，已指 ${String(form.map.length)} 格`}</span>}
        tools={form.sheets.length > 1 && (
          <select className="input" aria-label="哪一张" value={sheet.name} onChange={(event) => { setName(event.target.value); setAt(null) }}>
            {form.sheets.map((one) => <option key={one.name}>{one.name}</option>)}
          </select>
        )}
      >
        <div className="form-scroll"><FormGrid rows={rows} at={at} onPick={setAt} /></div>
      </Card>
      <div className="form-side">
        {form.guesses.length > 0 && (
          <Card title="认出来的格子">
            <p>{`有 ${String(form.guesses.length)} 格的字和指标名一样，标了“？”。`}</p>
            <Button busy={guess.busy} onClick={() => void guess.run({}).then((done) => { if (done.ok) onChanged() })}>都照认出来的填</Button>
          </Card>
        )}
        {cell
          ? <CellCard key={`${sheet.name} ${cell.ref}`} sheet={sheet} cell={cell} figures={stats.data?.indicators ?? []} onDone={onChanged} />
          : <Card><p className="mut">点左边空着的格子，说它填哪个数。</p></Card>}
      </div>
    </div>
  )
}
