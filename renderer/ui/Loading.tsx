import type { Query } from '../state/use-query'
import { Button } from './Button'
import { ErrorBox } from './ErrorBox'

/** Grey bars where text will stand. */
export function Bones({ rows = 3 }: { readonly rows?: number }) {
  return (
    <div className="bones" role="status" aria-label="正在读取">
      {Array.from({ length: rows }, (_, index) => <i key={index} style={{ width: `${92 - ((index * 17) % 40)}%` }} />)}
    </div>
  )
}

/**
 * What stands in place of an answer that is not there: nothing for 0.3 s, then grey bars, or the error with 再试一次. With an answer it
 * shows `children`.
 */
export function Loaded<T>({ query, children, rows }: { readonly query: Query<T>; readonly children: (data: T) => React.ReactNode; readonly rows?: number }) {
  if (query.error !== null && query.data === null) {
    return (
      <ErrorBox failure={query.error}>
        <Button onClick={query.reload}>再试一次</Button>
      </ErrorBox>
    )
  }
  if (query.data !== null) return children(query.data)
  return query.slow ? <Bones {...(rows === undefined ? {} : { rows })} /> : null
}
