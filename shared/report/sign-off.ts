/** The `document` record that a signed-off report becomes. */
import type { Data } from '../fields'

interface SignedOff {
  readonly title: string
  readonly signer: string
  readonly signedOn: string
  readonly file: string
  readonly files: readonly string[]
  /** ISO 8601. */
  readonly at: string
  readonly by: string
}

const report = '07'
const open = '1'

/** Its content with the status 已签发 of the day it was signed. */
export const prepared = ({ title, signer, signedOn, file, files, at, by }: SignedOff): Data => ({
  kind: report, title, signer, openness: open, file, files, status: '已签发',
  status_log: [
    { step: 'add', from: '', to: '拟稿', event_on: signedOn, entered_at: at, by }, { step: 'sign', from: '拟稿', to: '已签发', event_on: signedOn, entered_at: at, by },
  ],
})
