import { useId, useState } from 'react'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'

/** Private records of a lost computer, out of the receipts that this one has read, with the words of the sheet. */
export function RecoverDialog({ onClose }: { readonly onClose: () => void }) {
  const id = useId()
  const [words, setWords] = useState('')
  const recover = useCommand('exchange.recover')
  const [records, setRecords] = useState<number | null>(null)
  const run = async (): Promise<void> => {
    const answer = await recover.run({ key: words })
    if (answer.ok) setRecords(answer.value.records)
  }
  return (
    <Dialog
      title="用恢复单找回"
      onClose={onClose}
      footer={records === null
        ? (
          <>
            <Button onClick={onClose}>先不找</Button>
            <Button look="primary" disabled={words.trim() === ''} busy={recover.busy} onClick={() => void run()}>找回</Button>
          </>
        )
        : <Button look="primary" onClick={onClose}>好</Button>}
    >
      {records !== null
        ? <div className="note done"><div><b>{records === 0 ? '打开了，没有缺的。' : `找回了 ${String(records)} 条。`}</b>身份证号、电话这些记录已经回到本机。</div></div>
        : (
          <>
            <p>先读入县里的回执，再照原来那台电脑的恢复单输入：</p>
            <label htmlFor={id}>恢复单上的字</label>
            <textarea id={id} className="input" rows={3} value={words} autoComplete="off" spellCheck={false} onChange={(event) => setWords(event.target.value)} />
            <span className="sm mut">大小写、空格都不要紧</span>
          </>
        )}
      {recover.error !== null && <ErrorBox failure={recover.error} />}
    </Dialog>
  )
}
