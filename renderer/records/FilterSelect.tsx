import { ListSelect } from '../ui/ListSelect'

interface FilterSelectProps {
  readonly label: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
  /** '' = all. */
  readonly value: string
  readonly onChange: (value: string) => void
}

/** One condition of a list; what it is stands in the box while nothing is chosen. */
export function FilterSelect({ label, options, value, onChange }: FilterSelectProps) {
  return (
    <ListSelect
      className="rec-filter"
      aria-label={label}
      options={[{ value: '', label: `${label}：全部` }, ...options]}
      value={value}
      popupMatchSelectWidth={false}
      onChange={onChange}
      {...(options.length > 12 ? { showSearch: { optionFilterProp: 'label' } } : {})}
    />
  )
}
