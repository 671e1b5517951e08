/** The roster as a table for paper and Excel: the columns that its screen shows. Pure. */
import { labelOf } from '../codes'
import type { DeputyRow } from '../contract/records'

export interface DeputyColumn {
  readonly label: string
  /** Characters. */
  readonly width: number
  readonly numbers?: true
  /** `say` writes a day or month. */
  readonly cell: (row: DeputyRow, say: (day: string) => string) => string
}

export const deputyColumns: readonly DeputyColumn[] = [
  { label: '姓名', width: 16, cell: ({ name, note, presidium_role: role }) => [name, role ?? '', note].filter((word) => word !== '').join(' ') },
  { label: '性别', width: 6, cell: ({ sex }) => (sex === null ? '' : labelOf('sex', sex)) },
  { label: '出生年月', width: 12, cell: ({ birth }, say) => (birth === null ? '' : say(birth)) },
  { label: '政治面貌', width: 12, cell: ({ party }) => (party === null ? '' : labelOf('party', party)) },
  { label: '单位、职务', width: 26, cell: ({ post }) => post ?? '' },
  { label: '选区', width: 18, cell: ({ constituency }) => constituency ?? '' },
  { label: '小组', width: 16, cell: ({ group }) => group ?? '' },
  { label: '电话', width: 14, cell: ({ phone }) => phone ?? '' },
  { label: '今年参加(次)', width: 12, numbers: true, cell: ({ events }) => String(events) },
  { label: '情况', width: 14, cell: ({ status, doubts }) => (doubts > 0 ? `${status}，待核 ${String(doubts)}` : status) },
]
