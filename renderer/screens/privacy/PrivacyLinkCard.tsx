import './routes'
import { go } from '../../state/navigation'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'

/** The way to 个人信息保护 from the settings. */
export function PrivacyLinkCard() {
  return (
    <Card title="个人信息保护" tools={<Button onClick={() => go({ screen: 'privacy' })}>查看</Button>}>
      存了谁的什么、放在哪里、留多久，影响评估记录，告知书。
    </Card>
  )
}
