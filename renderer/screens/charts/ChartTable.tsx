import type { Chart } from '../../../shared/indicators/charts'

/** The numbers that a chart draws. */
export function ChartTable({ chart }: { readonly chart: Chart }) {
  const across = chart.kind === 'lines'
  const heads = across ? chart.categories : chart.series.map(({ name }) => name)
  const rows = across
    ? chart.series.map(({ name, values }) => ({ name, values }))
    : chart.categories.map((name, at) => ({ name, values: chart.series.map(({ values }) => values[at] ?? null) }))
  return (
    <table className="tbl">
      <thead><tr><th>{chart.unit === '' ? '' : `单位：${chart.unit}`}</th>{heads.map((head) => <th key={head} className="num">{head}</th>)}</tr></thead>
      <tbody>{rows.map(({ name, values }) => <tr key={name}><td>{name}</td>{values.map((value, at) => <td key={at} className="num">{value ?? '—'}</td>)}</tr>)}</tbody>
    </table>
  )
}
