import type { ReactNode } from 'react'
import type { OfficeInfo } from '../../shared/contract/office'
import type { RailKey } from '../state/routes'
import { CountyFirstStrip } from './CountyFirstStrip'
import { Notices } from './Notices'
import { PracticeStrip } from './PracticeStrip'
import { Rail, type Badges } from './Rail'

interface AppFrameProps {
  readonly office: OfficeInfo
  readonly at: RailKey | null
  readonly badges: Badges
  /** A screen: its PageHead, a `.body`, and a SaveBar where it has one. */
  readonly children: ReactNode
}

/** Rail at the left, the screen at the right, notices over both. */
export function AppFrame({ office, at, badges, children }: AppFrameProps) {
  return (
    <div className={office.practice === true || office.county_first === true ? 'app practising' : 'app'}>
      {office.practice === true && <PracticeStrip role={office.role} />}
      {office.county_first === true && <CountyFirstStrip at={at} />}
      <Rail office={office} at={at} badges={badges} />
      <main className="main">{children}</main>
      <Notices />
    </div>
  )
}
