import { CaretDownOutlined, CaretUpOutlined } from '@ant-design/icons'
import { Icon } from '../ui/Icon'
import type { ListView } from './list-view'

export type Sort = ListView['sort']

interface SortHeadingProps {
  readonly name: string
  readonly label: string
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
  readonly className?: string | undefined
}

/** The head of a column that puts the list in its order: up, down, and as it was. */
export function SortHeading({ name, label, sort, onSort, className }: SortHeadingProps) {
  const mine = sort?.key === name ? sort : null
  return (
    <th scope="col" className={className} aria-sort={mine === null ? 'none' : mine.descending ? 'descending' : 'ascending'}>
      <button
        type="button"
        className="sorts"
        title={mine === null ? '按这一栏排序' : mine.descending ? '不再按这一栏排序' : '倒过来排'}
        onClick={() => onSort(mine === null ? { key: name, descending: false } : mine.descending ? null : { key: name, descending: true })}
      >
        {label}
        {mine !== null && <Icon of={mine.descending ? CaretDownOutlined : CaretUpOutlined} />}
      </button>
    </th>
  )
}
