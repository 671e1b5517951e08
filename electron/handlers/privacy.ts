/** What is known of private people, where and for how long; erasing on request; the record of the impact assessments. */
import type { Assessment, PrivacyPage } from '../../shared/contract/safety'
import { privateTypes, yearsBefore } from '../../shared/privacy/retention'
import { declarationOf } from '../../shared/records'
import { fail, ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { backupFolder } from '../store/files-of-store'
import type { Desk } from './desk'
import { erasureOf, sweepAttachments } from './erase'
import { forgetPagesOf } from './paper-tray'
import { maskedKeys } from './print-record'
import { lastDay, visitorsOf } from './purge'
import { commit } from './save'

const assessmentsOf = (desk: Desk): readonly Assessment[] => desk.store.settings.get<readonly Assessment[]>('assessments', [])

function kindsOf(desk: Desk): PrivacyPage['kinds'] {
  const counts = desk.store.counts(desk.store.office.code)
  return privateTypes.map((type) => {
    const declaration = declarationOf(type)
    return { type, label: declaration?.label ?? type, records: counts[type] ?? 0, covered: maskedKeys(type).map((key) => declaration?.fields[key]?.label ?? key) }
  })
}

/** The first day on which a visitor's name will go; null while none waits. */
function nextPurge(desk: Desk, years: number): string | null {
  const days = visitorsOf(desk).map((visitor) => lastDay(desk, visitor)).filter((day) => day !== null).sort()
  return days[0] === undefined ? null : yearsBefore(days[0], -years)
}

export const privacyHandlers = {
  'privacy.get': (_input, desk) => {
    const { store, settings } = desk
    const since = `${yearsBefore(desk.today, 1)}T00:00:00Z`
    const past = (...kinds: readonly string[]): number => store.events.count(kinds, since)
    const kinds = kindsOf(desk)
    return ok({
      data_dir: desk.dir, backup_dir: backupFolder(desk.dir), kinds,
      visitors: { years: settings.visitor_years, records: kinds.find((kind) => kind.type === 'visitor')?.records ?? 0, erased: store.events.sum('purge', 'records'), next: nextPurge(desk, settings.visitor_years) },
      looks: past('view'), exports: past('export', 'print', 'scope'), assessments: assessmentsOf(desk),
    })
  },
  'privacy.assess': (input, desk) => {
    const all = [{ on: desk.today, by: desk.by, ...input }, ...assessmentsOf(desk)]
    desk.store.settings.set('assessments', all)
    desk.store.events.note({ kind: 'assessment', by: desk.by })
    return ok({ kept: all.length })
  },
  'record.erase': async ({ id, reason }, desk) => {
    if (reason.trim() === '') return fail('reason-needed', { field: 'reason' })
    const rec = desk.store.get(id)
    if (!rec) return fail('not-found', { detail: { id } })
    if (!privateTypes.includes(rec.type)) return fail('bad-ref', { field: 'id', detail: { type: rec.type, want: privateTypes } })
    const done = commit(desk, erasureOf(desk, [rec.id], reason.trim()))
    if (!done.ok) return done
    forgetPagesOf(desk, [rec.id])
    await sweepAttachments(desk)
    return ok({ erased: rec.id })
  },
} satisfies Partial<Handlers<Desk>>
