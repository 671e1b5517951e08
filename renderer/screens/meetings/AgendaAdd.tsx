import { PlusOutlined } from '@ant-design/icons'
import { codeTables } from '../../../shared/codes'
import { agendaItem } from '../../../shared/records/session'
import { FieldControl } from '../../fields/FieldControl'
import { isEmptyValue } from '../../records/form-fields'
import { useDraft } from '../../state/drafts'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { ListSelect } from '../../ui/ListSelect'
import { usualTitles, type AgendaSide } from './agenda'

interface AgendaAddProps {
  readonly session: string
  readonly no: number
  readonly busy: boolean
  readonly onAdd: (side: readonly AgendaSide[], text: string) => Promise<boolean>
}

const kinds = codeTables['agenda.kind'].entries.map(({ code, label }) => ({ value: code, label }))

/** One more item: its kind writes the usual title, which may be changed. */
export function AgendaAdd({ session, no, busy, onAdd }: AgendaAddProps) {
  const { values, patch, set, drop, flush } = useDraft({ type: 'step session agenda', record: session, initial: { _label: '排议程' } })
  const title = values['title']
  const onKind = (kind: string | undefined): void => {
    const usual = Object.values(usualTitles)
    const free = isEmptyValue(title) || (typeof title === 'string' && usual.includes(title))
    patch({ kind: kind ?? null, ...(free ? { title: kind === undefined ? null : usualTitles[kind] ?? null } : {}) })
  }
  const add = async (): Promise<void> => {
    if (typeof title !== 'string' || title.trim() === '') {
      document.getElementById('agenda-title')?.focus()
      return
    }
    const fields = { no, title: title.trim(), ...(isEmptyValue(values['kind']) ? {} : { kind: String(values['kind']) }), ...(isEmptyValue(values['reporter']) ? {} : { reporter: String(values['reporter']) }) }
    if (!await onAdd([{ type: 'agenda_item', parent: 'session', fields }], `已加入议程：${title.trim()}`)) return
    patch({ kind: null, title: null, reporter: null })
    drop()
    document.getElementById('agenda-title')?.focus()
  }
  return (
    <form
      className="agenda-add"
      aria-label="加一项议程"
      onSubmit={(event) => {
        event.preventDefault()
        void add()
      }}
    >
      <div>
        <label htmlFor="agenda-kind">类别</label>
        <ListSelect id="agenda-kind" style={{ width: '100%' }} aria-label="议程类别" placeholder="请选择" allowClear options={kinds} value={typeof values['kind'] === 'string' ? values['kind'] : null} onChange={(kind: string | undefined) => onKind(kind)} />
      </div>
      <div>
        <label htmlFor="agenda-title">加一项议程</label>
        <FieldControl field={agendaItem.fields.title} id="agenda-title" name="议程标题" value={title} onChange={(value) => set('title', value)} onLeave={flush} />
      </div>
      <div>
        <label htmlFor="agenda-reporter">报告人</label>
        <FieldControl field={agendaItem.fields.reporter} id="agenda-reporter" name="报告人" value={values['reporter']} onChange={(value) => set('reporter', value)} onLeave={flush} />
      </div>
      <Button submit busy={busy} icon={<Icon of={PlusOutlined} />}>加上</Button>
    </form>
  )
}
