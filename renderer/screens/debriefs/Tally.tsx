import { RollbackOutlined } from '@ant-design/icons'
import { useRef, type KeyboardEvent } from 'react'
import { readInt } from '../../fields/NumberControl'
import type { FormValues } from '../../state/drafts'
import { composing, isTyping } from '../../state/use-keys'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { addBallot, ballots, lastBallot, marksOf, takeBack, type BallotKey } from './tally'

interface TallyProps {
  readonly values: FormValues
  readonly onChange: (values: FormValues) => void
  readonly wrong?: string | null
}

const mostMarks = 60

/** Ballots are counted by keys 1–5 while they are read out, or by pressing the box; totals may be typed instead. */
export function Tally({ values, onChange, wrong = null }: TallyProps) {
  const box = useRef<HTMLDivElement>(null)
  const apply = (change: FormValues | null): void => {
    if (change !== null) onChange(change)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    if (isTyping(event.target) || composing(event.nativeEvent) || event.ctrlKey || event.altKey || event.metaKey) return
    const change = event.key === 'Backspace' ? takeBack(values) : addBallot(values, event.key)
    if (change === null) return
    event.preventDefault()
    onChange(change)
  }
  const last = lastBallot(values)
  return (
    <div className="tally" role="group" aria-label="计票" tabIndex={0} ref={box} onKeyDown={onKeyDown}>
      <div className="tally-say">
        <span className="grow">听到一张按一下：<b>1</b> 满意、<b>2</b> 基本满意、<b>3</b> 不满意、<b>4</b> 弃权、<b>5</b> 无效，<b>退格</b> 退回一张。</span>
        <Button look="text" icon={<Icon of={RollbackOutlined} />} disabled={last === ''} onClick={() => { apply(takeBack(values)); box.current?.focus() }}>{last === '' ? '退回一张' : `退回一张（${last}）`}</Button>
      </div>
      <div className="tally-boxes">
        {ballots.map(({ key, digit, word }) => {
          const count = typeof values[key] === 'number' ? values[key] : 0
          return (
            <div key={key} className={wrong !== null && key !== 'invalid' ? 'tally-box wrong' : 'tally-box'}>
              <button type="button" aria-label={`${word}加一张`} onClick={() => { apply(addBallot(values, digit)); box.current?.focus() }}>
                <span><kbd>{digit}</kbd>{word}</span>
                <span className="marks" aria-hidden="true">{count <= mostMarks ? marksOf(count) : ''}</span>
              </button>
              <Total word={word} name={key} value={values[key]} onChange={onChange} />
            </div>
          )
        })}
      </div>
    </div>
  )
}

function Total({ word, name, value, onChange }: { readonly word: string; readonly name: BallotKey; readonly value: unknown; readonly onChange: (values: FormValues) => void }) {
  return (
    <span className="with-unit">
      <input
        className="input" type="text" inputMode="numeric" autoComplete="off" aria-label={`${word}票数`} placeholder="0"
        value={typeof value === 'number' || typeof value === 'string' ? String(value) : ''}
        onChange={(event) => onChange({ [name]: event.target.value === '' ? null : readInt(event.target.value) })}
      />
      张
    </span>
  )
}
