import './handover.css'
import { go } from '../../state/navigation'
import { useOffice } from '../../state/session'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { PageHead } from '../../ui/PageHead'
import type {} from '../term/routes'
import { ChairCard } from './ChairCard'
import { MoveCard } from './MoveCard'
import { SecondCard } from './SecondCard'

/** What happens once in years, each in one guided step: another person, another term, another computer, one more computer. */
export default function HandoverScreen() {
  const office = useOffice()
  if (office === null) return null
  const town = office.role === 'town'
  return (
    <>
      <PageHead title="换人、换电脑" crumb="设置" onCrumb={() => go({ screen: 'settings', part: 'office' })} beside="几年一次的事，一步一步带着做" />
      <div className="body handover">
        <ChairCard office={office} />
        {town && (
          <Card title="换届" tools={<Button onClick={() => go({ screen: 'term' })}>去换届</Button>}>
            <p>新一届代表选出来了：连任的打勾，新当选的填名字，一次办好。上届的记录都留着，还可以整届存档。</p>
          </Card>
        )}
        <MoveCard />
        {town && <SecondCard office={office} />}
      </div>
    </>
  )
}
