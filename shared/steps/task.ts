/** 任务与提醒 (domain.md A.32, A.34). */
import { machine, may, must, ownDay, step } from './define-step'
import { notBefore } from './refuse'

export const task = machine('task', { on: [] }, [
  step('snooze', '暂缓', {
    from: '待办', to: 'same', on: 'date', inputs: [may('date', ownDay('日期')), must('snoozed_to', { fresh: true }), must('snooze_reason', { fresh: true })],
    run: ({ input, eventOn }) => notBefore('snoozed_to', input['snoozed_to'], '暂缓至', [eventOn, '日期']) ?? { ok: true },
  }),
  step('finish', '完成', { from: '待办', to: '完成', on: 'done_on', inputs: [must('done_on')] }),
  step('cancel', '取消', { from: '待办', to: '取消', on: 'date', inputs: [may('date', ownDay('日期')), must('cancel_reason')] }),
])
