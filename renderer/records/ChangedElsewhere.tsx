import { useState } from 'react'
import type { Data } from '../../shared/fields'
import type { Declaration, Rec } from '../../shared/record'
import type { FormValues } from '../state/drafts'
import { useOffice } from '../state/session'
import { useTitles } from '../state/titles'
import { useQuery } from '../state/use-query'
import { Button } from '../ui/Button'
import { Card } from '../ui/Card'
import { Loaded } from '../ui/Loading'
import { sayMoment } from '../ui/say-date'
import { changedOnly } from './form-fields'
import { idsIn, sayValue } from './format-value'

interface ChangedElsewhereProps {
  readonly declaration: Declaration
  /** As it was when the typing began. */
  readonly before: Rec
  /** What was typed. */
  readonly values: FormValues
  readonly busy: boolean
  readonly onChoose: (base: string, values: FormValues) => void
  readonly onGiveUp: () => void
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** Keys that were changed here and elsewhere to something else: only a person can say which holds. */
export function clashes(before: Data, theirs: Data, mine: FormValues): readonly string[] {
  return Object.keys(mine).filter((key) => !same(before[key], theirs[key]) && !same(theirs[key], mine[key]))
}

/** The record was saved elsewhere meanwhile: both are shown, and nothing is overwritten unseen. */
export function ChangedElsewhere(props: ChangedElsewhereProps) {
  const { before } = props
  const now = useQuery('record.get', { id: before.id })
  const history = useQuery('record.history', { id: before.id })
  const today = useOffice()?.today ?? ''
  const head = history.data?.versions[0]
  return (
    <Card className="rec-clash" title="这条在别处也改过" beside={head && <span className="mut">{`${head.by}，${sayMoment(head.at, today)}`}</span>}>
      <Loaded query={now}>{(theirs) => <Choice {...props} theirs={theirs} />}</Loaded>
    </Card>
  )
}

function Choice({ declaration, before, values, busy, onChoose, onGiveUp, theirs }: ChangedElsewhereProps & { readonly theirs: Rec }) {
  const mine = changedOnly(values)
  const keys = clashes(before.fields, theirs.fields, mine)
  const [take, setTake] = useState<Readonly<Record<string, 'mine' | 'theirs'>>>({})
  const titles = useTitles(keys.flatMap((key) => {
    const field = declaration.fields[key]
    return field === undefined ? [] : [...idsIn(field, theirs.fields[key]), ...idsIn(field, mine[key])]
  }))
  const words = (key: string, value: unknown): string => {
    const field = declaration.fields[key]
    return (field === undefined ? '' : sayValue(field, value, (id) => titles[id] ?? '…')) || '（空）'
  }
  const open = keys.filter((key) => take[key] === undefined)
  return (
    <div className="rec-clash-in">
      {keys.length === 0
        ? <p>别处改的和您改的不是同一栏，两边都可以保留。</p>
        : <p>{`有 ${keys.length} 栏两边改得不一样，请逐栏选留哪一个：`}</p>}
      {keys.map((key) => (
        <fieldset key={key}>
          <legend className="mut">{declaration.fields[key]?.label ?? key}</legend>
          <div className="choices">
            {(['theirs', 'mine'] as const).map((side) => (
              <label key={side}>
                <input type="radio" name={`clash-${key}`} checked={take[key] === side} onChange={() => setTake({ ...take, [key]: side })} />
                {`${side === 'theirs' ? '现在的' : '您填的'}：${words(key, side === 'theirs' ? theirs.fields[key] : mine[key])}`}
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      <div className="row">
        <Button
          look="primary"
          busy={busy}
          disabled={open.length > 0}
          onClick={() => onChoose(theirs.version, Object.fromEntries(Object.entries(mine).filter(([key]) => take[key] !== 'theirs')))}
        >
          {keys.length === 0 ? '两边都保留，保存' : '按选的保存'}
        </Button>
        <Button onClick={onGiveUp}>不要我填的，用现在的</Button>
        {open.length > 0 && <span className="mut">{`还有 ${open.length} 栏没有选`}</span>}
      </div>
    </div>
  )
}
