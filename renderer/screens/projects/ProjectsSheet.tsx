import { intOf, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { TableSheet } from '../../print/TableSheet'
import { sayDate } from '../../ui/say-date'
import { inOrder, progressOf, ratedOf } from './project-rows'
import { sayWan } from './say-wan'

interface ProjectsSheetProps {
  readonly projects: readonly Rec[]
  readonly ratings: readonly Rec[]
  readonly year: string
  readonly office: string
  readonly today: string
}

const columns = [{ label: '项目' }, { label: '地点' }, { label: '投资额', numbers: true }, { label: '票数', numbers: true }, { label: '状态' }, { label: '进度' }, { label: '满意率', numbers: true }]

/** The projects of a year on paper. */
export function ProjectsSheet({ projects, ratings, year, office, today }: ProjectsSheetProps) {
  return (
    <TableSheet
      wide title={`${office}${year}年民生实事项目`} lines={[`截至：${sayDate(today)}`, `共 ${String(projects.length)} 项`]} columns={columns}
      rows={inOrder(projects).map((rec) => {
        const { percent, date } = progressOf(rec)
        const rate = ratedOf(rec.id, ratings)?.rate ?? null
        return [
          textOf(rec.fields, 'name'), textOf(rec.fields, 'location'), sayWan(intOf(rec.fields, 'invest_fen')), String(intOf(rec.fields, 'votes') ?? '—'), rec.status ?? '',
          percent === null ? '—' : `${String(percent)}%${date === '' ? '' : `（${sayDate(date)}）`}`, rate === null ? '—' : `${rate.toFixed(1)}%`,
        ]
      })}
    />
  )
}
