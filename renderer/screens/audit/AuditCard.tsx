import './routes'
import { go } from '../../state/navigation'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'

/** The way to 操作记录 from the settings. */
export function AuditCard() {
  return (
    <Card title="操作记录" tools={<Button onClick={() => go({ screen: 'audit' })}>查看</Button>}>
      谁在什么时候登记、修改、查看、打印、导出过什么，都自动记着。
    </Card>
  )
}
