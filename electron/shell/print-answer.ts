/** What the system says after printing, as an answer: printed, called off by the person, or why nothing came out. Pure. */
import { fail, ok, type Result } from '../../shared/result'

/** @param reason Chromium's own words: `Print job canceled`, `Print job failed`, `No printers available on the network`. */
export function printAnswer(printed: boolean, reason: string): Result<{ readonly printed: boolean }> {
  if (printed || reason === '' || /cancel/iu.test(reason)) return ok({ printed })
  return /no printer/iu.test(reason) ? fail('no-printer') : fail('print-failed', { detail: { why: reason } })
}
