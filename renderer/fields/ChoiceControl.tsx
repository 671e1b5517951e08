import { useState } from 'react'
import { codeTables, type CodeEntry } from '../../shared/codes'
import { ListSelect } from '../ui/ListSelect'
import { Segmented } from '../ui/Segmented'
import { textValue, type ControlProps } from './control-props'
import { useInitials } from './pinyin-initials'

const fewest = 6
const widest = 30

/** The codes that a form offers; the present one also when it is no longer offered. */
export function offeredCodes(field: ControlProps['field'], present: string): readonly CodeEntry[] {
  if (field.oneOf !== undefined) return [...field.oneOf, ...(present === '' || field.oneOf.includes(present) ? [] : [present])].map((word) => ({ code: word, label: word, aliases: [] }))
  const entries = field.codes === undefined ? [] : codeTables[field.codes].entries
  return entries.filter((entry) => (entry.hidden !== true && field.only?.includes(entry.code) !== false) || entry.code === present)
}

/** Up to six short words stand side by side; more are a list that is searched by word, code or pinyin initials. */
export function ChoiceControl(props: ControlProps) {
  const { field, onChange, onLeave } = props
  const value = textValue(props.value)
  const entries = offeredCodes(field, value)
  const wordsLength = entries.reduce((sum, entry) => sum + entry.label.length, 0)
  if (props.compact === true || entries.length > fewest || wordsLength > widest || field.orText === true) return <ChoiceList {...props} entries={entries} />
  return (
    <Segmented
      id={props.id}
      label={props.name ?? field.label}
      options={entries.map(({ code, label }) => ({ value: code, label }))}
      value={value === '' ? null : value}
      invalid={props.invalid === true}
      disabled={props.disabled === true}
      autoFocus={props.autoFocus === true}
      {...(props.describedBy === undefined ? {} : { describedBy: props.describedBy })}
      onChange={(code) => {
        onChange(code)
        onLeave?.()
      }}
      {...(field.need === 'identity' ? {} : { onClear: () => onChange(null) })}
    />
  )
}

function ChoiceList(props: ControlProps & { readonly entries: readonly CodeEntry[] }) {
  const { field, entries, onChange, onLeave } = props
  const [wanted, setWanted] = useState(false)
  const [typed, setTyped] = useState('')
  const initials = useInitials(wanted)
  const value = textValue(props.value)
  const own = field.orText === true && typed.trim() !== '' && !entries.some((entry) => entry.label === typed.trim())
  const options = [
    ...entries.map((entry) => ({ value: entry.code, label: entry.label, found: [entry.label, entry.code, ...entry.aliases].join(' ').toLowerCase(), start: initials(entry.label) })),
    ...(own ? [{ value: typed.trim(), label: `写成“${typed.trim()}”`, found: typed.toLowerCase(), start: '' }] : []),
  ]
  return (
    <ListSelect
      id={props.id}
      aria-label={props.name ?? field.label}
      showSearch={{
        filterOption: (input, option) => {
          const word = input.trim().toLowerCase()
          return option !== undefined && (option.found.includes(word) || option.start.startsWith(word))
        },
        onSearch: setTyped,
      }}
      options={options}
      value={value === '' ? null : value}
      placeholder="请选择"
      style={{ width: '100%' }}
      {...(props.invalid === true ? { status: 'error' as const } : {})}
      disabled={props.disabled === true}
      autoFocus={props.autoFocus === true}
      allowClear={field.need !== 'identity'}
      onFocus={() => setWanted(true)}
      onChange={(code: string | null | undefined) => {
        setTyped('')
        onChange(code ?? null)
      }}
      {...(onLeave === undefined ? {} : { onBlur: onLeave })}
    />
  )
}
