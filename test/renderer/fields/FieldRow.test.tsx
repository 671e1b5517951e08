import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it } from 'vitest'
import { choice, date, flag, int, list, money, ref, text, type Field } from '../../../shared/fields'
import { FieldRow, type FieldError } from '../../../renderer/fields/FieldRow'
import { show } from '../support/show'

function Form({ field, first, error, onValue }: { readonly field: Field; readonly first?: unknown; readonly error?: FieldError; readonly onValue: (value: unknown) => void }) {
  const [value, setValue] = useState<unknown>(first)
  return <FieldRow field={field} value={value} {...(error ? { error } : {})} onChange={(next) => { setValue(next); onValue(next) }} />
}

function showField(field: Field, first?: unknown, error?: FieldError) {
  const values: unknown[] = []
  const shown = show(<Form field={field} first={first} {...(error ? { error } : {})} onValue={(value) => values.push(value)} />)
  return { ...shown, last: () => values.at(-1) }
}

describe('Typing into a field', () => {
  it('shows every stage of a composed word, because no input method survives a text that comes back late', () => {
    const { last } = showField(text('标题', 'identity'))
    const input = screen.getByLabelText<HTMLInputElement>('标题')
    fireEvent.compositionStart(input)
    for (const stage of ['z', 'zh', 'zhe', '镇']) {
      fireEvent.change(input, { target: { value: stage } })
      expect(input.value).toBe(stage)
    }
    fireEvent.compositionEnd(input)
    expect(last()).toBe('镇')
  })

  it('begins at the chosen word of a few, or at the first', () => {
    const kind = choice('种类', 'vote.kind', 'complete')
    const { unmount } = show(<FieldRow field={kind} value={null} onChange={() => undefined} autoFocus />)
    expect(document.activeElement).toBe(screen.getAllByRole('radio')[0])
    unmount()
    show(<FieldRow field={kind} value="2" onChange={() => undefined} autoFocus />)
    expect(document.activeElement).toBe(screen.getAllByRole('radio')[1])
  })

  it('marks an identity field with a star and says its error with the way on, keeping what was typed', () => {
    showField(text('标题', 'identity'), '石桥村', { code: 'too-long', detail: { max: 100 } })
    const input = screen.getByLabelText<HTMLInputElement>('标题')
    expect(input.value).toBe('石桥村')
    expect(input.getAttribute('aria-invalid')).toBe('true')
    const described = document.getElementById(input.getAttribute('aria-describedby') ?? '')
    expect(described?.textContent).toBe('标题太长了，最多 100 个字。请缩短，或把细节写进备注、附件。')
  })

  it('reads a date typed in digits and shows it in words when the field is left', async () => {
    const { person, last } = showField(date('日期', 'identity'))
    const input = screen.getByLabelText<HTMLInputElement>('日期')
    await person.type(input, '20250308')
    expect(input.value).toBe('20250308')
    await person.tab()
    expect([input.value, last()]).toEqual(['2025年3月8日', '2025-03-08'])
  })

  it('keeps a date that cannot be read as it was typed', async () => {
    const { person, last } = showField(date('日期', 'identity'))
    const input = screen.getByLabelText<HTMLInputElement>('日期')
    await person.type(input, '三月初八')
    await person.tab()
    expect([input.value, last()]).toEqual(['三月初八', '三月初八'])
  })

  it('holds an amount in 分 while its text stays as typed', async () => {
    const { person, last } = showField(money('金额', 'optional'))
    const input = screen.getByLabelText<HTMLInputElement>('金额')
    await person.type(input, '1,200.5')
    expect([input.value, last()]).toEqual(['1,200.5', 120_050])
    await person.tab()
    expect(input.value).toBe('1200.50')
  })

  it('takes full-width digits as a number', () => {
    const { last } = showField(int('人数', 'optional', { unit: '人' }))
    fireEvent.change(screen.getByLabelText('人数'), { target: { value: '６３' } })
    expect(last()).toBe(63)
  })
})

describe('Choosing', () => {
  it('lets the keyboard pick one of a few, and empties it by a second press', async () => {
    const { person, last } = showField(choice('性别', 'sex', 'complete'))
    await person.click(screen.getByRole('radio', { name: '女' }))
    expect(last()).toBe('2')
    await person.click(screen.getByRole('radio', { name: '女' }))
    expect(last()).toBeNull()
  })

  it('leaves a question unanswered until somebody answers it', async () => {
    const { person, last } = showField(flag('可公开', 'optional'))
    expect(screen.getAllByRole<HTMLInputElement>('radio').map((radio) => radio.checked)).toEqual([false, false])
    await person.click(screen.getByRole('radio', { name: '否' }))
    expect(last()).toBe(false)
  })

  it('finds a nationality by pinyin initials', async () => {
    const { person, last } = showField(choice('民族', 'ethnic', 'complete'))
    await person.click(screen.getByRole('combobox', { name: '民族' }))
    await person.keyboard('sz')
    const found = () => [...document.querySelectorAll('.ant-select-item-option')].map((option) => option.textContent)
    await waitFor(() => expect(found()).toEqual(['畲族', '水族']))
    await person.click(document.querySelectorAll('.ant-select-item-option')[1]!)
    expect(last()).toBe('25')
  })
})

describe('A reference', () => {
  const unit = ref('主办单位', ['organisation'], 'step')
  const rec = (id: string, name: string) => ({ id, type: 'organisation', org: '339901103', version: 'v', fields: { name }, deleted: false })

  it('is found by a few characters and made on the spot where it is missing', async () => {
    const { person, api, last } = showField(unit)
    api.set('record.list', ({ text: word }) => ({ rows: (word ?? '') === '' ? [rec('o1', '村镇建设办')] : [], titles: {}, next: null, total: 1 }))
    api.set('record.add', { added: 1, ids: ['o9'], errors: [], warnings: [] })
    const box = screen.getByRole('combobox', { name: '主办单位' })
    await person.click(box)
    await screen.findByText('村镇建设办')
    await person.keyboard('水务站')
    await person.click(await screen.findByText('新建单位/承办单位“水务站”'))
    await waitFor(() => expect(last()).toBe('o9'))
    expect(api.of('record.add')).toEqual([{ type: 'organisation', records: [{ name: '水务站' }] }])
  })
})

describe('A list of rows', () => {
  const rows = list('经费明细', { name: text('项目', 'identity'), amount: money('金额', 'optional') }, 'optional')

  it('takes two rows pasted from Excel at once', async () => {
    const { person, last } = showField(rows)
    await person.click(screen.getByRole('button', { name: '加一行' }))
    await person.click(screen.getByLabelText('项目 第1行'))
    await person.paste('误工补贴\t500\n资料费\t80.5')
    expect(last()).toEqual([{ name: '误工补贴', amount: 50_000 }, { name: '资料费', amount: 8050 }])
    await person.click(within(screen.getByRole('table')).getByRole('button', { name: '删除第1行' }))
    expect(last()).toEqual([{ name: '资料费', amount: 8050 }])
  })
})
