import type { Chart, ChartAsk } from '../../../shared/indicators/charts'

interface ChartTableProps {
  readonly chart: Chart
  /** Asks why a number is what it is; paper asks nothing. */
  readonly onAsk?: (ask: ChartAsk) => void
}

interface Cell { readonly value: number | null; readonly ask?: ChartAsk | undefined }

/** The numbers that a chart draws; each can be asked why, or its category where two figures are cut with each other. */
export function ChartTable({ chart, onAsk }: ChartTableProps) {
  const across = chart.kind === 'lines'
  const heads = across ? chart.categories : chart.series.map(({ name }) => name)
  const rows = across
    ? chart.series.map(({ name, values, asks }) => ({ name, ask: undefined, cells: values.map((value, at): Cell => ({ value, ask: asks?.[at] })) }))
    : chart.categories.map((name, at) => ({ name, ask: chart.categoryAsks?.[at], cells: chart.series.map(({ values, asks }): Cell => ({ value: values[at] ?? null, ask: asks?.[at] })) }))
  const asking = (words: string, about: string, ask: ChartAsk | undefined) => (ask === undefined || ask.indicator === '' || onAsk === undefined
    ? words : <button type="button" className="fig" aria-label={`${about}怎么来的`} onClick={() => onAsk(ask)}>{words}</button>)
  return (
    <table className="tbl">
      <thead><tr><th>{chart.unit === '' ? '' : `单位：${chart.unit}`}</th>{heads.map((head) => <th key={head} className="num">{head}</th>)}</tr></thead>
      <tbody>
        {rows.map(({ name, ask, cells }) => (
          <tr key={name}>
            <td>{asking(name, name, ask)}</td>
            {cells.map((cell, at) => <td key={heads[at]} className="num">{asking(String(cell.value ?? '—'), `${name} ${heads[at] ?? ''} ${String(cell.value ?? '—')}`, cell.ask)}</td>)}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
