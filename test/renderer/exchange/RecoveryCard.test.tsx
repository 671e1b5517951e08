import { screen, waitFor } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { RecoveryCard } from '../../../renderer/screens/exchange/RecoveryCard'
import type { Answers } from '../support/fake-api'
import { county, town } from '../support/sample'
import { fail } from '../../../shared/result'
import { show } from '../support/show'

describe('The recovery sheet', () => {
  it('is printed first, and only then forgotten by the computer', async () => {
    let printed = ''
    const answers: Answers = {
      'exchange.sheet': { key: 'ABCDEF GHJKLM' },
      'shell.print': () => {
        printed = document.querySelector('.sheet')?.textContent ?? ''
        return { printed: true }
      },
    }
    const { person, api } = show(<RecoveryCard office={town} />, answers)
    await person.click(await screen.findByRole('button', { name: '打印恢复单' }))
    await screen.findByText('印好了吗？')
    expect(printed).toContain('ABCDEF GHJKLM')
    expect(document.querySelector('.sheet')).toBeNull()
    expect(api.of('exchange.sheet')).toEqual([{}])
    api.set('exchange.sheet', { key: null })
    await person.click(screen.getByRole('button', { name: '印好了，字都看得清' }))
    await screen.findByText('已经打印过')
    expect(api.of('exchange.sheet')[1]).toEqual({ printed: true })
  })

  it('stays to be printed again when the paper jammed', async () => {
    const { person } = show(<RecoveryCard office={county} />, { 'exchange.sheet': { key: 'ABCDEF' }, 'shell.print': { printed: false } }, county)
    await person.click(await screen.findByRole('button', { name: '打印恢复单' }))
    await person.click(await screen.findByRole('button', { name: '没印好，等会再印' }))
    expect(screen.getByRole('button', { name: '打印恢复单' })).toBeTruthy()
  })

  it('brings back what a lost computer had kept to itself, and keeps what was typed when it is wrong', async () => {
    const { person, api } = show(<RecoveryCard office={town} />, { 'exchange.sheet': { key: null }, 'exchange.recover': fail('bad-key') })
    await person.click(await screen.findByRole('button', { name: '用恢复单找回' }))
    await person.type(screen.getByLabelText('恢复单上的字'), 'abcdef')
    await person.click(screen.getByRole('button', { name: '找回' }))
    await screen.findByRole('alert')
    expect((screen.getByLabelText('恢复单上的字') as HTMLTextAreaElement).value).toBe('abcdef')
    api.set('exchange.recover', { records: 58 })
    await person.click(screen.getByRole('button', { name: '找回' }))
    await waitFor(() => expect(screen.getByText('找回了 58 条。')).toBeTruthy())
  })
})
