import { labelOf } from '../../../shared/codes'
import { idsOf, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import { go } from '../../state/navigation'

interface HeadLinesProps {
  readonly record: Rec
  readonly nameOf: (id: string) => string
}

/** What it is about, who brought it and who answers it. */
export function HeadLines({ record, nameOf }: HeadLinesProps) {
  const { fields } = record
  const text = (key: string): string => textOf(fields, key)
  return (
    <div className="sug-head">
      <h2>{text('title')}</h2>
      <dl>
        <Who label="领衔" ids={[text('lead')]} nameOf={nameOf} deputy />
        <Who label="联名" ids={idsOf(fields, 'cosign')} nameOf={nameOf} deputy />
        <Who label="主办" ids={[text('host')]} nameOf={nameOf} />
        <Who label={text('mode') === '3' ? '分办' : '协办'} ids={idsOf(fields, 'cohosts')} nameOf={nameOf} />
        {text('field') !== '' && <div><dt>分类</dt><dd>{labelOf('field', text('field'))}</dd></div>}
        {text('key_level') !== '' && <div><dt>督办</dt><dd>{labelOf('key_level', text('key_level'))}</dd></div>}
        {text('public_ok') !== '' && <div><dt className="unseen">公开</dt><dd>{labelOf('public_ok', text('public_ok'))}</dd></div>}
      </dl>
    </div>
  )
}

interface WhoProps {
  readonly label: string
  readonly ids: readonly string[]
  readonly nameOf: (id: string) => string
  /** Opens the deputy's page instead of the record's. */
  readonly deputy?: boolean
}

function Who({ label, ids, nameOf, deputy = false }: WhoProps) {
  const known = ids.filter((id) => id !== '')
  if (known.length === 0) return null
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {known.map((id, index) => (
          <span key={id}>
            {index > 0 && '、'}
            <button type="button" className="link" onClick={() => go(deputy ? { screen: 'deputy', mandate: id } : { screen: 'record', id })}>{nameOf(id)}</button>
          </span>
        ))}
        {deputy && known.length > 4 && <span className="mut">{`（${known.length} 人）`}</span>}
      </dd>
    </div>
  )
}
