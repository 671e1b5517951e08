import { act, renderHook, waitFor } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { fail, ok } from '../../../shared/result'
import { askAhead, forgetAnswers, useQuery } from '../../../renderer/state/use-query'
import { back, forward, go, replace, useNavigation } from '../../../renderer/state/navigation'
import { prepare } from '../support/show'

const list = (...titles: readonly string[]) => ({ rows: titles.map((id) => ({ id, type: 'activity', org: '', version: 'v', fields: {}, deleted: false })), titles: {}, next: null, total: titles.length })

describe('A list on the screen', () => {
  it('is read again when a record of its type changes, and only then', async () => {
    const api = prepare({ 'record.list': list('a') })
    const { result } = renderHook(() => useQuery('record.list', { type: 'activity' }, { types: ['activity'] }))
    await waitFor(() => expect(result.current.data?.total).toBe(1))
    api.set('record.list', list('a', 'b'))
    act(() => api.tell({ kind: 'changed', types: ['suggestion'], ids: ['x'] }))
    act(() => api.tell({ kind: 'changed', types: ['activity'], ids: ['b'] }))
    await waitFor(() => expect(result.current.data?.total).toBe(2))
    expect(api.of('record.list')).toHaveLength(2)
  })

  it('never shows the answer to an older question', async () => {
    const answers: Record<string, (value: ReturnType<typeof list>) => void> = {}
    prepare({ 'record.list': ({ text }) => new Promise((done) => { answers[text ?? ''] = (value) => done(ok(value)) }) })
    const { result, rerender } = renderHook(({ text }) => useQuery('record.list', { type: 'activity', text }), { initialProps: { text: '石' } })
    await waitFor(() => expect(answers['石']).toBeDefined())
    rerender({ text: '石桥' })
    await waitFor(() => expect(answers['石桥']).toBeDefined())
    await act(async () => { answers['石桥']?.(list('new')) })
    await act(async () => { answers['石']?.(list('old', 'older')) })
    expect(result.current.data?.rows.map((row) => row.id)).toEqual(['new'])
  })

  it('keeps what it shows when reading again fails, and says so', async () => {
    const api = prepare({ 'record.list': list('a') })
    const { result } = renderHook(() => useQuery('record.list', { type: 'activity' }))
    await waitFor(() => expect(result.current.data?.total).toBe(1))
    api.set('record.list', fail('io-error'))
    act(() => result.current.reload())
    await waitFor(() => expect(result.current.error?.code).toBe('io-error'))
    expect(result.current.data?.total).toBe(1)
  })
})

describe('A page that was asked for ahead', () => {
  it('is painted with its first frame, and read again because something may have changed since', async () => {
    const api = prepare({ 'record.list': list('a') })
    await askAhead('record.list', { type: 'activity' })
    api.set('record.list', list('a', 'b'))
    const { result } = renderHook(() => useQuery('record.list', { type: 'activity' }))
    expect(result.current.data?.total).toBe(1)
    await waitFor(() => expect(result.current.data?.total).toBe(2))
  })

  it('is forgotten with the lock, also when the answer comes after it', async () => {
    let answer: (value: ReturnType<typeof list>) => void = () => undefined
    prepare({ 'record.list': () => new Promise((done) => { answer = (value) => done(ok(value)) }) })
    const asked = askAhead('record.list', { type: 'activity' })
    await waitFor(() => expect(answer).toHaveLength(1))
    forgetAnswers()
    answer(list('a'))
    await asked
    expect(renderHook(() => useQuery('record.list', { type: 'activity' })).result.current.data).toBeNull()
  })
})

describe('A picture that was shown', () => {
  it('is not held after it is gone: it is asked for again where it is shown again', async () => {
    const api = prepare({ 'paper.picture': { url: 'data:image/jpeg;base64,AAAA' } })
    const show = () => renderHook(() => useQuery('paper.picture', { id: 'a' }, { types: [], keeps: false }))
    const first = show()
    await waitFor(() => expect(first.result.current.data?.url).toMatch(/^data/u))
    first.unmount()
    const second = show()
    expect(second.result.current.data).toBe(null)
    await waitFor(() => expect(api.of('paper.picture')).toHaveLength(2))
  })
})

describe('A question that waits', () => {
  afterEach(() => { vi.useRealTimers() })
  const lookFor = (patient: boolean) => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const api = prepare({ 'record.list': list('a') })
    const asked = () => api.of('record.list').map((input) => input.text)
    const shown = renderHook(({ text }) => useQuery('record.list', { type: 'activity', text }, { wait: 500, patient }), { initialProps: { text: '石' } })
    return { asked, type: (text: string) => shown.rerender({ text }) }
  }

  it('is asked at once when it is the first, and of quick letters only the last', async () => {
    const { asked, type } = lookFor(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(asked()).toEqual(['石'])
    type('石桥')
    await vi.advanceTimersByTimeAsync(400)
    type('石桥村')
    await vi.advanceTimersByTimeAsync(400)
    expect(asked()).toEqual(['石'])
    await vi.advanceTimersByTimeAsync(101)
    expect(asked()).toEqual(['石', '石桥村'])
  })

  it('lets something else be painted first where it is patient', async () => {
    const { asked } = lookFor(true)
    await vi.advanceTimersByTimeAsync(499)
    expect(asked()).toEqual([])
    await vi.advanceTimersByTimeAsync(2)
    expect(asked()).toEqual(['石'])
  })
})

describe('The way back', () => {
  it('goes through the screens one came by and ends at home', () => {
    prepare()
    go({ screen: 'list', type: 'activity' })
    go({ screen: 'edit', type: 'activity' })
    replace({ screen: 'record', id: 'a1', type: 'activity' })
    back()
    expect(useNavigation.getState().now).toEqual({ screen: 'list', type: 'activity' })
    forward()
    expect(useNavigation.getState().now).toEqual({ screen: 'record', id: 'a1', type: 'activity' })
    back()
    back()
    back()
    expect(useNavigation.getState().now).toEqual({ screen: 'home' })
  })
})
