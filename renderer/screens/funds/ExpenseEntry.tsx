import './funds.css'
import { useState } from 'react'
import type { FundLine } from '../../../shared/contract/ledgers'
import { textValue } from '../../fields/control-props'
import { LabelledRow } from '../../fields/LabelledRow'
import { EntryField } from '../../entry/EntryField'
import { EntryPage } from '../../entry/EntryPage'
import { EntryRounds, type EntryFormProps } from '../../entry/EntryRounds'
import { entryFieldId, filled, missingIn, useEntry } from '../../entry/use-entry'
import { go, replace } from '../../state/navigation'
import type { ScreenProps } from '../../state/routes'
import { useQuery } from '../../state/use-query'
import { say } from '../../../shared/text'
import { Card } from '../../ui/Card'
import { ListSelect } from '../../ui/ListSelect'
import { sayMoney } from '../../ui/say-date'
import { balanceAfter, lineName } from './balance-after'
import { BalanceCard } from './BalanceCard'

const draftType = 'fund-expense'
const keys = ['budget', 'date', 'amount_fen', 'purpose', 'payee', 'activity', 'voucher_no'] as const
const reasonKey = '_reason'

/** 记支出: an amount beside the balance of its line. */
export default function ExpenseEntry({ route }: ScreenProps<'fund-expense'>) {
  return <EntryRounds title="记支出" crumb="经费" draftType={draftType} draft={route.draft} preset={route.budget === undefined ? {} : { budget: route.budget }} form={Form} />
}

const none: readonly FundLine[] = []

function savedWords(line: FundLine | null, amount: number): string {
  const { after_fen, short_fen } = balanceAfter(line, amount)
  const rest = line === null || after_fen === null ? '' : short_fen > 0 ? `，${lineName(line)}超支 ${sayMoney(short_fen)}` : `，${lineName(line)}还剩 ${sayMoney(after_fen)}`
  return `已记下支出 ${sayMoney(amount)}${rest}`
}

function Form({ opened, preset, onAgain }: EntryFormProps) {
  const { today } = opened.office
  const entry = useEntry({ draftType, draft: opened.draft, initial: { date: today, ...preset } }, keys)
  const [missing, setMissing] = useState(false)
  const { values } = entry
  const day = textValue(values['date'])
  const year = /^\d{4}/u.test(day) ? Number(day.slice(0, 4)) : Number(today.slice(0, 4))
  const board = useQuery('fund.board', { year }, { types: ['budget', 'expense'] })
  const lines = board.data?.lines ?? none
  const line = lines.find((one) => one.id === values['budget']) ?? null
  const amount = typeof values['amount_fen'] === 'number' ? values['amount_fen'] : 0
  const { short_fen } = balanceAfter(line, amount)
  const reason = textValue(values[reasonKey])

  const save = async (again: boolean): Promise<void> => {
    const empty = missingIn(values, ['budget', 'date', 'amount_fen'])
    if (Object.keys(empty).length > 0) return entry.refuse(empty)
    if (short_fen > 0 && reason.trim() === '') {
      setMissing(true)
      return document.getElementById('fund-reason')?.focus()
    }
    const fields = { ...filled(values, keys), ...(short_fen > 0 ? { remark: `超支原因：${reason.trim()}` } : {}) }
    const saved = await entry.save({ type: 'expense', fields }, () => savedWords(line, amount))
    if (saved === null) return
    if (again) onAgain({ budget: values['budget'], date: values['date'] })
    else replace({ screen: 'record', id: saved.record.id, type: 'expense' })
  }

  const wrong = entry.errors['budget']
  return (
    <EntryPage title="记支出" crumb="经费" onCrumb={() => go({ screen: 'list', type: 'budget' })} entry={entry} own={{ type: 'expense' }} onSave={() => void save(false)} onSaveAndNew={() => void save(true)}>
      <div className="entry-cols">
        <div className="entry-main">
          <Card className="entry-form">
            <LabelledRow label="科目" htmlFor={entryFieldId('budget')} required error={wrong === undefined ? null : say(wrong.code, { label: '科目' }).say} {...(board.data !== null && lines.length === 0 ? { hint: `${year}年还没有预算，先到“预算”里建科目。` } : {})}>
              <ListSelect
                id={entryFieldId('budget')} aria-label="科目" style={{ width: '100%' }} placeholder="选科目" {...(wrong === undefined ? {} : { status: 'error' as const })}
                options={lines.map((one) => ({ value: one.id, label: <span className="fund-option"><span>{lineName(one)}</span><span className="mut">{one.balance_fen === null ? '没有填预算' : `余 ${sayMoney(one.balance_fen)}`}</span></span> }))}
                value={line?.id ?? null} onChange={(id: string) => entry.set('budget', id)}
              />
            </LabelledRow>
            <div className="entry-two">
              <EntryField entry={entry} type="expense" name="amount_fen" autoFocus />
              <EntryField entry={entry} type="expense" name="date" />
            </div>
            <EntryField entry={entry} type="expense" name="purpose" />
            <div className="entry-two">
              <EntryField entry={entry} type="expense" name="payee" />
              <EntryField entry={entry} type="expense" name="voucher_no" />
            </div>
            <EntryField entry={entry} type="expense" name="activity" />
          </Card>
        </div>
        <div className="entry-side"><BalanceCard line={line} moreFen={amount} reason={reason} missing={missing && reason.trim() === ''} onReason={(next) => entry.set(reasonKey, next)} /></div>
      </div>
    </EntryPage>
  )
}
