import { act, fireEvent, renderHook, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useDraft } from '../../../renderer/state/drafts'
import { routeOfDraft, wordsOfDraft } from '../../../renderer/state/draft-words'
import { SaveBar } from '../../../renderer/ui/SaveBar'
import { prepare, show } from '../support/show'

const saved = { 'draft.save': { saved_at: '2025-11-24T09:41:00+08:00' }, 'draft.drop': { dropped: true } } as const

describe('What is typed into a form', () => {
  beforeEach(() => {
    vi.useFakeTimers()
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  const form = () => renderHook(() => useDraft({ type: 'activity', id: 'd1', initial: { title: '' } }))

  it('is kept as a draft once the typing pauses, not at every letter', () => {
    const api = prepare(saved)
    const { result } = form()
    act(() => result.current.set('title', '走'))
    act(() => vi.advanceTimersByTime(500))
    act(() => result.current.set('title', '走访'))
    expect(api.of('draft.save')).toEqual([])
    act(() => vi.advanceTimersByTime(800))
    expect(api.of('draft.save')).toEqual([{ id: 'd1', type: 'activity', data: { title: '走访' } }])
  })

  it('is kept at once when the screen is left', () => {
    const api = prepare(saved)
    const { result, unmount } = form()
    act(() => result.current.set('title', '走访石桥村'))
    unmount()
    expect(api.of('draft.save')).toEqual([{ id: 'd1', type: 'activity', data: { title: '走访石桥村' } }])
  })

  it('is not kept any more after it was saved', () => {
    const api = prepare(saved)
    const { result, unmount } = form()
    act(() => result.current.set('title', '走访'))
    act(() => result.current.drop())
    act(() => vi.advanceTimersByTime(2000))
    unmount()
    expect([api.of('draft.save'), api.of('draft.drop')]).toEqual([[], [{ id: 'd1' }]])
  })

  it('is not written when nothing was typed', () => {
    const api = prepare(saved)
    form().unmount()
    expect(api.calls).toEqual([])
  })
})

describe('A kept draft', () => {
  const draft = { id: 'd1', record: null, data: {}, updated_at: '2025-11-24T09:41:00+08:00' }

  it('is named after its form and goes on there', () => {
    expect([wordsOfDraft({ ...draft, type: 'quick-activity' }), routeOfDraft({ ...draft, type: 'quick-activity' })]).toEqual(['记活动', { screen: 'quick-activity', draft: 'd1' }])
    expect([wordsOfDraft({ ...draft, type: 'suggestion', record: 's1' }), routeOfDraft({ ...draft, type: 'suggestion', record: 's1' })])
      .toEqual(['修改代表建议', { screen: 'edit', type: 'suggestion', draft: 'd1', id: 's1' }])
  })
})

describe('The save bar', () => {
  it('saves by Ctrl+S, leaves by Esc, and gives Esc to the input method while it composes', () => {
    const done: string[] = []
    show(<SaveBar onSave={() => done.push('save')} onLeave={() => done.push('leave')}><input aria-label="标题" /></SaveBar>)
    const input = screen.getByLabelText('标题')
    fireEvent.keyDown(input, { key: 'Escape', isComposing: true })
    fireEvent.keyDown(input, { key: 'Process', keyCode: 229 })
    fireEvent.keyDown(input, { key: 's', ctrlKey: true })
    fireEvent.keyDown(input, { key: 'Escape' })
    expect(done).toEqual(['save', 'leave'])
  })
})
