import { useId, type ReactNode } from 'react'

interface CardProps {
  readonly title?: ReactNode
  /** Beside the title: counts, a status. */
  readonly beside?: ReactNode
  /** At the right of the head: links and buttons. */
  readonly tools?: ReactNode
  readonly className?: string
  /** Without the inner margin, for lists and tables. */
  readonly bare?: boolean
  readonly children?: ReactNode
}

/** A sheet of paper on the desk. */
export function Card({ title, beside, tools, className, bare = false, children }: CardProps) {
  const id = useId()
  return (
    <section className={className === undefined ? 'card' : `card ${className}`} {...(title === undefined ? {} : { 'aria-labelledby': id })}>
      {title !== undefined && (
        <div className="h">
          <h2 id={id}>{title}</h2>
          {beside}
          {tools !== undefined && <div className="tools">{tools}</div>}
        </div>
      )}
      {bare ? children : <div className="b">{children}</div>}
    </section>
  )
}
