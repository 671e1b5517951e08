import { expect, test } from 'vitest'
import { renamePatiently } from '../../electron/store/rename-patiently'

const fault = (code: string): Error => Object.assign(new Error(code), { code })

/** A rename that a virus scanner holds up so many times. */
function scanner(times: number, code = 'EBUSY'): { readonly rename: () => void; readonly wait: (ms: number) => void; readonly seen: { tries: number; waited: number } } {
  const seen = { tries: 0, waited: 0 }
  return {
    seen,
    rename: () => {
      seen.tries += 1
      if (seen.tries <= times) throw fault(code)
    },
    wait: (ms) => { seen.waited += ms },
  }
}

test('a rename that a virus scanner holds up is tried until it is let go', () => {
  const { rename, wait, seen } = scanner(4)
  renamePatiently('a', 'b', { rename, wait })
  expect(seen).toEqual({ tries: 5, waited: 750 })
})

test('what is held for good fails with its own code after some seconds, another fault at once', () => {
  const forever = scanner(1000, 'EPERM')
  expect(() => { renamePatiently('a', 'b', forever) }).toThrow('EPERM')
  expect(forever.seen.waited).toBeGreaterThan(3000)
  expect(forever.seen.waited).toBeLessThan(6000)
  const full = scanner(1000, 'ENOSPC')
  expect(() => { renamePatiently('a', 'b', full) }).toThrow('ENOSPC')
  expect(full.seen).toEqual({ tries: 1, waited: 0 })
})
