/** The statuses of a type, in the order of its machine, and the shape and colour of each. */
import { declarationOf } from '../../shared/records'
import { machineOf } from '../../shared/steps'
import type { Tone } from '../ui/Status'

/** An end that is no success. */
const stopped = /取消|撤回|无效|不列入|不立案|转出|并案|未通过|未入选|终止|卸任|废止|作废|调整|未完成|不受理|届满/u
/** Somebody must look. */
const waiting = /退回|暂停|辞职|待公告|待改交|重新办理|协调处理|出缺/u
/** Not the end of the machine, but what was wanted has happened. */
const reached = new Set([
  '在任', '已开展', '已闭会', '已结束', '已印发', '已备案', '已签发', '已告知', '已回复', '当场答复', '完工', '已公布', '主席团通过', '通过', '票决通过', '已述职', '已测评', '已反馈', '已评价',
  '办结', '已公告', '现任',
])

export function toneOfStatus(type: string, status: string): Tone {
  const declaration = declarationOf(type)
  if (declaration?.endStatuses?.includes(status) === true) return stopped.test(status) ? 'idle' : 'done'
  if (waiting.test(status)) return 'soon'
  if (reached.has(status)) return 'done'
  return status === declaration?.firstStatus || stopped.test(status) || status === '筹备' ? 'idle' : 'doing'
}

/** All statuses that a record of the type may have; empty for a type without a machine. */
export function statusesOf(type: string): readonly string[] {
  const machine = machineOf(type)
  const first = declarationOf(type)?.firstStatus
  if (machine === null || first === undefined) return []
  const all = new Set([first, ...machine.steps.filter((step) => step.name !== 'undo_step').flatMap((step) => [...step.from, ...step.to])])
  all.delete('same')
  return [...all]
}
