import type { RuleEntry } from '../../../shared/rules/rule-book'
import { useQuery } from '../../state/use-query'
import { RuleTag } from '../../ui/RuleTag'
import { Status } from '../../ui/Status'
import type { QuorumSaid } from './quorum-words'

/** The entry of the office's rule book; null until it is known. */
export function useRule(key: string): RuleEntry | null {
  const rules = useQuery('rules.list', {}, { types: [] })
  return rules.data?.entries.find((entry) => entry.key === key) ?? null
}

interface RuleLineProps {
  readonly label: string
  readonly said: QuorumSaid | null
  readonly entry: RuleEntry | null
  /** Nothing to judge yet: said without a tick or a cross. */
  readonly open?: boolean
}

/** Whether there are enough, with the numbers and who says so. */
export function RuleLine({ label, said, entry, open = false }: RuleLineProps) {
  if (said === null) return null
  return (
    <p className="quorum" role="status" aria-label={label}>
      <Status tone={open ? 'idle' : said.enough ? 'done' : 'late'} quiet>{said.say}</Status>
      {entry !== null && <RuleTag who={entry.who}>{entry.source}</RuleTag>}
    </p>
  )
}
