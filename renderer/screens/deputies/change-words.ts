/** How the table of changes reads on the screen and on paper. */
import type { ChangeTable, DeputyChange } from '../../../shared/report/change-table'
import { sayDate } from '../../ui/say-date'

/** How the number of deputies came about. */
export const sayBalance = ({ before, more, less, after }: ChangeTable): string => `期初实有 ${before} 名，增加 ${more} 名，减少 ${less} 名，期末实有 ${after} 名`

/** The legal steps with their days. */
export const sayCourse = ({ course }: DeputyChange): readonly string[] => course.map(({ label, day }) => `${label} ${sayDate(day)}`)
