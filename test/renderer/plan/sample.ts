/** A made-up plan of a year, as the store gives it. */
import type { PlanYear } from '../../../shared/plan/plan-year'
import type { Answers } from '../support/fake-api'
import { rec } from '../records/sample'

export const plan: PlanYear = {
  year: 2025, years: [2026, 2025],
  lines: [
    {
      item: rec('plan_item', 'i1', { year: 2025, kind: '2', item: '食品安全法执法检查', plan_quarter: 3, owner: '何秀兰', focus: true }, '已公布'), until: '2025-09-30', state: 'done',
      records: [{ id: 'sv1', type: 'supervision', title: '食品安全法贯彻实施情况', date: '2025-07-15', status: '整改中', held: true }],
    },
    { item: rec('plan_item', 'i2', { year: 2025, kind: '6', item: '联络站开门接待', plan_month: '2025-10', owner: '邵长明' }, '已公布'), until: '2025-10-31', state: 'late', records: [] },
    {
      item: rec('plan_item', 'i3', { year: 2025, kind: '4', item: '代表小组走访选民', plan_quarter: 4, owner: '吴月琴' }, '已公布'), until: '2025-12-31', state: 'started',
      records: [{ id: 'a9', type: 'activity', title: '走访石桥村选民', date: '2025-12-05', status: '计划', held: false }],
    },
    { item: rec('plan_item', 'i4', { year: 2025, kind: '1', item: '学习代表法', plan_quarter: 4 }, '已公布'), until: '2025-12-31', state: 'coming', records: [] },
    { item: rec('plan_item', 'i5', { year: 2025, kind: '3', item: '听取教育工作报告', plan_quarter: 2, undone_reason: '并入明年' }, '已调整'), until: '2025-06-30', state: 'dropped', records: [] },
  ],
  counts: { planned: 4, done: 1, late: 1, undone: 0, dropped: 1 },
  unplanned: [{ id: 'a3', type: 'activity', title: '调解石桥村土地纠纷', date: '2025-05-12', status: '已开展', held: true }],
}

export const planAnswers: Answers = { 'plan.year': ({ year }) => ({ ...plan, year }), 'draft.list': { drafts: [] } }
