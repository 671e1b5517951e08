import { useEffect, useRef, type KeyboardEvent } from 'react'
import { namesInOrder, opinionKeys } from '../../../shared/records/rating-count'
import { useDeputies } from '../../attendance/use-deputies'
import type { FormValues } from '../../state/drafts'
import { composing, isTyping } from '../../state/use-keys'
import { Button } from '../../ui/Button'
import { Status } from '../../ui/Status'
import { countList, listTrailKey, namesIn, namesKey, pressed } from './list-tally'
import { SheetsCheck } from './TallyCheck'
import { ballots } from './tally'

interface ListTallyProps {
  readonly values: FormValues
  readonly today: string
  readonly onChange: (values: FormValues) => void
}

const opinions = ballots.filter(({ key }) => opinionKeys.some((one) => one === key))
const wordOf = (key: string): string => opinions.find((one) => one.key === key)?.word ?? ''

/** One sheet after the other, name after name, by keys alone; every name has the sum of its voices beside it. */
export function ListTally({ values, today, onChange }: ListTallyProps) {
  const deputies = useDeputies(typeof values['rated_on'] === 'string' ? values['rated_on'] : today, today)
  const box = useRef<HTMLDivElement>(null)
  const now = useRef<HTMLTableRowElement>(null)
  const names = namesIn(values[namesKey])
  const trail = typeof values[listTrailKey] === 'string' ? values[listTrailKey] : ''
  const count = countList(names.length, trail)
  const at = count.sheet.length
  // The name before stays in sight as well; the page itself does not move.
  useEffect(() => {
    const rows = now.current?.closest('.list-rows')
    if (rows && now.current) rows.scrollTop = now.current.offsetTop - rows.clientHeight / 2
  }, [at])
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (isTyping(event.target) || composing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return
    const next = pressed(names.length, trail, event.key)
    if (next === null) return
    event.preventDefault()
    onChange({ [listTrailKey]: next })
  }
  const put = (text: string): void => onChange({ [namesKey]: text })
  return (
    <>
      <label className="list-names">
        <span>名单（一行一个，和票上的顺序一样）</span>
        <textarea className="input" rows={3} value={typeof values[namesKey] === 'string' ? values[namesKey] : ''} readOnly={trail !== ''} onChange={(event) => put(event.target.value)} />
      </label>
      {trail === ''
        ? <Button onClick={() => { put(namesInOrder(deputies.own.map(({ name }) => name)).join('\n')); box.current?.focus() }}>{`用全体代表的名单（${deputies.own.length} 人）`}</Button>
        : <p className="sm mut">已经唱了票，名单不再改。</p>}
      {names.length > 0 && (
        <div className="tally" role="group" aria-label="按名单唱票" tabIndex={0} ref={box} onKeyDown={onKeyDown}>
          <p className="list-now" role="status" aria-label="正在唱">{`第 ${count.valid + count.invalid + 1} 张　${names[at] ?? ''}`}<span className="mut">{`第 ${at + 1} 个，共 ${names.length} 个`}</span></p>
          <p className="tally-say"><span>{opinions.map(({ digit, word }) => <span key={digit}><b>{digit}</b>{` ${word}　`}</span>)}<b>5</b> 这张作废　<b>空格</b> 这张余下的都同上　<b>退格</b> 退回一个</span></p>
          <div className="list-rows">
            <table className="tbl" aria-label="每人票数">
              <thead><tr><th className="num">序号</th><th>姓名</th><th>这张</th>{opinions.map(({ key, word }) => <th key={key} className="num">{word}</th>)}<th className="num">合计</th></tr></thead>
              <tbody>
                {names.map((name, index) => {
                  const row = count.rows[index]
                  return (
                    <tr key={name + String(index)} ref={index === at ? now : null} {...(index === at ? { 'aria-current': 'true' as const } : {})}>
                      <td className="num">{index + 1}</td><td>{name}</td><td>{wordOf(count.sheet[index] ?? '')}</td>
                      {opinionKeys.map((key) => <td key={key} className="num">{row?.[key] ?? 0}</td>)}
                      <td className="num"><b>{opinionKeys.reduce((sum, key) => sum + (row?.[key] ?? 0), 0)}</b></td>
                    </tr>
                  )
                })}
              </tbody>
            </table>
          </div>
        </div>
      )}
      <SheetsCheck sum={`有效 ${count.valid} ＋ 作废 ${count.invalid} ＝ 唱完 ${count.valid + count.invalid} 张`} data={{ ...values, satisfied: count.valid, basically: 0, dissatisfied: 0, abstain: 0, invalid: count.invalid }}>
        {names.length > 0 && (count.rows.every((row) => opinionKeys.reduce((sum, key) => sum + row[key], 0) === count.valid)
          ? <Status tone="done">{`每人合计 ${count.valid} 票，与有效票相符`}</Status>
          : <Status tone="late">每人合计与有效票不符</Status>)}
        {at > 0 && <Status tone="soon">{`第 ${count.valid + count.invalid + 1} 张唱到第 ${at} 个`}</Status>}
      </SheetsCheck>
    </>
  )
}
