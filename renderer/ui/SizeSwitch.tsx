import { FontSizeOutlined } from '@ant-design/icons'
import { setTextSize, textSizes, textSizeWords, useSession } from '../state/session'
import { Button } from './Button'
import { Icon } from './Icon'

/** 字号：标准 → 大 → 特大 → 标准. Ctrl with + and − does the same from the keyboard. */
export function SizeSwitch() {
  const size = useSession((state) => state.size)
  const next = textSizes[(textSizes.indexOf(size) + 1) % textSizes.length] ?? 'standard'
  return (
    <Button icon={<Icon of={FontSizeOutlined} />} title={`改成${textSizeWords[next]}（Ctrl 加 +、−）`} onClick={() => setTextSize(next)}>
      字号：{textSizeWords[size]}
    </Button>
  )
}
