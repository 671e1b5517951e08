import type { ReactNode } from 'react'
import { levelOf } from '../state/level'
import { back } from '../state/navigation'
import { useOffice } from '../state/session'
import { SearchBox } from './SearchBox'
import { SizeSwitch } from './SizeSwitch'

interface PageHeadProps {
  readonly title: ReactNode
  /** Name of the list one came from: 建议 ›; pressing it goes there, or back. */
  readonly crumb?: string
  readonly onCrumb?: () => void
  /** A status behind the title. */
  readonly tag?: ReactNode
  /** Quiet words behind the title: a date, a name. */
  readonly beside?: ReactNode
}

/** The letterhead of every page: where one is, the search, the text size. */
export function PageHead({ title, crumb, onCrumb, tag, beside }: PageHeadProps) {
  const office = useOffice()
  return (
    <header className="head">
      {crumb !== undefined && (
        <button type="button" className="link crumb" title="返回（Alt 加 ←）" onClick={onCrumb ?? back}>{crumb} ›</button>
      )}
      <h1 className="cut">{title}</h1>
      {tag}
      {beside !== undefined && <span className="crumb cut">{beside}</span>}
      <div className="head-tools">
        {office !== null && <SearchBox placeholder={`找${office.role === 'county' ? levelOf(office.code).which : '代表'}、建议、文件…`} />}
        <SizeSwitch />
      </div>
    </header>
  )
}
