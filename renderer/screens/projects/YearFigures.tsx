import { go } from '../../state/navigation'
import { useQuery } from '../../state/use-query'
import { figureMap, readFigure, sayFigure } from '../stats/figure-text'
import { sayWan } from './say-wan'

const shown = [
  { path: 'B7.03', label: '正式候选', unit: '个' }, { path: 'B7.04', label: '票决通过', unit: '个' }, { path: 'B7.05', label: '投资额', unit: '分' },
  { path: 'B7.06', label: '完工', unit: '个' }, { path: 'B7.06%', label: '完工率', unit: '%' }, { path: 'B7.07%', label: '测评满意率', unit: '%' },
] as const

/** The year in the figures of the report, each a way to its records. */
export function YearFigures({ year, today }: { readonly year: string; readonly today: string }) {
  const from = `${year}-01-01`
  const to = today.startsWith(year) ? today : `${year}-12-31`
  const stats = useQuery('stats.get', { from, to }, { types: ['livelihood_project', 'rating'], wait: 200 })
  const figures = figureMap(stats.data?.indicators ?? [])
  return (
    <div className="project-figs">
      {shown.map(({ path, label, unit }) => {
        const value = readFigure(figures, path)
        const words = unit === '分' ? sayWan(value) : `${sayFigure(value, unit)}${value === null ? '' : ` ${unit}`}`
        return (
          <button key={path} type="button" aria-label={`${label} ${words}，看名单`} onClick={() => go({ screen: 'statistics', indicator: path.replace('%', ''), from, to })}>
            <span className="mut">{label}</span><b>{words}</b>
          </button>
        )
      })}
    </div>
  )
}
