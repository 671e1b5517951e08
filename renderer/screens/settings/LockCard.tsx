import { call } from '../../api'
import { notifyFailure } from '../../state/notices'
import { lockChoices, setLockMinutes, useLockMinutes } from '../../state/idle-lock'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Segmented } from '../../ui/Segmented'

/** Locks now, or by itself when nobody has typed for a while. Drafts are kept. */
export function LockCard() {
  const minutes = useLockMinutes()
  const lock = async (): Promise<void> => {
    const answer = await call('office.lock', {})
    if (!answer.ok) notifyFailure(answer)
  }
  return (
    <Card title="锁上" tools={<Button onClick={() => void lock()}>现在锁上</Button>}>
      <div className="row">
        <span className="mut">没有操作多久以后自动锁上</span>
        <Segmented label="自动锁上" options={lockChoices} value={String(minutes)} onChange={(value) => setLockMinutes(Number(value))} />
      </div>
    </Card>
  )
}
