/** A forgotten password: the code of the sealed envelope opens the store, and a new password takes the place of the old one. */
import { fail, ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Desk } from './desk'
import { open } from './office'
import { officeInfo } from './office-info'

export const recoveryCodeHandlers = {
  'office.recovery-code': ({ password }, desk) => {
    const code = desk.store.backups.makeRecoveryCode(password)
    if (!code.ok) return code
    desk.store.events.note({ kind: 'password', by: desk.by, detail: { what: 'recovery code' } })
    return ok({ code: code.value })
  },
  'office.recover': async ({ code, fresh, by }, desk) => {
    const opened = await open(desk, code, by)
    if (!opened.ok) return opened.code === 'wrong-password' ? fail('bad-code', { field: 'code', detail: { at: 'recovery-code' } }) : opened
    const changed = desk.store.backups.changePassword(code, fresh)
    if (!changed.ok) return changed
    desk.store.events.note({ kind: 'password', by: desk.by, detail: { what: 'recovered' } })
    return ok({ office: officeInfo(desk) })
  },
} satisfies Partial<Handlers<Desk>>
