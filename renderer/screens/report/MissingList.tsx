import { go } from '../../state/navigation'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Status } from '../../ui/Status'
import { missingLink } from './missing-link'

interface MissingListProps {
  readonly missing: readonly string[]
  readonly ready: boolean
  /** Opens the paragraph that lacks it; null where it stands in none that can be written in. */
  readonly onWrite: (words: string) => (() => void) | null
}

/** What nobody has recorded, each with the way to fill it in: the record, or the paragraph itself. */
export function MissingList({ missing, ready, onWrite }: MissingListProps) {
  return (
    <Card bare title="还缺什么" beside={ready && (missing.length === 0 ? <Status tone="done">不缺</Status> : <Status tone="soon">{`${String(missing.length)} 处`}</Status>)}>
      {ready && missing.length === 0 && <p className="report-none mut">报告里的数字和日期都有了。</p>}
      <ul className="report-missing">
        {missing.map((one) => {
          const link = missingLink(one)
          const write = onWrite(one)
          return (
            <li key={one}>
              <span className="grow">{one}</span>
              {write !== null && <Button look={link === null ? 'plain' : 'text'} aria-label={`在文中写${one}`} onClick={write}>在文中写</Button>}
              {link !== null && <Button onClick={() => go(link.route)}>{link.word}</Button>}
              {link === null && write === null && <span className="sm mut nw">在 Word 里填</span>}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
