/** Locks the store when nobody has touched the window for the chosen time. The choice is kept in the store; 0 = never. */
import { useEffect } from 'react'
import { create } from 'zustand'
import { call } from '../api'
import { useSession } from './session'

export const lockChoices = [
  { value: '0', label: '不自动锁' }, { value: '10', label: '10 分钟' }, { value: '30', label: '30 分钟' }, { value: '60', label: '1 小时' },
] as const

const usual = 30

const useLock = create<{ readonly minutes: number }>(() => ({ minutes: usual }))

export const useLockMinutes = (): number => useLock((state) => state.minutes)

export function setLockMinutes(minutes: number): void {
  useLock.setState({ minutes })
  void call('settings.set', { ui: { lock_minutes: minutes } })
}

const signs = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const

/** Watches the hands while the office is open. */
export function useIdleLock(): void {
  const minutes = useLockMinutes()
  // Made-up people need no lock.
  const open = useSession((state) => state.phase === 'open' && !state.practice)

  useEffect(() => {
    if (!open) return
    void call('settings.get', {}).then((answer) => {
      const kept = answer.ok ? answer.value.ui['lock_minutes'] : undefined
      if (typeof kept === 'number') useLock.setState({ minutes: kept })
    })
  }, [open])

  useEffect(() => {
    if (!open || minutes <= 0) return undefined
    // Counted by what runs on whatever the clock is set to: one that is put back by years must not keep the office open.
    let last = performance.now()
    const touched = (): void => {
      last = performance.now()
    }
    const look = setInterval(() => {
      if (performance.now() - last < minutes * 60_000) return
      last = performance.now()
      void call('office.lock', { why: 'idle' })
    }, 15_000)
    for (const sign of signs) window.addEventListener(sign, touched, { passive: true })
    return () => {
      clearInterval(look)
      for (const sign of signs) window.removeEventListener(sign, touched)
    }
  }, [open, minutes])
}
