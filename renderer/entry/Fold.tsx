import { DownOutlined, UpOutlined } from '@ant-design/icons'
import { useState, type ReactNode } from 'react'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'

interface FoldProps {
  /** How many fields are in it. */
  readonly count: number
  /** Opened by an error inside. */
  readonly forced?: boolean
  readonly children: ReactNode
}

/** Fields that are seldom filled. */
export function Fold({ count, forced = false, children }: FoldProps) {
  const [open, setOpen] = useState(false)
  const shown = open || forced
  return (
    <>
      <div className="entry-fold">
        <Button look="text" aria-expanded={shown} icon={<Icon of={shown ? UpOutlined : DownOutlined} />} onClick={() => setOpen(!shown)}>{shown ? '收起' : `更多 ${count} 项`}</Button>
      </div>
      {shown && children}
    </>
  )
}
