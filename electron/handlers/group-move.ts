/** 换小组: a deputy leaves the group of before and joins another on the same day, in one commit, so that one undo takes it back. */
import { textOf } from '../../shared/facts'
import { membersWith, membersWithout } from '../../shared/records/group-move'
import { rowsOf } from '../../shared/records/rows'
import type { Rec } from '../../shared/record'
import { fail, ok } from '../../shared/result'
import type { Handlers } from '../ipc/route'
import type { Change } from '../store/change'
import type { Desk } from './desk'
import { prepareChange } from './prepare'
import { commit } from './save'

export const groupMoveHandlers = {
  'group.move': ({ mandate: asked, to, on }, desk) => {
    const mandate = desk.store.resolve(asked)
    const target = desk.store.get(desk.store.resolve(to))
    const deputy = desk.store.get(mandate)
    if (deputy?.type !== 'mandate' || deputy.deleted) return fail('not-found', { field: 'mandate', detail: { id: asked } })
    if (target?.type !== 'group' || target.deleted) return fail('not-found', { field: 'to', detail: { id: to } })
    const lookup = desk.store.lookup()
    const others = lookup.where('group', 'term', textOf(target.fields, 'term')).filter((group) => group.id !== target.id && textOf(group.fields, 'kind') === textOf(target.fields, 'kind'))
    const changes: Change[] = []
    const change = (group: Rec, members: ReturnType<typeof rowsOf>) => {
      const leads = group.id !== target.id && desk.store.resolve(textOf(group.fields, 'leader')) === mandate && members.length > 0
      const prepared = prepareChange(desk, group, { members, ...(leads ? { leader: null } : {}) })
      if (prepared.ok) changes.push({ op: 'put', type: 'group', uid: group.id, data: prepared.value.data, base: group.version })
      return prepared
    }
    for (const group of [target, ...others]) {
      const before = rowsOf(group.fields, 'members').map((row) => ({ ...row, mandate: desk.store.resolve(String(row['mandate'] ?? '')) }))
      const after = group.id === target.id ? membersWith(before, mandate, on) : membersWithout(before, mandate, on)
      if (JSON.stringify(after) === JSON.stringify(before)) continue
      const prepared = change(group, after)
      if (!prepared.ok) return prepared
    }
    if (changes.length === 0) return ok({ id: target.id, version: null })
    const done = commit(desk, changes)
    return done.ok ? ok({ id: done.value.versions[0]?.uid ?? target.id, version: done.value.versions[0]?.id ?? null }) : done
  },
} satisfies Partial<Handlers<Desk>>
