import './routes'
import { go } from '../../state/navigation'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'

/** The way to the licences of what is built in. */
export function LicencesCard() {
  return (
    <Card title="开放源代码许可" tools={<Button onClick={() => go({ screen: 'licences' })}>查看</Button>}>
      <p className="mut">本软件用到的别人的程序，各按什么许可。</p>
    </Card>
  )
}
