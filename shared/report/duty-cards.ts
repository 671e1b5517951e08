/** 履职登记卡 of every deputy in office, a page each: the eight parts of the duty file and a line to sign. */
import { dutyFile } from '../deputies/duty-file'
import { textOf } from '../facts'
import { deputiesAt } from '../measures/deputies-at'
import { shortDay, type Block, type Composed, type TableRow } from './block'
import { chineseNumber } from '../parse/chinese-numeral'
import { nameOf } from './names'
import type { ReportInput } from './setting'
import { withoutPrivate } from './without-private'

const partColumns = [{ label: '日期', width: 17, align: 'center' }, { label: '内容', width: 51 }, { label: '说明', width: 32 }] as const

type File = NonNullable<ReturnType<typeof dutyFile>>

/** Two pairs of label and value to a line. */
function basicRows(rows: File['parts'][number]['rows']): readonly TableRow[] {
  const pairs = rows.map(({ title, note }) => [title, withoutPrivate(note)] as const)
  return Array.from({ length: Math.ceil(pairs.length / 2) }, (_, line) => ({ cells: [...(pairs[line * 2] ?? []), ...(pairs[line * 2 + 1] ?? ['', ''])] }))
}

function card(file: File, year: number): readonly Block[] {
  const [basics, ...parts] = file.parts
  const rows = parts.flatMap((part, index): readonly TableRow[] => [
    { group: true, cells: [`${chineseNumber(index + 2)}、${part.label}${part.rows.length === 0 ? '（无记录）' : ''}`] },
    ...part.rows.map((row) => ({ cells: [shortDay(row.date), withoutPrivate(row.title), withoutPrivate(row.note)] })),
  ])
  return [
    { kind: 'form', text: `代表履职登记卡（${String(year)}年）` },
    { kind: 'note', text: `姓名：${file.name}　　　折合履职时间：${String(file.half_days / 2)}天（出席会议不计）` },
    {
      kind: 'table', rows: [{ group: true, cells: [`一、${basics?.label ?? ''}`] }, ...basicRows(basics?.rows ?? [])],
      columns: [{ label: '项目', width: 20 }, { label: '内容', width: 30 }, { label: '项目', width: 20 }, { label: '内容', width: 30 }],
    },
    { kind: 'table', columns: partColumns, rows },
    { kind: 'sign', text: '本人核对签字：　　　　　　　　日期：　　　年　　月　　日' },
  ]
}

export function dutyCards({ question, year, office }: ReportInput): Composed {
  const { facts, period } = question
  const pinyin = new Intl.Collator('zh-CN')
  const deputies = deputiesAt(facts, period.to).map((rec) => ({ id: rec.id, name: nameOf(facts, textOf(rec.fields, 'person')) })).sort((a, b) => pinyin.compare(a.name, b.name) || a.id.localeCompare(b.id))
  const blocks = deputies.flatMap(({ id }, index): readonly Block[] => {
    const file = dutyFile(facts, id, period)
    return file ? [...(index === 0 ? [] : [{ kind: 'page' as const }]), ...card(file, year)] : []
  })
  const nobody: readonly Block[] = [{ kind: 'form', text: `代表履职登记卡（${String(year)}年）` }, { kind: 'note', text: '还没有登记在任代表。' }]
  return { title: `${office}${String(year)}年代表履职登记卡`, blocks: blocks.length === 0 ? nobody : blocks, missing: [] }
}
