import type { ReactNode } from 'react'
import { Notices } from './Notices'
import { SizeSwitch } from './SizeSwitch'

interface DoorFrameProps {
  readonly title: string
  readonly beside?: ReactNode
  readonly narrow?: boolean
  readonly children: ReactNode
}

/** The page before the work begins: letterhead and one sheet in the middle. */
export function DoorFrame({ title, beside, narrow = false, children }: DoorFrameProps) {
  return (
    <main className="door">
      <header className="head">
        <span className="seal" aria-hidden="true">人大</span>
        <h1>{title}</h1>
        {beside !== undefined && <span className="crumb">{beside}</span>}
        <div className="head-tools"><SizeSwitch /></div>
      </header>
      <div className="body">
        <div className={narrow ? 'card door-sheet narrow' : 'card door-sheet'}>{children}</div>
      </div>
      <Notices />
    </main>
  )
}
