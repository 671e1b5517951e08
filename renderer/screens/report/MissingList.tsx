import { go } from '../../state/navigation'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Status } from '../../ui/Status'
import { missingLink } from './missing-link'

/** What nobody has recorded, each with the way to fill it in. */
export function MissingList({ missing, ready }: { readonly missing: readonly string[]; readonly ready: boolean }) {
  return (
    <Card bare title="还缺什么" beside={ready && (missing.length === 0 ? <Status tone="done">不缺</Status> : <Status tone="soon">{`${String(missing.length)} 处`}</Status>)}>
      {ready && missing.length === 0 && <p className="report-none mut">报告里的数字和日期都有了。</p>}
      <ul className="report-missing">
        {missing.map((one) => {
          const link = missingLink(one)
          return (
            <li key={one}>
              <span className="grow">{one}</span>
              {link === null ? <span className="sm mut nw">在 Word 里填</span> : <Button onClick={() => go(link.route)}>{link.word}</Button>}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
