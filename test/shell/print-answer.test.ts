import { describe, expect, it } from 'vitest'
import { printAnswer } from '../../electron/shell/print-answer'

describe('After printing', () => {
  it('a person who called it off is told nothing', () => {
    expect([printAnswer(true, ''), printAnswer(false, 'Print job canceled'), printAnswer(false, '')]).toEqual([{ ok: true, value: { printed: true } }, { ok: true, value: { printed: false } }, { ok: true, value: { printed: false } }])
  })

  it('a printer that is not there, or does not print, is said', () => {
    expect(printAnswer(false, 'No printers available on the network')).toMatchObject({ ok: false, code: 'no-printer' })
    expect(printAnswer(false, 'Print job failed')).toMatchObject({ ok: false, code: 'print-failed', detail: { why: 'Print job failed' } })
  })
})
