/** The office went to another computer: this one says so, and nothing else can be done by mistake. */
import type { OfficeInfo } from '../../../shared/contract/office'
import { call } from '../../api'
import { openOffice } from '../../state/session'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { DoorFrame } from '../../ui/DoorFrame'
import { ErrorBox } from '../../ui/ErrorBox'
import { sayDate } from '../../ui/say-date'

interface MovedDoorProps {
  readonly moved: NonNullable<OfficeInfo['moved']>
}

export function MovedDoor({ moved }: MovedDoorProps) {
  const stay = useCommand('office.stay')
  const back = async (): Promise<void> => {
    const answer = await stay.run({})
    if (answer.ok) openOffice(answer.value.office)
  }
  return (
    <DoorFrame title="这台电脑已停用" narrow>
      <div style={{ padding: '20px 24px', display: 'grid', gap: 16 }}>
        <div className="note done"><div><b>{`${sayDate(moved.on)}，记录已经全部写到 U 盘，核对无误。`}</b><br />{moved.file}</div></div>
        <ol style={{ display: 'grid', gap: 6 }}>
          <li>1. 到新电脑上装好软件，第一屏点“换了电脑、加一台电脑”。</li>
          <li>2. 选 U 盘上名字带“搬家”的文件，输现在的密码。</li>
          <li>3. 新电脑上看过记录都在，这台就可以交出去了；交出去以前，请维护人员把硬盘清掉。</li>
        </ol>
        {stay.error !== null && <ErrorBox failure={stay.error} />}
        <div className="row">
          <Button busy={stay.busy} onClick={() => void back()}>没有搬成，还在这台用</Button>
          <span className="grow" />
          <Button look="primary" onClick={() => void call('office.lock', {})}>锁上</Button>
        </div>
        <p className="mut">只有新电脑上还没有记过东西，才点“没有搬成”：两台都记，县里会看到两份不一样的。</p>
      </div>
    </DoorFrame>
  )
}
