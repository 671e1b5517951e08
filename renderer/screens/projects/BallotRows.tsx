import { intOf, textOf } from '../../../shared/facts'
import type { ProjectFate } from '../../../shared/projects/decide'
import type { Rec } from '../../../shared/record'
import { textValue } from '../../fields/control-props'
import { readInt } from '../../fields/NumberControl'
import type { FormValues } from '../../state/drafts'
import { Card } from '../../ui/Card'
import { Status, type Tone } from '../../ui/Status'
import { cellKey, type CountKey } from './ballot'
import { sayWan } from './say-wan'

interface BallotRowsProps {
  readonly projects: readonly Rec[]
  readonly values: FormValues
  readonly fates: readonly ProjectFate[] | null
  readonly columns: readonly CountKey[]
  readonly onChange: (key: string, value: unknown) => void
  readonly onLeave: () => void
}

const words: Readonly<Record<CountKey, string>> = { for_count: '赞成', against_count: '反对', abstain_count: '弃权' }
const fateWords: Readonly<Record<ProjectFate, { readonly word: string; readonly tone: Tone }>> = {
  elected: { word: '通过', tone: 'done' }, lost: { word: '未通过', tone: 'idle' }, open: { word: '同票或票数不对，要再投', tone: 'soon' },
}

/** A line a candidate: its votes, and what follows from them while they are typed. */
export function BallotRows({ projects, values, fates, columns, onChange, onLeave }: BallotRowsProps) {
  const passed = fates?.filter((fate) => fate === 'elected').length ?? 0
  return (
    <Card bare title="候选项目" beside={<span className="mut" role="status">{fates === null ? `${projects.length} 项` : `${projects.length} 项，按现在的票数通过 ${passed} 项`}</span>}>
      <div className="rec-scroll-x" tabIndex={0}>
        <table className="tbl ballot-table">
          <thead><tr><th scope="col">项目</th><th scope="col" className="num">投资额</th>{columns.map((key) => <th key={key} scope="col">{words[key]}</th>)}<th scope="col">结果</th></tr></thead>
          <tbody>
            {projects.map((project, index) => {
              const name = textOf(project.fields, 'name')
              const fate = fates?.[index]
              return (
                <tr key={project.id}>
                  <td className="cut" title={name}>{name}</td>
                  <td className="num">{sayWan(intOf(project.fields, 'invest_fen'))}</td>
                  {columns.map((key) => (
                    <td key={key}>
                      <input
                        {...(key === 'for_count' ? { id: `ballot-${project.id}` } : {})} className="input" type="text" inputMode="numeric" autoComplete="off" aria-label={`${name}${words[key]}票`}
                        value={textValue(values[cellKey(project.id, key)])} onBlur={onLeave}
                        onChange={(event) => onChange(cellKey(project.id, key), event.target.value === '' ? null : readInt(event.target.value))}
                      />
                    </td>
                  ))}
                  <td>{fate !== undefined && <Status tone={fateWords[fate].tone} quiet>{fateWords[fate].word}</Status>}</td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </Card>
  )
}
