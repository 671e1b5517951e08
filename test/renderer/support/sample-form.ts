/** The county's form, loaded and partly pointed. */
import type { FormState } from '../../../shared/contract/form'
import type { FormCell } from '../../../shared/report/county-form'

const cell = (ref: string, row: number, column: number, text: string, kind: FormCell['kind'] = 'text'): FormCell => ({ ref, row, column, text, kind })
const lines = [['建议', '提出总数'], ['', '立案（受理）数'], ['', '满意率'], ['活动', '组织代表活动次数'], ['', '参加人次'], ['联络站', '接待选民']] as const

export const countyForm: FormState = {
  version: 2, name: '望川县乡镇人大工作统计表.xlsx', loaded_at: '2025-11-20T09:00:00+08:00', by: '周维安',
  sheets: [{
    name: '统计表', rows: 9, columns: 5, merges: [{ top: 0, left: 0, bottom: 0, right: 4 }, { top: 3, left: 0, bottom: 5, right: 0 }, { top: 6, left: 0, bottom: 7, right: 0 }],
    cells: [
      cell('A1', 0, 0, '望川县乡镇人大工作统计表'), cell('A2', 1, 0, '填报单位'), ...['类别', '项目', '本年', '上年', '增减'].map((text, at) => cell(`${'ABCDE'[at] ?? ''}3`, 2, at, text)),
      ...lines.flatMap(([group, name], at) => [...(group === '' ? [] : [cell(`A${String(at + 4)}`, at + 3, 0, group)]), cell(`B${String(at + 4)}`, at + 3, 1, name), cell(`E${String(at + 4)}`, at + 3, 4, '0', 'formula' as const)]),
    ],
  }],
  map: [
    { sheet: '统计表', ref: 'C4', path: 'B5.01', label: '建议/提出总数', head: '本年', name: '提出总数', value: '53' }, { sheet: '统计表', ref: 'D4', path: 'B5.01@', label: '建议/提出总数', head: '上年', name: '提出总数（上年）', value: '48' },
    { sheet: '统计表', ref: 'C6', path: 'B5.23%', label: '建议/满意率', head: '本年', name: '满意率（率）', value: '95.3%' }, { sheet: '统计表', ref: 'B2', path: 'head:office', label: '填报单位', head: '', name: '填报单位', value: '青禾镇' },
  ],
  guesses: [{ sheet: '统计表', ref: 'C7', path: 'B8.01', label: '活动/组织代表活动次数', head: '本年', name: '组织代表活动次数', value: '46' }],
  versions: [{ version: 1, name: '旧表.xlsx', loaded_at: '2024-11-20T09:00:00+08:00', cells: 4 }, { version: 2, name: '望川县乡镇人大工作统计表.xlsx', loaded_at: '2025-11-20T09:00:00+08:00', cells: 4 }],
}
