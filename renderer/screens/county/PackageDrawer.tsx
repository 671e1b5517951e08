import './town-drawer.css'
import type { ImportedFile } from '../../../shared/contract/exchange'
import { useLevel } from '../../state/level'
import { labelOfType } from '../../state/type-words'
import { Drawer } from '../../ui/Drawer'
import { sayNumber } from '../../ui/say-date'
import { sayFigure, unitWord } from '../stats/figure-text'
import { countWords } from './package-words'

/** What an import would change, kind by kind, and the sender's main figures beside those that stand here now. */
export function PackageDrawer({ file, onClose }: { readonly file: ImportedFile; readonly onClose: () => void }) {
  const { theirs, own } = useLevel()
  const types = Object.entries(file.by_type ?? {})
  const shown = countWords.filter(([key]) => types.some(([, counts]) => (counts[key] ?? 0) > 0))
  const totals = file.totals ?? []
  return (
    <Drawer title={`${file.from?.name ?? ''} 第 ${String(file.pseq ?? '')} 包里有什么`} width={520} onClose={onClose}>
      <table className="tbl">
        <thead><tr><th>类别</th>{shown.map(([key, word]) => <th key={key} className="num">{word}</th>)}</tr></thead>
        <tbody>
          {types.map(([type, counts]) => <tr key={type}><td>{labelOfType(type)}</td>{shown.map(([key]) => <td key={key} className="num">{sayNumber(counts[key] ?? 0)}</td>)}</tr>)}
        </tbody>
      </table>
      {totals.length > 0 && (
        <>
          <h3 className="town-head">主要数字（今年到制包那天）</h3>
          <table className="tbl">
            <thead><tr><th>项目</th><th>单位</th><th className="num">{theirs}</th><th className="num">{`${own}里现在`}</th></tr></thead>
            <tbody>
              {totals.map((row) => (
                <tr key={row.indicator}><td>{row.name}</td><td className="mut">{unitWord(row.unit)}</td><td className="num">{sayFigure(row.theirs, row.unit)}</td><td className="num">{sayFigure(row.ours, row.unit)}</td></tr>
              ))}
            </tbody>
          </table>
          <p className="sm mut town-said">导入以后两边应当一样，“打印回执”上再核对一次。</p>
        </>
      )}
    </Drawer>
  )
}
