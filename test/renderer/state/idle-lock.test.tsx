import { act, fireEvent, renderHook } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setLockMinutes, useIdleLock } from '../../../renderer/state/idle-lock'
import { useSession } from '../../../renderer/state/session'
import { prepare } from '../support/show'

const minutes = (count: number): void => act(() => { vi.advanceTimersByTime(count * 60_000) })
const answers = { 'settings.get': { settings: {}, ui: {} }, 'settings.set': { settings: {}, ui: {} }, 'office.lock': { locked: true } } as never

beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-03-02T09:00:00+08:00') })
})
afterEach(() => {
  act(() => { setLockMinutes(30) })
  vi.useRealTimers()
})

function open(practice = false) {
  const api = prepare(answers)
  useSession.setState({ phase: 'open', practice })
  renderHook(() => { useIdleLock() })
  return api
}

it('the office locks itself when nobody has touched the window for half an hour; a touch begins the time anew', () => {
  const api = open()
  minutes(20)
  fireEvent.pointerMove(window)
  minutes(20)
  fireEvent.keyDown(window, { key: 'a' })
  minutes(29)
  expect(api.of('office.lock')).toEqual([])
  minutes(2)
  expect(api.of('office.lock')).toEqual([{ why: 'idle' }])
})

it('a clock that is put back by ten years, or on by ten, neither keeps it open nor locks it under the hands', () => {
  const api = open()
  vi.setSystemTime(new Date('2016-03-02T09:00:00+08:00'))
  minutes(31)
  expect(api.of('office.lock')).toEqual([{ why: 'idle' }])
  fireEvent.pointerDown(window)
  vi.setSystemTime(new Date('2036-03-02T09:00:00+08:00'))
  minutes(20)
  expect(api.of('office.lock')).toHaveLength(1)
})

it('who chose ten minutes waits ten, who chose never is not locked, and made-up people need no lock', () => {
  const api = open()
  act(() => { setLockMinutes(10) })
  minutes(11)
  expect(api.of('office.lock')).toHaveLength(1)
  act(() => { setLockMinutes(0) })
  minutes(600)
  expect(api.of('office.lock')).toHaveLength(1)
  expect(open(true).of('office.lock')).toEqual([])
})
