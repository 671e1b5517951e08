import { useState } from 'react'
import type { ReportPiece } from '../../../shared/contract/report'
import { useCommand } from '../../state/use-command'
import { Button } from '../../ui/Button'
import { ErrorBox } from '../../ui/ErrorBox'
import { forgetTyped, keepTyped, typedOf } from './typed'

interface PieceEditorProps {
  readonly piece: ReportPiece
  readonly year: number
  readonly onClose: () => void
}

/** One paragraph to be written in. Numbers that are left standing go on living; what is typed outlives leaving the screen. */
export function PieceEditor({ piece, year, onClose }: PieceEditorProps) {
  const [text, setText] = useState(typedOf(year, piece.key) ?? piece.text)
  const [more, setMore] = useState<string | null>(null)
  const edit = useCommand('report.edit')
  const run = async (change: { readonly text?: string; readonly auto?: boolean; readonly hidden?: boolean; readonly after?: boolean }): Promise<boolean> => {
    const done = await edit.run({ year, key: piece.key, ...change })
    if (done.ok) forgetTyped(year, piece.key)
    return done.ok
  }
  const save = async (): Promise<void> => {
    if (text !== piece.text && !await run({ text })) return
    if (more !== null && more.trim() !== '' && !await run({ after: true, text: more })) return
    onClose()
  }
  const and = async (change: Parameters<typeof run>[0]): Promise<void> => {
    if (await run(change)) onClose()
  }
  return (
    <div className="report-editor" data-piece={piece.key}>
      <textarea
        className="input" aria-label="这一段" autoFocus value={text}
        onChange={(event) => { setText(event.target.value); keepTyped(year, piece.key, event.target.value) }}
      />
      {piece.figures.length > 0 && <p className="sm mut">没有动过的数字以后跟着记录变；改过的数字就不再变了。</p>}
      {piece.moved !== null && <p className="note soon"><span><b>自动稿现在是：</b>{piece.moved}</span></p>}
      {more === null
        ? <Button look="text" onClick={() => setMore('')}>在后面加一段</Button>
        : <textarea className="input" aria-label="加的一段" autoFocus value={more} onChange={(event) => setMore(event.target.value)} />}
      {edit.error !== null && <ErrorBox failure={edit.error} />}
      <div className="row">
        <Button look="primary" busy={edit.busy} onClick={() => void save()}>保存</Button>
        <Button onClick={() => { forgetTyped(year, piece.key); onClose() }}>不改了</Button>
        <span className="grow" />
        {piece.edited && !piece.added && <Button look="text" onClick={() => void and({ auto: true })}>换回自动稿</Button>}
        <Button look="text" onClick={() => void and(piece.added ? { auto: true } : { hidden: true })}>{piece.added ? '删掉这段' : '不写这段'}</Button>
      </div>
    </div>
  )
}
