import { textOf } from '../../../shared/facts'
import type { PlanYear } from '../../../shared/plan/plan-year'
import { TableSheet } from '../../print/TableSheet'
import { labelOfType } from '../../state/type-words'
import { sayDate } from '../../ui/say-date'
import { kindWord, stateWord, whenPlanned } from './plan-words'

interface PlanSheetProps {
  readonly plan: PlanYear
  readonly office: string
  readonly today: string
}

const columns = ['计划时间', '事项', '类别', '责任人', '做了什么', '情况'].map((label) => ({ label }))

/** The plan of a year beside what was done, on paper; below it what nobody had planned. */
export function PlanSheet({ plan, office, today }: PlanSheetProps) {
  const { counts } = plan
  return (
    <TableSheet
      wide title={`${office}人大${String(plan.year)}年工作计划完成情况`} columns={columns}
      lines={[`截至：${sayDate(today)}`, `计划 ${String(counts.planned)} 项，完成 ${String(counts.done)} 项，过期未开展 ${String(counts.late)} 项${counts.undone === 0 ? '' : `，未完成 ${String(counts.undone)} 项`}${counts.dropped === 0 ? '' : `；已调整 ${String(counts.dropped)} 项，不计入`}${plan.unplanned.length === 0 ? '' : `；未列入计划 ${String(plan.unplanned.length)} 项`}`]}
      rows={[...plan.lines.map((line) => [
        whenPlanned(line.item) || '没有定', `${textOf(line.item.fields, 'item')}${line.item.fields['focus'] === true ? '（重点）' : ''}`, kindWord(line.item), textOf(line.item.fields, 'owner'),
        line.records.length === 0 ? textOf(line.item.fields, 'undone_reason') : line.records.map((one) => `${one.title}（${[sayDate(one.date), one.held ? '' : '还没开展'].filter((word) => word !== '').join('，')}）`).join('；'),
        stateWord(line),
      ]), ...plan.unplanned.map((one) => ['', one.title, labelOfType(one.type), '', sayDate(one.date), '未列入计划'])]}
    />
  )
}
