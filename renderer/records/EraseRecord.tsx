import { useId, useState } from 'react'
import type { RecordPage } from '../../shared/contract/records'
import { back } from '../state/navigation'
import { notify } from '../state/notices'
import { useCommand } from '../state/use-command'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'
import { ErrorBox } from '../ui/ErrorBox'

/** Erasing a private record for ever, as the person concerned may ask: not even its history stays. */
export function EraseRecord({ page, onClose }: { readonly page: RecordPage; readonly onClose: () => void }) {
  const id = useId()
  const [reason, setReason] = useState('本人要求删除')
  const erase = useCommand('record.erase')
  const run = async (): Promise<void> => {
    const answer = await erase.run({ id: page.record.id, reason })
    if (!answer.ok) return
    notify({ tone: 'done', text: '已经抹去，不能恢复' })
    onClose()
    back()
  }
  return (
    <Dialog
      title="彻底抹去这条个人信息？"
      onClose={onClose}
      footer={<><Button onClick={onClose}>不抹去</Button><Button look="danger" disabled={reason.trim() === ''} busy={erase.busy} onClick={() => void run()}>彻底抹去</Button></>}
    >
      <div>
        <b>{page.title}</b>
        <div>连同以前的修改一起抹掉，回收站里也没有，不能恢复。本镇别的电脑读入下一份回执后也会抹去。</div>
      </div>
      <label htmlFor={id} className="req">原因</label>
      <input id={id} className="input" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
      {erase.error !== null && <ErrorBox failure={erase.error} />}
    </Dialog>
  )
}
