import type {} from '../screens/merge/routes'
import { MergeOutlined } from '@ant-design/icons'
import type { Rec } from '../../shared/record'
import { go } from '../state/navigation'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'

/** What is written down twice by mistake: people and units, and what both are named after. */
const mergeable: readonly string[] = ['person', 'organisation', 'village', 'site', 'group']

/** Opens the merging of a record with its duplicate; nothing where a record of this type is no person or unit. */
export function MergeButton({ record }: { readonly record: Rec }) {
  if (!mergeable.includes(record.type)) return null
  return <Button look="text" icon={<Icon of={MergeOutlined} />} onClick={() => go({ screen: 'merge', type: record.type, from: record.id })}>重复了，合并</Button>
}
