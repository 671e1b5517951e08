/** Deputies of a made-up town, as the roster gives them. */
import type { DeputyRow } from '../../../shared/contract/records'

export const deputy = (mandate: string, name: string, more: Partial<DeputyRow> = {}): DeputyRow => ({
  mandate, person: `p-${mandate}`, name, note: '', level: '5', status: '在任', sex: null, ethnic: null, birth: null, party: null, edu: null, occupation: null, constituency: null,
  group: '第一代表小组', post: null, presidium_role: null, phone: null, doubts: 0, events: 0, initials: '', ...more,
})

export const people: readonly DeputyRow[] = [
  deputy('m1', '何秀兰', { initials: 'hxl' }), deputy('m2', '陈国梁', { initials: 'cgl' }), deputy('m3', '邵长明', { initials: 'scm', group: '第二代表小组' }), deputy('m4', '吴月琴', { initials: 'wyq', level: '4', group: null }),
]
