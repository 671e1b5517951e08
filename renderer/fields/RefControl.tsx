import { useState } from 'react'
import { call } from '../api'
import { notify, notifyFailure } from '../state/notices'
import { rememberTitles, useTitles } from '../state/titles'
import { labelOfType } from '../state/type-words'
import { ListSelect } from '../ui/ListSelect'
import { listValue, textValue, type ControlProps } from './control-props'
import { quickType, useCandidates } from './use-candidates'

const makeNew = 'new:'
const ownText = 'text:'

interface Option {
  readonly value: string
  readonly label: React.ReactNode
}

function useChoices(props: ControlProps, chosen: readonly string[]) {
  const to = props.field.to ?? []
  const [text, setText] = useState('')
  const [open, setOpen] = useState(false)
  const { list, searching } = useCandidates(to, text, open)
  const titles = useTitles(chosen.filter((id) => props.field.orText !== true || /^\S{20,}$/u.test(id)))
  const word = text.trim()
  const exact = list.some((one) => one.title === word)
  const quick = quickType(to)
  const options: Option[] = [
    ...list.map((one) => ({ value: one.id, label: <>{one.title}{one.note !== '' && <span className="sm mut">　{one.note}</span>}</> })),
    ...(word !== '' && !exact && !searching && props.field.orText === true ? [{ value: ownText + word, label: `就写“${word}”` }] : []),
    ...(word !== '' && !exact && !searching && quick !== null ? [{ value: makeNew + word, label: `新建${labelOfType(quick.type)}“${word}”` }] : []),
  ]
  const titleOf = (id: string): string => titles[id] ?? (props.field.orText === true ? id : '…')
  const hint = word === '' && to.length === 0 ? '打几个字来找' : searching ? '正在找…' : '没有找到，换个写法再试'
  const settle = async (value: string): Promise<string | null> => {
    if (value.startsWith(ownText)) return value.slice(ownText.length)
    if (!value.startsWith(makeNew) || quick === null) return value
    const name = value.slice(makeNew.length)
    const made = await call('record.add', { type: quick.type, records: [{ [quick.key]: name }] })
    const id = made.ok ? made.value.ids[0] : undefined
    if (!made.ok) notifyFailure(made)
    if (id === undefined) return null
    rememberTitles({ [id]: name })
    notify({ tone: 'done', text: `已新建${labelOfType(quick.type)}“${name}”` })
    return id
  }
  return { options, titleOf, hint, text, setText, open, setOpen, settle }
}

const ofPeople = (field: ControlProps['field']): boolean => (field.to ?? []).some((type) => type === 'mandate' || type === 'person')

const shared = (props: ControlProps) => ({
  id: props.id,
  'aria-label': props.name ?? props.field.label,
  style: { width: '100%' },
  disabled: props.disabled === true,
  autoFocus: props.autoFocus === true,
  placeholder: ofPeople(props.field) ? '打姓名或拼音首字母来找' : '打名称或拼音首字母来找',
  ...(props.invalid === true ? { status: 'error' as const } : {}),
  ...(props.onLeave === undefined ? {} : { onBlur: props.onLeave }),
})

/** One record, found by a few characters of its name. */
export function RefControl(props: ControlProps) {
  const value = textValue(props.value)
  const choices = useChoices(props, value === '' ? [] : [value])
  return (
    <ListSelect<{ readonly value: string; readonly label: React.ReactNode }>
      {...shared(props)}
      labelInValue
      showSearch={{ filterOption: false, onSearch: choices.setText, searchValue: choices.text }}
      allowClear={props.field.need !== 'identity'}
      options={choices.options}
      value={value === '' ? null : { value, label: choices.titleOf(value) }}
      notFoundContent={choices.hint}
      onOpenChange={choices.setOpen}
      onChange={(chosen) => {
        choices.setText('')
        if (!chosen) props.onChange(null)
        else void choices.settle(chosen.value).then((settled) => {
          if (settled !== null) props.onChange(settled)
        })
      }}
    />
  )
}

/** Several records, in the order they were chosen. */
export function RefsControl(props: ControlProps) {
  const ids = listValue<string>(props.value)
  const choices = useChoices(props, ids)
  return (
    <ListSelect<{ readonly value: string; readonly label: React.ReactNode }[]>
      {...shared(props)}
      mode="multiple"
      labelInValue
      showSearch={{ filterOption: false, onSearch: choices.setText, searchValue: choices.text, autoClearSearchValue: true }}
      allowClear
      options={choices.options}
      value={ids.map((id) => ({ value: id, label: choices.titleOf(id) }))}
      notFoundContent={choices.hint}
      onOpenChange={choices.setOpen}
      onChange={(chosen) => {
        choices.setText('')
        void Promise.all(chosen.map((one) => choices.settle(one.value))).then((settled) => {
          const kept = settled.filter((id) => id !== null)
          props.onChange(kept.length === 0 ? null : kept)
        })
      }}
    />
  )
}
