import { AuditOutlined, CalendarOutlined, EyeOutlined, FormOutlined, UserAddOutlined } from '@ant-design/icons'
import { go } from '../../state/navigation'
import type { Route } from '../../state/routes'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'

const entries = [
  { word: '记活动', icon: CalendarOutlined, route: { screen: 'quick-activity' } },
  { word: '记接待', icon: UserAddOutlined, route: { screen: 'quick-reception' } },
  { word: '记建议', icon: FormOutlined, route: { screen: 'quick-suggestion' } },
  { word: '记会议', icon: AuditOutlined, route: { screen: 'quick-meeting' } },
  { word: '记监督', icon: EyeOutlined, route: { screen: 'quick-supervision' } },
] as const satisfies readonly { readonly word: string; readonly icon: unknown; readonly route: Route }[]

/** Why he opens the program: the five entries, always at the same place. */
export function QuickEntries() {
  return (
    <div className="quick" role="group" aria-label="快速登记">
      {entries.map(({ word, icon, route }) => <Button key={word} icon={<Icon of={icon} />} onClick={() => go(route)}>{word}</Button>)}
    </div>
  )
}
