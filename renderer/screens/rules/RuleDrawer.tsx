import { useState } from 'react'
import type { InputOf, OutputOf } from '../../../shared/contract'
import { unitsFor } from '../../../shared/rules/own-rule'
import type { RuleEntry, RuleUnit } from '../../../shared/rules/rule-book'
import { ruleWords } from '../../../shared/rules/rule-words'
import { ruleName, ruleValue } from '../../../shared/text/rules'
import { LabelledRow } from '../../fields/LabelledRow'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Drawer } from '../../ui/Drawer'
import { ErrorBox } from '../../ui/ErrorBox'
import { Segmented } from '../../ui/Segmented'
import { MovedList } from './MovedList'
import { notifyRules } from './done-notice'
import { useMoves } from './use-moves'

interface RuleDrawerProps {
  readonly entry: RuleEntry
  /** What would hold without the office's own value. */
  readonly standard: RuleEntry
  readonly isOwn: boolean
  readonly onClose: () => void
  readonly onDone: () => void
}

const unitWords: Readonly<Record<RuleUnit, string>> = { day: '天', workday: '工作日', month: '个月', count: '次（人）', share: '' }
const whos = [{ value: '法律', label: '法律' }, { value: '省里', label: '省里' }, { value: '县里', label: '县里' }, { value: '镇里', label: '镇里' }] as const

/** One rule changed by hand: number, unit, who says so and where it is written; what would move is seen before it is saved. */
export function RuleDrawer({ entry, standard, isOwn, onClose, onDone }: RuleDrawerProps) {
  const [off, setOff] = useState(entry.n === null)
  const [n, setN] = useState(entry.n === null ? '' : String(entry.n))
  const [max, setMax] = useState(entry.max === undefined ? '' : String(entry.max))
  const [unit, setUnit] = useState<RuleUnit>(entry.unit)
  const [who, setWho] = useState<RuleEntry['who']>(isOwn ? entry.who : '镇里')
  const [source, setSource] = useState(isOwn ? entry.source : '')
  const [preview, setPreview] = useState<{ readonly of: string; readonly changed: OutputOf<'rules.set'> } | null>(null)
  const moves = useMoves()
  const set = useCommand('rules.set')
  const reset = useCommand('rules.reset')
  const units = unitsFor(entry)
  const valid = off || /^\d{1,4}$/u.test(n)
  const edit: InputOf<'rules.set'> = {
    key: entry.key, n: off ? null : Number(n), unit, who, source, ...(max.trim() === '' ? {} : { max: Number(max) }), ...(entry.of === undefined ? {} : { of: entry.of }),
  }
  // whatever is typed after a preview makes that preview old
  const seen = preview?.of === JSON.stringify(edit) ? preview.changed : null
  const finish = (text: string): void => {
    notifyRules(text, onDone)
    onDone()
    onClose()
  }
  const look = async (): Promise<void> => {
    const answer = await set.run({ ...edit, dry_run: true })
    if (answer.ok) setPreview({ of: JSON.stringify(edit), changed: answer.value })
  }
  const save = async (): Promise<void> => {
    const answer = await set.run({ ...edit, move: moves.ids })
    if (answer.ok) finish(`${ruleName(entry.key)}已改好`)
  }
  const back = async (): Promise<void> => {
    const answer = await reset.run({ key: entry.key })
    if (answer.ok) finish(`${ruleName(entry.key)}已恢复默认`)
  }
  return (
    <Drawer
      title={ruleName(entry.key)} onClose={onClose} width={520} loses
      footer={
        <>
          {isOwn && <Button busy={reset.busy} onClick={() => void back()}>恢复默认</Button>}
          <span className="grow" />
          {seen === null
            ? <Button look="primary" busy={set.busy} disabled={!valid || source.trim() === ''} onClick={() => void look()}>看看会改哪些</Button>
            : <Button look="primary" busy={set.busy} onClick={() => void save()}>保存</Button>}
        </>
      }
    >
      <div className="rule-form">
        <p className="mut">{`默认：${ruleValue(standard)}　${standard.who}　${standard.source}${ruleWords(standard) === '' ? '' : `　${ruleWords(standard)}`}`}</p>
        {entry.note !== undefined && <p className="sm mut">{entry.note}</p>}
        <LabelledRow label="这条规则" htmlFor="rule-off"><Segmented label="这条规则" options={[{ value: 'on', label: '有' }, { value: 'off', label: '没有规定' }]} value={off ? 'off' : 'on'} onChange={(value) => setOff(value === 'off')} /></LabelledRow>
        {!off && (
          <LabelledRow label="数值" htmlFor="rule-n" required error={n !== '' && !valid ? '请填整数' : null}>
            <div className="row">
              <input id="rule-n" className="input" style={{ width: 84 }} inputMode="numeric" maxLength={4} value={n} onChange={(event) => setN(event.target.value.trim())} />
              {entry.max !== undefined && <><span>至</span><input aria-label="上限" className="input" style={{ width: 84 }} inputMode="numeric" maxLength={4} value={max} onChange={(event) => setMax(event.target.value.trim())} /></>}
              {entry.unit === 'share' && <span>{`/ ${entry.of ?? 1}`}</span>}
              {units.length > 1
                ? <Segmented label="单位" options={units.map((value) => ({ value, label: unitWords[value] }))} value={unit} onChange={setUnit} />
                : <span className="mut">{entry.from === 'year' && entry.unit === 'month' ? '月底前' : unitWords[entry.unit]}</span>}
            </div>
          </LabelledRow>
        )}
        <LabelledRow label="谁规定的" htmlFor="rule-who"><Segmented label="谁规定的" options={whos} value={who} onChange={setWho} /></LabelledRow>
        <LabelledRow label="依据" htmlFor="rule-source" required hint="文件名、年份、第几条；每个期限旁边都会写上">
          <input id="rule-source" className="input" maxLength={300} value={source} placeholder="如 青禾镇人大建议办理办法（2026）第5条" onChange={(event) => setSource(event.target.value)} />
        </LabelledRow>
        {set.error !== null && <ErrorBox failure={set.error} />}
        {reset.error !== null && <ErrorBox failure={reset.error} />}
        {seen !== null && <MovedList moved={seen.moved} moves={moves} />}
      </div>
    </Drawer>
  )
}
