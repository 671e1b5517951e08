import { useState } from 'react'
import type { OutputOf } from '../../../shared/contract'
import { call } from '../../api'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { Dialog } from '../../ui/Dialog'
import { ErrorBox } from '../../ui/ErrorBox'
import { sayShortDate } from '../../ui/say-date'
import { MovedList } from './MovedList'
import { notifyRules } from './done-notice'
import { stretches } from './stretches'
import { useMoves } from './use-moves'

/** The State Council's notice pasted or read from a file; the days are shown before they count. */
export function HolidayDialog({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: () => void }) {
  const [text, setText] = useState('')
  const [file, setFile] = useState<string | null>(null)
  const [seen, setSeen] = useState<OutputOf<'holidays.read'> | null>(null)
  const moves = useMoves()
  const read = useCommand('holidays.read')
  const source = file === null ? { text } : { file }
  const look = async (from: { readonly text: string } | { readonly file: string }): Promise<void> => {
    const answer = await read.run(from)
    setSeen(answer.ok ? answer.value : null)
  }
  const pick = async (): Promise<void> => {
    const answer = await call('shell.pick-file', { title: '选放假安排文件', kinds: 'any' })
    const path = answer.ok ? answer.value.path : null
    if (path === null) return
    setFile(path)
    await look({ file: path })
  }
  const adopt = async (): Promise<void> => {
    const answer = await read.run({ ...source, adopt: true, move: moves.ids })
    if (!answer.ok) return
    notifyRules(`${answer.value.table.year}年放假安排已记下`, onDone)
    onDone()
    onClose()
  }
  return (
    <Dialog
      title="粘贴放假安排" onClose={onClose}
      footer={
        <>
          <Button onClick={() => void pick()}>从文件读</Button>
          <span className="grow" />
          <Button onClick={onClose}>返回</Button>
          {seen === null
            ? <Button look="primary" busy={read.busy} disabled={text.trim() === ''} onClick={() => void look({ text })}>看看认得对不对</Button>
            : <Button look="primary" busy={read.busy} onClick={() => void adopt()}>采用</Button>}
        </>
      }
    >
      <label htmlFor="holiday-text">国务院办公厅“关于某年部分节假日安排的通知”，连标题整段粘贴：</label>
      <textarea
        id="holiday-text" className="input" rows={seen === null ? 8 : 3} style={{ height: 'auto', marginTop: 8 }} value={text} maxLength={20_000}
        onChange={(event) => { setText(event.target.value); setFile(null); setSeen(null); read.clear() }}
      />
      {file !== null && <p className="sm mut">{file}</p>}
      {read.error !== null && <ErrorBox failure={read.error} />}
      {seen !== null && (
        <>
          <p style={{ marginTop: 10 }}><b>{`${seen.table.year}年`}</b>{`　${seen.table.source}　放假 ${seen.table.off.length} 天，调休上班 ${seen.table.worked.length} 天`}</p>
          <p>放假：{stretches(seen.table.off).map(([first, last]) => (first === last ? sayShortDate(first, first) : `${sayShortDate(first, first)}至${sayShortDate(last, first)}`)).join('、')}</p>
          <p>上班：{seen.table.worked.map((day) => sayShortDate(day, day)).join('、') || '没有'}</p>
          <MovedList moved={seen.moved} moves={moves} />
        </>
      )}
    </Dialog>
  )
}
