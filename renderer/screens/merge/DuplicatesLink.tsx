import './routes'
import { go } from '../../state/navigation'
import { useQuery } from '../../state/use-query'
import { Button } from '../../ui/Button'

/** Says how many pairs of people may be one person; nothing while there is none. */
export function DuplicatesLink() {
  const { data } = useQuery('merge.pairs', {}, { types: ['person', 'person_private', 'mandate'], wait: 200 })
  const count = data?.pairs.length ?? 0
  return count === 0 ? null : <Button look="text" onClick={() => go({ screen: 'duplicates' })}>{`可能重复 ${count} 对`}</Button>
}
