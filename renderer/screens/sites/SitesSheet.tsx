import { labelOf } from '../../../shared/codes'
import type { SiteRow } from '../../../shared/contract/ledgers'
import { TableSheet } from '../../print/TableSheet'
import { sayDate, sayNumber } from '../../ui/say-date'
import { isClosed, sumsOf } from './site-sums'

interface SitesSheetProps {
  readonly rows: readonly SiteRow[]
  readonly year: string
  readonly office: string
  readonly today: string
}

/** The stations side by side on paper, with what each did in the year. */
export function SitesSheet({ rows, year, office, today }: SitesSheetProps) {
  const heads = rows[0]?.figures ?? []
  return (
    <TableSheet
      wide title={`${office}代表联络站${year}年工作情况`} lines={[`截至：${sayDate(today)}`, `共 ${String(rows.length)} 个站点`]}
      columns={[{ label: '站点' }, { label: '类别' }, { label: '站长' }, { label: '接待日' }, { label: '代表', numbers: true }, ...heads.map(({ label, unit }) => ({ label: `${label}(${unit})`, numbers: true }))]}
      rows={rows.map((row) => [
        row.name, labelOf('site.kind', row.kind), row.master, isClosed(row, today) ? '已撤销' : row.open_time, String(row.deputies), ...row.figures.map(({ value }) => (value === null ? '—' : sayNumber(value))),
      ])}
      {...(rows.length > 1 ? { sums: ['合计', '', '', '', '', ...sumsOf(rows).map(sayNumber)] } : {})}
    />
  )
}
