import { useState } from 'react'
import { useQuery } from '../../state/use-query'
import { Loaded } from '../../ui/Loading'
import { HolidaysCard } from '../rules/HolidaysCard'
import { OfferStrip } from '../rules/OfferStrip'
import { RulesCard } from '../rules/RulesCard'
import { UpdateDialog, type UpdateSource } from '../rules/UpdateDialog'
import { useOffice } from '../../state/session'

/** Every time limit and threshold that the reminders use, who says so, and the days that are worked; all of it can be changed and taken back. */
export function RulesPart() {
  const office = useOffice()
  const rules = useQuery('rules.list', {})
  const [update, setUpdate] = useState<UpdateSource | null>(null)
  return (
    <>
      <Loaded query={rules} rows={8}>
        {(list) => (
          <>
            <OfferStrip offers={list.offers} onOpen={(offer) => setUpdate({ offer })} />
            <RulesCard rules={list} county={office?.role === 'county'} onUpdate={(file) => setUpdate({ file })} onDone={rules.reload} />
            <HolidaysCard rules={list} onDone={rules.reload} />
          </>
        )}
      </Loaded>
      {update !== null && <UpdateDialog source={update} onClose={() => setUpdate(null)} onDone={rules.reload} />}
    </>
  )
}
