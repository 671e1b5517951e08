import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { fullPoints, pointSources, type PointRule, type PointSource, type PointTable } from '../../../shared/points/point-rules'
import { usualLines } from '../../../shared/records/score-grade'
import { readTenths } from '../../fields/NumberControl'
import { sayTenths } from '../../records/format-value'
import { call } from '../../api'
import { notify, notifyFailure } from '../../state/notices'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Drawer } from '../../ui/Drawer'
import { ErrorBox } from '../../ui/ErrorBox'
import { Icon } from '../../ui/Icon'

const sourceWords: Readonly<Record<PointSource, string>> = {
  session: '出席人代会', meeting: '参加其他会议', training: '参加培训', research: '参加调研', inspection: '视察、执法检查', lead: '领衔提建议', cosign: '联名提建议', voters: '接待、走访选民',
  dispute: '化解矛盾', needy: '扶弱济困', practical: '办实事', charity: '公益', debrief: '向选民述职', absent: '请假、缺席', none: '不自动算，人工给分',
}

const gradeWords = ['优秀', '称职', '基本称职'] as const
const numbers = ['base', 'more', 'cap'] as const
const words = { base: '第一次', more: '以后每次', cap: '封顶' } as const

type Typed = { readonly item: string; readonly source: PointSource } & Readonly<Record<(typeof numbers)[number], string>>

const typedOf = (rule: PointRule): Typed => ({ item: rule.item, source: rule.source, base: sayTenths(rule.base), more: sayTenths(rule.more), cap: rule.cap === null ? '' : sayTenths(rule.cap) })
/** What is no number goes to the store as typed, which names the row. */
const ruleOf = (row: Typed): Readonly<Record<string, unknown>> => ({ item: row.item, source: row.source, base: readTenths(row.base), more: readTenths(row.more === '' ? '0' : row.more), cap: row.cap.trim() === '' ? null : readTenths(row.cap) })

interface RulesDrawerProps {
  readonly table: PointTable
  readonly sample: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}

/** The office's own table of points. */
export function RulesDrawer({ table, sample, onClose, onDone }: RulesDrawerProps) {
  const [rows, setRows] = useState<readonly Typed[]>(() => table.rules.map(typedOf))
  const [hundred, setHundred] = useState(table.hundred)
  const [lines, setLines] = useState<readonly string[] | null>(table.grades === null ? null : table.grades.map(sayTenths))
  const set = useCommand('points.rules')
  const put = (at: number, change: Partial<Typed>): void => setRows(rows.map((row, index) => (index === at ? { ...row, ...change } : row)))
  const save = async (input: Parameters<typeof set.run>[0]): Promise<void> => {
    const answer = await set.run(input)
    if (!answer.ok) return
    notify({ tone: 'done', text: '评分规则已改好，得分按新规则算', button: { label: '撤销', run: () => void putBack() } })
    onDone()
    onClose()
  }
  const putBack = async (): Promise<void> => {
    const answer = await call('points.rules', sample ? {} : { table: { ...table } })
    if (!answer.ok) return notifyFailure(answer)
    notify({ tone: 'done', text: '已撤销，按原来的规则算' })
    onDone()
  }
  return (
    <Drawer
      title="评分规则"
      width={760}
      loses
      onClose={onClose}
      footer={
        <>
          {!sample && <Button onClick={() => void save({})}>恢复样例</Button>}
          <span className="grow mut">{`各项封顶合计 ${sayTenths(fullPoints(table))} 分`}</span>
          <Button look="primary" busy={set.busy} onClick={() => void save({ table: { rules: rows.map(ruleOf), hundred, grades: lines === null ? null : lines.map(readTenths) } })}>保存规则</Button>
        </>
      }
    >
      <div className="rec-step">
        <p className="mut">{sample ? '现在用的是样例，请按县里的办法改。' : '这是本镇自己的规则。'}分数可以带一位小数，扣分写负数。</p>
        {set.error !== null && <ErrorBox failure={set.error} />}
        <table className="grid points-rules">
          <thead><tr><th scope="col">项目</th><th scope="col">按什么算</th>{numbers.map((key) => <th key={key} scope="col">{words[key]}</th>)}<th><span className="unseen">删除</span></th></tr></thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                <td><input className="input" aria-label={`第${at + 1}行项目`} value={row.item} maxLength={60} onChange={(event) => put(at, { item: event.target.value })} /></td>
                <td><select className="input" aria-label={`第${at + 1}行按什么算`} value={row.source} onChange={(event) => put(at, { source: event.target.value as PointSource })}>{pointSources.map((one) => <option key={one} value={one}>{sourceWords[one]}</option>)}</select></td>
                {numbers.map((key) => <td key={key}><input className="input short" inputMode="decimal" aria-label={`第${at + 1}行${words[key]}`} value={row[key]} maxLength={8} onChange={(event) => put(at, { [key]: event.target.value })} /></td>)}
                <td><Button look="text" aria-label={`删除第${at + 1}行`} icon={<Icon of={DeleteOutlined} />} onClick={() => setRows(rows.filter((_, index) => index !== at))} /></td>
              </tr>
            ))}
          </tbody>
        </table>
        <div className="row">
          <Button icon={<Icon of={PlusOutlined} />} onClick={() => setRows([...rows, { item: '', source: 'none', base: '0', more: '0', cap: '' }])}>加一项</Button>
          <label className="row"><input type="checkbox" className="tick" checked={hundred} onChange={(event) => setHundred(event.target.checked)} />折算成满分 100 分</label>
        </div>
        <div className="row">
          <label className="row"><input type="checkbox" className="tick" checked={lines !== null} onChange={(event) => setLines(event.target.checked ? usualLines.map(sayTenths) : null)} />按总分定等次</label>
          {lines === null
            ? <span className="mut">县里没有要求就不勾：只看得分，不给代表定等次。</span>
            : gradeWords.map((word, at) => (
              <label key={word} className="row">{word}
                <input className="input short" inputMode="decimal" aria-label={`${word}要多少分`} value={lines[at] ?? ''} maxLength={6} onChange={(event) => setLines(lines.with(at, event.target.value))} />分以上
              </label>
            ))}
        </div>
      </div>
    </Drawer>
  )
}
