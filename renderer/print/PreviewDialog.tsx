import type { ReactNode } from 'react'
import { Button } from '../ui/Button'
import { Dialog } from '../ui/Dialog'

interface PreviewDialogProps {
  readonly sheet: ReactNode
  readonly onPrint: () => void
  readonly onClose: () => void
}

/** The sheet as it comes out of the printer, on a page of its width; what is longer goes on to the next pages. */
export function PreviewDialog({ sheet, onPrint, onClose }: PreviewDialogProps) {
  return (
    <Dialog title="打印预览" onClose={onClose} footer={<><Button onClick={onClose}>先不打印</Button><Button look="primary" onClick={() => { onClose(); onPrint() }}>打印</Button></>}>
      <div className="sheet-preview" tabIndex={0} role="document" aria-label="打印出来的样子">{sheet}</div>
    </Dialog>
  )
}
