import { EyeOutlined, FilePdfOutlined, PrinterOutlined } from '@ant-design/icons'
import { useState, type ReactNode } from 'react'
import { fileSafe } from '../../shared/exchange/names'
import type { Result } from '../../shared/result'
import { notifyFailure } from '../state/notices'
import { useOffice } from '../state/session'
import { Button } from '../ui/Button'
import { Icon } from '../ui/Icon'
import { inFolder, useOutFolder } from './out-folder'
import { PreviewDialog } from './PreviewDialog'
import { printSheet, saveSheet } from './print-sheet'

interface SheetButtonsProps {
  /** Of the PDF, without day and ending. */
  readonly name: string
  /** The whole of what the screen shows; null while there is nothing. A function reads first what the screen has not read. */
  readonly sheet: ReactNode | (() => Promise<Result<ReactNode>>)
}

/** 打印 and 存成 PDF of a screen's own list: every row of it, not only those that were scrolled to. */
export function SheetButtons({ name, sheet }: SheetButtonsProps) {
  const today = useOffice()?.today ?? ''
  const { folder } = useOutFolder()
  const [busy, setBusy] = useState(false)
  const [shown, setShown] = useState<ReactNode>(null)
  const none = sheet === null
  const put = async (send: (sheet: ReactNode) => Promise<void>): Promise<void> => {
    setBusy(true)
    if (typeof sheet === 'function') {
      const read = await sheet()
      if (read.ok) await send(read.value)
      else notifyFailure(read)
    } else await send(sheet)
    setBusy(false)
  }
  const look = async (): Promise<void> => {
    setBusy(true)
    const read = typeof sheet === 'function' ? await sheet() : { ok: true as const, value: sheet }
    setBusy(false)
    if (read.ok) setShown(read.value)
    else notifyFailure(read)
  }
  const path = inFolder(folder, `${fileSafe(`${name} ${today}`)}.pdf`)
  return (
    <>
      {shown !== null && <PreviewDialog sheet={shown} onPrint={() => void put(printSheet)} onClose={() => setShown(null)} />}
      <Button look="text" icon={<Icon of={EyeOutlined} />} busy={busy} disabled={none} onClick={() => void look()}>预览</Button>
      <Button look="text" icon={<Icon of={PrinterOutlined} />} busy={busy} disabled={none} onClick={() => void put(printSheet)}>打印</Button>
      <Button look="text" icon={<Icon of={FilePdfOutlined} />} busy={busy} disabled={none || folder === ''} onClick={() => void put((one) => saveSheet(one, path))}>存成 PDF</Button>
    </>
  )
}
