import type { ReactNode } from 'react'

interface SheetProps {
  readonly title: string
  /** Lines under the title: 填报单位, 报表期. */
  readonly lines?: readonly string[]
  /** What is filled in by hand: 审核人, 盖章. */
  readonly signs?: readonly string[]
  /** Across, for many columns. */
  readonly wide?: boolean
  readonly children: ReactNode
}

/** One printed document: title, what it speaks of, the content, the lines to be signed. */
export function Sheet({ title, lines = [], signs = [], wide = false, children }: SheetProps) {
  return (
    <article className={wide ? 'sheet wide' : 'sheet'}>
      <h1>{title}</h1>
      {lines.length > 0 && <div className="sheet-lines">{lines.map((line) => <span key={line}>{line}</span>)}</div>}
      {children}
      {signs.length > 0 && <div className="sheet-signs">{signs.map((sign) => <span key={sign}>{`${sign}：`}</span>)}</div>}
    </article>
  )
}
