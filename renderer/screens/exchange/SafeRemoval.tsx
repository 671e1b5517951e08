import './exchange.css'
import { UsbOutlined } from '@ant-design/icons'
import { useState } from 'react'
import type { Drive } from '../../../shared/contract/shell'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { ErrorBox } from '../../ui/ErrorBox'
import { Icon } from '../../ui/Icon'
import { Status } from '../../ui/Status'

/** Whether this place is, or was while the screen has been open, a stick: once taken off it is in no list. */
export function useWasStick(drives: readonly Drive[], path: string | null): boolean {
  const there = drives.some((drive) => drive.path === path)
  const [seen, setSeen] = useState(there)
  if (there && !seen) setSeen(true)
  return seen || there
}

/** Takes the stick off and says clearly when it may be pulled out; where the system cannot, what to do instead. */
export function SafeRemoval({ path }: { readonly path: string }) {
  const eject = useCommand('shell.eject')
  const [said, setSaid] = useState<'out' | 'by-hand' | null>(null)
  const run = async (): Promise<void> => {
    const answer = await eject.run({ path })
    if (answer.ok) setSaid(answer.value.out ? 'out' : 'by-hand')
  }
  if (said === 'out') return <div className="removal" role="status"><Status tone="done">可以拔了</Status><span className="mut">U 盘已经移除，现在拔下来。</span></div>
  return (
    <div className="removal">
      {said === 'by-hand'
        ? <div role="status"><Status tone="soon">请手动移除</Status><span className="mut">内容都已写好。请在屏幕右下角（或文件管理器里）对这个 U 盘点“弹出”，再拔下来。</span></div>
        : <Button icon={<Icon of={UsbOutlined} />} busy={eject.busy} onClick={() => void run()}>{eject.busy ? '正在移除，先别拔' : '安全移除 U 盘'}</Button>}
      {eject.error !== null && <ErrorBox failure={eject.error} />}
    </div>
  )
}
