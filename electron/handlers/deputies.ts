/** Deputies: the roster, the duty file, who was there last time. */
import { textOf } from '../../shared/facts'
import { changeTable } from '../../shared/report/change-table'
import { deputyRows } from '../../shared/deputies/deputy-rows'
import { dutyFile } from '../../shared/deputies/duty-file'
import { maskPhone } from '../../shared/parse/phone'
import { fail, ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import { initialsOf } from '../store/initials'
import type { Desk } from './desk'

export const deputyHandlers = {
  'deputies.list': ({ text, level, status, group, at, town }, desk) => {
    const today = at ?? desk.today
    const rows = deputyRows(desk.store.facts([town ?? desk.store.office.code]), {
      today, yearStart: `${today.slice(0, 4)}-01-01`, maskPhone: desk.masks ? maskPhone : (phone) => phone, initials: initialsOf,
      ...(level ? { level } : {}), ...(status ? { status } : {}), ...(group ? { group } : {}),
    })
    const word = (text ?? '').trim().toLowerCase()
    const found = word === '' ? rows : rows.filter((row) => [row.name, row.initials, row.group ?? '', row.constituency ?? '', row.post ?? ''].some((cell) => cell.toLowerCase().includes(word)))
    return ok({ rows: found, total: rows.length })
  },
  'deputies.duty': ({ mandate, from, to }, desk) => {
    const period = from !== undefined && to !== undefined ? { from, to } : null
    const rec = desk.store.get(desk.store.resolve(mandate))
    const file = rec ? dutyFile(desk.store.facts([rec.org]), rec.id, period) : null
    return file ? ok(file) : fail('not-found', { detail: { id: mandate } })
  },
  'deputies.changes': ({ from, to, town }, desk) => {
    if (to < from) return fail('date-order', { field: 'from', detail: { label: '开始日期', firstLabel: '开始日期', first: from, secondLabel: '结束日期', second: to } })
    return ok(changeTable(desk.store.facts([town ?? desk.store.office.code]), { from, to }))
  },
  'activity.last': ({ kind, type }, desk) => {
    const lookup = desk.store.facts([desk.store.office.code])
    const wanted = type ?? 'activity'
    const day = wanted === 'presidium_meeting' ? 'held_on' : 'start_on'
    const last = [...lookup.all(wanted)]
      .filter((rec) => (kind === undefined || textOf(rec.fields, 'kind') === kind || textOf(rec.fields, 'form') === kind) && lookup.where('participation', 'event', rec.id).length > 0)
      .sort((a, b) => textOf(b.fields, day).localeCompare(textOf(a.fields, day)) || b.id.localeCompare(a.id))[0]
    if (!last) return ok(null)
    return ok({
      date: textOf(last.fields, day),
      participants: lookup.where('participation', 'event', last.id).map((part) => ({ mandate: lookup.resolve(textOf(part.fields, 'mandate')), state: textOf(part.fields, 'state') })),
    })
  },
} satisfies Partial<Handlers<Desk>>
