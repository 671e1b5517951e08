import { LockOutlined } from '@ant-design/icons'
import { EntryField } from '../../entry/EntryField'
import type { Entry } from '../../entry/use-entry'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { visitorVillage } from './reception-to-save'

/** Who came, where they say it: it stays in the town. */
export function VisitorCard({ entry }: { readonly entry: Entry }) {
  return (
    <Card className="entry-form matter-visitor" title="反映人" beside={<span className="mut sm row"><Icon of={LockOutlined} />选填，只留在镇里</span>}>
      {entry.values['anonymous'] !== true && (
        <>
          <EntryField entry={entry} type="visitor" name="name" required={false} />
          <EntryField entry={entry} type="visitor" name="phone" />
          <EntryField entry={entry} type="visitor" name="village" at={visitorVillage} />
          <EntryField entry={entry} type="visitor" name="address" />
        </>
      )}
      <EntryField entry={entry} type="voter_matter" name="anonymous" as={{ label: '不留名' }} />
    </Card>
  )
}
