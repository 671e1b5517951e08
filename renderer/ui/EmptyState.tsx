import { InboxOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { Icon } from './Icon'

/** A list without rows says why and what to do. `children` are the buttons. */
export function EmptyState({ title, hint, children }: { readonly title: string; readonly hint?: string; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <Icon of={InboxOutlined} />
      <b>{title}</b>
      {hint !== undefined && <span className="mut">{hint}</span>}
      {children !== undefined && <div className="row">{children}</div>}
    </div>
  )
}
