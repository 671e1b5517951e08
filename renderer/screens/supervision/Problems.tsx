import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { finding } from '../../../shared/records/supervision'
import { FieldControl } from '../../fields/FieldControl'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Status } from '../../ui/Status'
import type { Problem, ProblemKey } from './findings'

interface ProblemsProps {
  /** Of its card, where the page beside has one of the usual name. */
  readonly title?: string
  readonly rows: readonly Problem[]
  readonly onChange: (rows: readonly Problem[]) => void
  readonly onLeave: () => void
  /** Position of a row without the problem itself. */
  readonly wrong: number | null
}

export const problemId = (index: number, key: ProblemKey = 'problem'): string => `problem-${index}-${key}`

/** What was found, one block a problem: it is settled problem by problem. */
export function Problems({ title = '发现的问题', rows, onChange, onLeave, wrong }: ProblemsProps) {
  const put = (index: number, key: ProblemKey, value: unknown): void => onChange(rows.map((row, at) => (at === index ? { ...row, [key]: value } : row)))
  const cell = (index: number, key: ProblemKey, row: Problem) => (
    <div className="topic-cell">
      <label htmlFor={problemId(index, key)}>{finding.fields[key].label}</label>
      <FieldControl
        field={finding.fields[key]} id={problemId(index, key)} name={`${finding.fields[key].label} ${index + 1}`} value={row[key]} invalid={key === 'problem' && wrong === index}
        onChange={(value) => put(index, key, value)} onLeave={onLeave}
      />
    </div>
  )
  const add = (): void => {
    onChange([...rows, {}])
    setTimeout(() => document.getElementById(problemId(rows.length))?.focus(), 0)
  }
  return (
    <Card bare title={title} beside={<span className="mut">没有就空着；以后也能补</span>}>
      <ol className="topics">
        {rows.map((row, index) => (
          <li key={index}>
            <span className="topic-no num">{index + 1}</span>
            <div className="topic">
              {cell(index, 'problem', row)}
              {wrong === index && <Status tone="late" quiet>请写是什么问题，其他可以空着。</Status>}
              <div className="topic-who of-unit">
                {cell(index, 'unit', row)}
                {cell(index, 'due_on', row)}
              </div>
              {cell(index, 'measure', row)}
            </div>
            <Button look="text" aria-label={`去掉问题 ${index + 1}`} title="去掉" icon={<Icon of={DeleteOutlined} />} onClick={() => onChange(rows.length === 1 ? [{}] : rows.filter((_, at) => at !== index))} />
          </li>
        ))}
      </ol>
      <div className="topic-add"><Button icon={<Icon of={PlusOutlined} />} onClick={add}>加一个问题</Button></div>
    </Card>
  )
}
