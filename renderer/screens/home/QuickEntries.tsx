import { AuditOutlined, CalendarOutlined, EyeOutlined, FormOutlined, ScanOutlined, UserAddOutlined } from '@ant-design/icons'
import type {} from '../paper/routes'
import { go } from '../../state/navigation'
import { useTakesNone } from '../../state/session'
import { quickEntries } from '../../state/quick-entries'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'

const icons = { 记活动: CalendarOutlined, 记接待: UserAddOutlined, 记建议: FormOutlined, 记会议: AuditOutlined, 记监督: EyeOutlined } as const

/** Why he opens the program: the five entries and the sheets that came back, always at the same place. */
export function QuickEntries() {
  const none = useTakesNone()
  if (none) return null
  return (
    <div className="quick" role="group" aria-label="快速登记">
      {quickEntries.map(({ word, route }, index) => <Button key={word} icon={<Icon of={icons[word]} />} title={`Alt 加 ${index + 1}`} aria-keyshortcuts={`Alt+${index + 1}`} onClick={() => go(route)}>{word}</Button>)}
      <Button icon={<Icon of={ScanOutlined} />} onClick={() => go({ screen: 'paper' })}>收回来的纸</Button>
    </div>
  )
}
