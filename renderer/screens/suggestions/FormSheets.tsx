import { labelOf } from '../../../shared/codes'
import { idsOf, textOf } from '../../../shared/facts'
import type { Rec } from '../../../shared/record'
import type { Timeline } from '../../../shared/suggestions/timeline'
import { Sheet } from '../../print/Sheet'
import { sayDate } from '../../ui/say-date'

/** What every form of a suggestion is filled from. */
export interface FormInput {
  readonly record: Rec
  readonly timeline: Timeline
  readonly nameOf: (id: string) => string
  /** 青禾镇. */
  readonly office: string
  readonly today: string
}

const text = ({ record }: FormInput, key: string): string => textOf(record.fields, key)
const names = ({ record, nameOf }: FormInput, key: string): string => idsOf(record.fields, key).map(nameOf).join('、')
const one = (input: FormInput, key: string): string => (text(input, key) === '' ? '' : input.nameOf(text(input, key)))
const called = (input: FormInput): string => `${text(input, 'no') === '' ? '' : `${text(input, 'no')}　`}${text(input, 'title')}`
const body = (input: FormInput): string => `${input.office}人民代表大会`

function Rows({ rows }: { readonly rows: readonly (readonly [string, string])[] }) {
  return (
    <table style={{ marginTop: '8pt' }}>
      <tbody>{rows.filter(([, value]) => value !== '').map(([label, value]) => <tr key={label}><th scope="row" style={{ width: '28mm' }}>{label}</th><td style={{ whiteSpace: 'pre-wrap' }}>{value}</td></tr>)}</tbody>
    </table>
  )
}

/** 代表建议专用纸. */
export function PaperSheet({ input }: { readonly input: FormInput }) {
  return (
    <Sheet title={`${body(input)}代表建议、批评和意见`} lines={[`编号：${text(input, 'no')}`, `提出日期：${sayDate(text(input, 'raised_on'))}`]} signs={['领衔代表签名', '联名代表签名', '日期']}>
      <Rows
        rows={[
          ['类别', labelOf('suggestion.kind', text(input, 'kind'))], ['提出时段', labelOf('suggestion.period', text(input, 'period'))], ['领衔代表', one(input, 'lead')], ['联名代表', names(input, 'cosign')],
          ['标题', text(input, 'title')], ['内容', text(input, 'body')], ['是否可公开', labelOf('public_ok', text(input, 'public_ok'))],
        ]}
      />
    </Sheet>
  )
}

/** 交办通知单: what the unit signs for. */
export function AssignSheet({ input }: { readonly input: FormInput }) {
  const due = text(input, 'due_on')
  const term = input.timeline.terms.find((moment) => moment.kind === 'reply' && moment.round === 1)?.term
  return (
    <Sheet title="代表建议交办通知单" lines={[`交办单位：${input.office}人大主席团`, `交办日期：${sayDate(text(input, 'assigned_on'))}`]} signs={['交办人', '签收人', '签收日期']}>
      <p>{`${one(input, 'host')}：`}</p>
      <p>{`现将代表建议“${called(input)}”交由你单位${names(input, 'cohosts') === '' ? '办理' : '主办'}。${due === '' ? '请按规定期限' : `请于${sayDate(due)}前`}书面答复代表，答复前与代表当面沟通，并将答复抄送${input.office}人大主席团。`}</p>
      {term !== undefined && term !== null && <p>{`期限依据：${term.source}。`}</p>}
      <Rows
        rows={[
          ['领衔代表', one(input, 'lead')], ['联名代表', names(input, 'cosign')], ['主办单位', one(input, 'host')], ['协办单位', names(input, 'cohosts')], ['办理方式', labelOf('handling_mode', text(input, 'mode'))], ['内容', text(input, 'body')],
        ]}
      />
    </Sheet>
  )
}

const marks = '□满意　　□基本满意　　□不满意'

/** 征询意见表: what the deputy fills in and sends back. */
export function FeedbackSheet({ input }: { readonly input: FormInput }) {
  const reply = input.timeline.past.filter((moment) => moment.kind === 'reply').at(-1)
  return (
    <Sheet title="代表建议办理情况征询意见表" lines={[`${input.office}人大主席团`, '一式两份：代表、人大各存一份']} signs={['代表签名', '日期']}>
      <Rows
        rows={[
          ['建议', called(input)], ['代表', one(input, 'lead')], ['承办单位', reply === undefined ? one(input, 'host') : reply.who.map(input.nameOf).join('、')], ['答复日期', reply === undefined ? '' : sayDate(reply.on)],
          ['办理结果', reply?.said ?? ''], ['对过程的评价', marks], ['对结果的评价', marks], ['意见和要求', '\n\n\n\n'],
        ]}
      />
    </Sheet>
  )
}

/** 催办单. */
export function UrgeSheet({ input }: { readonly input: FormInput }) {
  const term = input.timeline.next?.term ?? null
  const state = term === null ? '' : `应在${sayDate(term.due_on)}前${input.timeline.next?.label ?? '办理'}，${term.days < 0 ? `已超过 ${-term.days} 天` : `还剩 ${term.days} 天`}（${term.source}）。`
  return (
    <Sheet title="代表建议催办单" lines={[`${input.office}人大主席团`, `催办日期：${sayDate(input.today)}`]} signs={['催办人', '签收人', '签收日期']}>
      <p>{`${one(input, 'host')}：`}</p>
      <p>{`你单位承办的代表建议“${called(input)}”，${sayDate(text(input, 'assigned_on'))}交办。${state}请抓紧办理，按时答复代表，并将情况告知人大主席团。`}</p>
      <Rows rows={[['领衔代表', one(input, 'lead')], ['已催办', `${input.timeline.past.filter((moment) => moment.kind === 'urge').length} 次`], ['承办单位说明', '\n\n\n']]} />
    </Sheet>
  )
}

/** 办理经过: everything that happened, as it is told on the page. */
export function CourseSheet({ input }: { readonly input: FormInput }) {
  const { timeline, nameOf } = input
  const state = (term: (typeof timeline.past)[number]['term']): string => (term === null ? '' : term.days < 0 ? `逾期 ${-term.days} 天` : '按期')
  return (
    <Sheet title="代表建议办理经过" lines={[called(input), `打印日期：${sayDate(input.today)}`]} signs={['核对人', '日期']}>
      <table>
        <thead><tr><th>日期</th><th>事项</th><th>谁</th><th>情况</th><th>期限</th></tr></thead>
        <tbody>
          {timeline.past.map((moment) => (
            <tr key={moment.key}>
              <td>{sayDate(moment.on)}</td><td>{moment.label}</td><td>{[...moment.who.map(nameOf), moment.names].filter((word) => word !== '').join('、')}</td>
              <td>{[moment.said, moment.text].filter((word) => word !== '').join('；')}</td><td>{state(moment.term)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Sheet>
  )
}
