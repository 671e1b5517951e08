import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { atRest } from '../../electron/ipc/at-rest'

describe('what waits for a rest of the store', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

  it('is done once, when nobody has asked for a while', () => {
    const work = vi.fn()
    const rest = atRest(1500, work)
    rest.wanted()
    vi.advanceTimersByTime(1400)
    rest.heard()
    vi.advanceTimersByTime(1400)
    expect(work).not.toHaveBeenCalled()
    vi.advanceTimersByTime(200)
    expect(work).toHaveBeenCalledTimes(1)
    rest.heard()
    vi.advanceTimersByTime(60_000)
    expect(work).toHaveBeenCalledTimes(1)
  })

  it('does not come of itself: it is asked for, and again with the next unlocking', () => {
    const work = vi.fn()
    const rest = atRest(1500, work)
    rest.heard()
    vi.advanceTimersByTime(60_000)
    expect(work).not.toHaveBeenCalled()
    rest.wanted()
    rest.wanted()
    vi.advanceTimersByTime(1500)
    rest.wanted()
    vi.advanceTimersByTime(1500)
    expect(work).toHaveBeenCalledTimes(2)
  })
})
