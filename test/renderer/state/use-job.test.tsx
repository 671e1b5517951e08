import { act, renderHook } from '@testing-library/react'
import { afterEach, expect, it, vi } from 'vitest'
import { useJob } from '../../../renderer/state/use-job'
import { installApi } from '../support/fake-api'

afterEach(() => { vi.restoreAllMocks() })

it('the time that is left is reckoned from the part that goes on, not from one that is over', () => {
  installApi()
  let now = 0
  vi.spyOn(performance, 'now').mockImplementation(() => now)
  const { result } = renderHook(() => useJob())
  const after = (ms: number, words: string, done: number, total: number): string => {
    now += ms
    act(() => { said.say(words, done, total) })
    return result.current.progress?.count ?? ''
  }
  let said = { say: (_words: string, _done: number, _total: number): void => undefined }
  void result.current.follow((_job, told) => { said = told; return new Promise(() => undefined) })
  expect([after(0, '记录', 0, 10), after(60_000, '记录', 9, 10)]).toEqual(['0 / 10', '9 / 10，还要约 7 秒'])
  expect([after(0, '附件', 0, 100), after(2000, '附件', 20, 100)]).toEqual(['0 / 100', '20 / 100，还要约 8 秒'])
})
