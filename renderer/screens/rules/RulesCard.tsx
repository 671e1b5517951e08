import './rules.css'
import { useState } from 'react'
import type { RuleList } from '../../../shared/contract/rules'
import type { RuleEntry } from '../../../shared/rules/rule-book'
import { ruleWords } from '../../../shared/rules/rule-words'
import { ruleName, ruleValue } from '../../../shared/text/rules'
import { call } from '../../api'
import { notify, notifyFailure } from '../../state/notices'
import { sayAside, useOutFolder } from '../../print/out-folder'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { RuleTag } from '../../ui/RuleTag'
import { sayDate } from '../../ui/say-date'
import { Segmented } from '../../ui/Segmented'
import { Status } from '../../ui/Status'
import { RuleDrawer } from './RuleDrawer'
import { undoRules } from './done-notice'

interface RulesCardProps {
  readonly rules: RuleList
  readonly county: boolean
  readonly onUpdate: (file: string) => void
  readonly onDone: () => void
}

type Shown = 'all' | 'own' | 'doubt'
const choices = [{ value: 'all', label: '全部' }, { value: 'own', label: '自己改过的' }, { value: 'doubt', label: '要核对的' }] as const

/** The table of limits: what, how long, who says so, whether it was checked; a press on 修改 changes one. */
export function RulesCard({ rules, county, onUpdate, onDone }: RulesCardProps) {
  const [shown, setShown] = useState<Shown>('all')
  const [editing, setEditing] = useState<string | null>(null)
  const out = useOutFolder()
  const fits: Readonly<Record<Shown, (entry: RuleEntry) => boolean>> = { all: () => true, own: (entry) => rules.own.includes(entry.key), doubt: (entry) => !entry.verified && entry.n !== null }
  const list = rules.entries.filter(fits[shown])
  const edited = rules.entries.find((entry) => entry.key === editing)
  const standard = rules.defaults.find((entry) => entry.key === editing)
  const pick = async (): Promise<void> => {
    const answer = await call('shell.pick-file', { title: '选县里给的规则更新', kinds: 'any' })
    if (answer.ok && answer.value.path !== null) onUpdate(answer.value.path)
  }
  const write = async (offer: boolean): Promise<void> => {
    const answer = await call('rules.export', offer ? { offer } : { to: out.folder })
    if (!answer.ok) return notifyFailure(answer)
    const { file, aside } = answer.value
    notify(file === null
      ? { tone: 'done', text: '以后的回执都带上这份规则，各镇看过才采用' }
      : { tone: 'done', text: `规则更新文件已存到 ${file}`, ...(aside === undefined ? {} : { next: sayAside(aside) }) })
  }
  return (
    <>
      <Card
        bare title="期限和人数规则" beside={<span className="mut">{rules.note ?? (rules.province === null ? '按全国规定' : `按${rules.province}的规定，没有的按全国规定`)}</span>}
        tools={
          <>
            {rules.last !== null && <Button look="text" title={`${rules.last.what}，${rules.last.by}`} onClick={() => void undoRules(onDone)}>撤销上次修改</Button>}
            {rules.own.length > 0 && out.folder !== '' && <Button look="text" onClick={() => void write(false)}>存成文件</Button>}
            {county && rules.own.length > 0 && <Button onClick={() => void write(true)}>随回执发给各镇</Button>}
            <Button onClick={() => void pick()}>导入规则更新</Button>
          </>
        }
      >
        <div className="rules-tools">
          <Segmented label="看哪些规则" options={choices} value={shown} onChange={setShown} />
          <span className="mut">{`共 ${list.length} 条`}</span>
        </div>
        {list.length === 0 ? <p className="rules-none mut">{shown === 'own' ? '都是默认值，没有改过。' : '没有要核对的。'}</p> : (
          <table className="tbl rules">
            <thead><tr><th>规则</th><th>现在是</th><th>依据</th><th>核对</th><th><span className="unseen">修改</span></th></tr></thead>
            <tbody>{list.map((entry) => <Rule key={entry.key} entry={entry} isOwn={rules.own.includes(entry.key)} onEdit={() => setEditing(entry.key)} />)}</tbody>
          </table>
        )}
      </Card>
      {edited !== undefined && standard !== undefined && (
        <RuleDrawer key={edited.key} entry={edited} standard={standard} isOwn={rules.own.includes(edited.key)} onClose={() => setEditing(null)} onDone={onDone} />
      )}
    </>
  )
}

function Rule({ entry, isOwn, onEdit }: { readonly entry: RuleEntry; readonly isOwn: boolean; readonly onEdit: () => void }) {
  const from = ruleWords(entry)
  return (
    <tr>
      <td className="wrap">{ruleName(entry.key)}{isOwn && <div><Status tone="doing" quiet>自己改过</Status></div>}</td>
      <td className={entry.n === null ? 'mut' : ''}>{entry.n === null ? ruleValue(entry) : <b>{ruleValue(entry)}</b>}{from !== '' && entry.unit !== 'share' && entry.unit !== 'count' && <div className="sm mut">{from}</div>}</td>
      <td className="wrap"><RuleTag who={entry.who} />　{entry.source}{entry.note !== undefined && <div className="sm mut">{entry.note}</div>}</td>
      <td>{entry.verified ? <Status tone="done" quiet>{`已核对 ${sayDate(entry.checked_on)}`}</Status> : <Status tone="soon" quiet>请按本地规定核对</Status>}</td>
      <td className="num"><Button look="text" aria-label={`修改${ruleName(entry.key)}`} onClick={onEdit}>修改</Button></td>
    </tr>
  )
}
