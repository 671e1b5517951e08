/** What a record says that its neighbours make doubtful: it is saved, and the field is named with what to look at. Pure. */
import { idsOf, intOf, textOf, type Lookup } from '../facts'
import type { Data } from '../fields'
import type { Rec } from '../record'
import type { Warning } from '../result'
import { holdsSeat } from './mandate'
import { deputyName } from './names'
import { rowsOf } from './rows'

/** Where deputies are named, and the day on which they must have been deputies: a field of the record, or of what `at` points to. */
const onTheDay: Readonly<Record<string, { readonly who: readonly string[]; readonly day: string; readonly at?: string }>> = {
  // Who leads a suggestion is looked at by the step that raises it.
  suggestion: { who: ['cosign'], day: 'raised_on' }, bill: { who: ['lead', 'cosign'], day: 'received_on' }, inquiry: { who: ['lead', 'proposers'], day: 'raised_on' },
  deed: { who: ['mandate'], day: 'date' }, debrief: { who: ['mandate'], day: 'date' }, visit: { who: ['mandates'], day: 'date' }, voter_matter: { who: ['deputies'], day: 'received_on' },
  presidium_member: { who: ['mandate'], day: 'from_on' },
  attendance: { who: ['mandate'], day: 'start_on', at: 'session' }, participation: { who: ['mandate'], day: 'start_on', at: 'event' },
}

const mandatesIn = (data: Data, key: string): readonly string[] => (Array.isArray(data[key]) ? idsOf(data, key) : [textOf(data, key)]).filter((id) => id !== '')

function notInOffice(type: string, data: Data, lookup: Lookup): readonly Warning[] {
  const where = onTheDay[type]
  if (!where) return []
  const day = textOf(where.at === undefined ? data : lookup.get(textOf(data, where.at))?.fields ?? {}, where.day)
  if (day.length !== 10) return []
  return where.who.flatMap((field) => {
    const names = mandatesIn(data, field).flatMap((id) => {
      const mandate = lookup.get(id)
      return mandate?.type === 'mandate' && !holdsSeat(mandate, day) ? [deputyName(lookup, id)] : []
    })
    return names.length === 0 ? [] : [{ code: 'not-in-office', field, detail: { names: names.join('、'), day } }]
  })
}

/** Who leads is not counted among those who join. */
const leadJoins = (data: Data, lookup: Lookup): readonly Warning[] => {
  const lead = textOf(data, 'lead')
  return lead !== '' && mandatesIn(data, 'cosign').includes(lead) ? [{ code: 'lead-joins', field: 'cosign', detail: { names: deputyName(lookup, lead) } }] : []
}

const present = (row: Data): boolean => textOf(row, 'to_on') === ''

/** A deputy who is still in another group of the same kind and term. */
function inTwoGroups(data: Data, lookup: Lookup, id: string | undefined): readonly Warning[] {
  const others = lookup.where('group', 'term', textOf(data, 'term')).filter((group) => group.id !== id && textOf(group.fields, 'kind') === textOf(data, 'kind'))
  const found = rowsOf(data, 'members').filter(present).flatMap((row) => {
    const other = others.find((group) => rowsOf(group.fields, 'members').some((one) => one['mandate'] === row['mandate'] && present(one)))
    return other ? [`${deputyName(lookup, textOf(row, 'mandate'))}（${textOf(other.fields, 'name')}）`] : []
  })
  return found.length === 0 ? [] : [{ code: 'in-two-groups', field: 'members', detail: { names: found.join('、') } }]
}

/** Two meetings of one term with one number: two computers may make them, one person should not. */
function numberUsed(type: string, data: Data, lookup: Lookup, id: string | undefined): readonly Warning[] {
  const no = intOf(data, 'no')
  if (no === null) return []
  const same = (rec: Rec): boolean => rec.id !== id && intOf(rec.fields, 'no') === no
  return lookup.where(type, 'term', textOf(data, 'term')).some(same) ? [{ code: 'number-used', field: 'no', detail: { no } }] : []
}

/** All doubts of a record as it is about to be saved; `id` absent for a new one. */
export function doubtsAmong(type: string, data: Data, lookup: Lookup, id?: string): readonly Warning[] {
  return [
    ...notInOffice(type, data, lookup), ...leadJoins(data, lookup), ...(type === 'group' ? inTwoGroups(data, lookup, id) : []),
    ...(type === 'session' || type === 'presidium_meeting' ? numberUsed(type, data, lookup, id) : []),
  ]
}
