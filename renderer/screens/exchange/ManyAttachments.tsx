import type { ExchangeState } from '../../../shared/contract/exchange'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { sayBytes } from '../../ui/say-date'

/** Above so many bytes of attachments a package takes minutes, and the person is asked first. */
export const askAbove = 500_000_000

const part = 500

interface ManyAttachmentsProps {
  readonly unsent: ExchangeState['unsent']
  /** Megabytes of attachments; absent = as many as fit. */
  readonly onSend: (attachmentsMb?: number) => void
  readonly onClose: () => void
}

/** Photos are many: all now, the newest now, or none; records never wait for them. */
export function ManyAttachments({ unsent, onSend, onClose }: ManyAttachmentsProps) {
  return (
    <Dialog
      title="附件很多，这次带多少？"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>先不报</Button>
          <Button onClick={() => onSend(0)}>这次不带附件</Button>
          <Button onClick={() => onSend(part)}>{`先带最新的 ${String(part)} MB`}</Button>
          <Button look="primary" onClick={() => onSend()}>全部带上</Button>
        </>
      }
    >
      <p>{`附件 ${String(unsent.files)} 个，约 ${sayBytes(unsent.bytes)}，旧 U 盘要写十几分钟。`}</p>
      <p className="mut">记录一条不少，这次都报。没有带上的附件，下一包接着带。</p>
    </Dialog>
  )
}
