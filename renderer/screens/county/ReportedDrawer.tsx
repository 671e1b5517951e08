import { useState } from 'react'
import { useLevel } from '../../state/level'
import { useQuery } from '../../state/use-query'
import { Drawer } from '../../ui/Drawer'
import { EmptyState } from '../../ui/EmptyState'
import { Loaded } from '../../ui/Loading'
import { sayFigure, unitWord } from '../stats/figure-text'

/** The figures that a county reported: its own or those of one of its towns, a year at a time. */
export function ReportedDrawer({ code, name, onClose }: { readonly code: string; readonly name: string; readonly onClose: () => void }) {
  const { one } = useLevel()
  const [town, setTown] = useState(code)
  const [year, setYear] = useState<number | null>(null)
  const query = useQuery('exchange.figures', { county: code, town, ...(year === null ? {} : { year }) })
  return (
    <Drawer title={`${name}报来的数字`} width={560} onClose={onClose}>
      <Loaded query={query} rows={10}>
        {(data) => (data.year === null
          ? <EmptyState title="还没有报来的数字" hint={`${one}里“上报到上级”的包导入以后，列在这里。`} />
          : (
            <>
              <div className="row reported-choice">
                <select className="input" aria-label="哪里的" value={town} onChange={(event) => setTown(event.target.value)}>
                  {data.towns.map((one) => <option key={one.code} value={one.code}>{one.code === code ? `全${name}` : one.name}</option>)}
                </select>
                <select className="input" aria-label="哪一年" value={data.year} onChange={(event) => setYear(Number(event.target.value))}>
                  {data.years.map((one) => <option key={one} value={one}>{`${String(one)} 年`}</option>)}
                </select>
              </div>
              <table className="tbl">
                <thead><tr><th>指标</th><th>单位</th><th className="num">数</th><th className="num">比率</th></tr></thead>
                <tbody>
                  {data.figures.map((figure) => (
                    <tr key={figure.indicator}>
                      <td>{figure.name}</td><td className="mut">{unitWord(figure.unit)}</td><td className="num">{sayFigure(figure.value, figure.unit)}</td><td className="num">{figure.rate === null ? '' : `${figure.rate.toFixed(1)}%`}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </>
          ))}
      </Loaded>
    </Drawer>
  )
}
