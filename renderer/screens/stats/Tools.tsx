import { FileExcelOutlined, FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { call } from '../../api'
import { inFolder, notifyMade, useOutFolder } from '../../print/out-folder'
import { useLevel } from '../../state/level'
import { notify, notifyFailure } from '../../state/notices'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { loadedAhead } from '../../ui/loaded-ahead'
import { choicesOf, kindsOf, kindWords, type Beside, type Calendar, type PeriodChoice, type PeriodKind } from './periods'
import { setView, useView } from './view'

const { Shown: CustomDates } = loadedAhead(() => import('./CustomDates'))

interface ToolsProps {
  readonly calendar: Calendar
  readonly period: PeriodChoice
  /** Towns to choose from at the county; null at a town. */
  readonly towns: readonly { readonly code: string; readonly name: string }[] | null
  /** Null while there is nothing to print. */
  readonly onPrint: (() => void) | null
}

/** Which period, which town, and the table on paper or in a file. */
export function Tools({ calendar, period, towns, onPrint }: ToolsProps) {
  const { kind, town, beside } = useView()
  const choices = choicesOf(kind, calendar)
  return (
    <div className="stats-tools">
      <select className="input stats-kind" aria-label="报表期" value={kind} onChange={(event) => setView({ kind: event.target.value as PeriodKind, choice: '', open: null })}>
        {kindsOf(calendar).map((one) => <option key={one} value={one}>{kindWords[one]}</option>)}
      </select>
      {choices.length > 0 && (
        <select className="input stats-choice" aria-label="哪一期" value={period.key} onChange={(event) => setView({ choice: event.target.value, open: null })}>
          {choices.map((one) => <option key={one.key} value={one.key}>{one.label}</option>)}
        </select>
      )}
      {kind === 'custom' && <CustomDates from={period.from} to={period.to} onChange={(custom) => setView({ custom, open: null })} />}
      {period.last !== undefined && town !== 'each' && (
        <select className="input stats-beside" aria-label="旁边放哪一期" value={beside} onChange={(event) => setView({ beside: event.target.value as Beside })}>
          {period.before !== '' && <option value="year">{`比${period.before}`}</option>}
          <option value="last">{`比${period.last.word}`}</option>
          <option value="none">不比</option>
        </select>
      )}
      {towns !== null && <TownSelect town={town} towns={towns} />}
      <span className="grow" />
      <Files period={period} town={town === 'each' ? '' : town} onPrint={onPrint} />
    </div>
  )
}

function TownSelect({ town, towns }: { readonly town: string; readonly towns: NonNullable<ToolsProps['towns']> }) {
  const level = useLevel()
  return (
    <select className="input stats-choice" aria-label={`哪个${level.which}`} value={town} onChange={(event) => setView({ town: event.target.value, open: null })}>
      <option value="">{`全${level.own}合计`}</option>
      <option value="each">{`${level.each}对比`}</option>
      {towns.map((one) => <option key={one.code} value={one.code}>{one.name}</option>)}
    </select>
  )
}

function Files({ period, town, onPrint }: { readonly period: PeriodChoice; readonly town: string; readonly onPrint: (() => void) | null }) {
  const { folder } = useOutFolder()
  const table = useCommand('stats.file')
  const html = useCommand('stats.html')
  const asked = { from: period.from, to: period.to, ...(town === '' ? {} : { town }) }
  const exportTable = async (): Promise<void> => {
    const made = await table.run({ ...asked, out: folder })
    if (!made.ok) notifyFailure(made)
    else for (const file of made.value.files) notifyMade(file.path, file.aside)
  }
  const savePdf = async (): Promise<void> => {
    const page = await html.run(asked)
    const made = page.ok ? await call('shell.pdf', { path: inFolder(folder, page.value.name), html: page.value.html }) : page
    if (made.ok) {
      notifyMade(made.value.path)
      if (made.value.unshown !== undefined) notify({ tone: 'soon', text: `PDF 里显示不出：${made.value.unshown.join('')}`, next: '这台电脑没有这些字的字库。' })
    }
    else notifyFailure(made)
  }
  return (
    <>
      <Button icon={<Icon of={FileExcelOutlined} />} busy={table.busy} disabled={folder === ''} title="全部指标存成 Excel 表" onClick={() => void exportTable()}>存成表格</Button>
      <Button icon={<Icon of={FilePdfOutlined} />} busy={html.busy} disabled={folder === ''} title="全部指标存成 PDF" onClick={() => void savePdf()}>存成 PDF</Button>
      <Button icon={<Icon of={PrinterOutlined} />} disabled={onPrint === null} onClick={() => onPrint?.()}>打印</Button>
    </>
  )
}
