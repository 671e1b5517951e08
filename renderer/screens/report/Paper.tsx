import { EditOutlined } from '@ant-design/icons'
import type { ReportDraft, ReportPiece } from '../../../shared/contract/report'
import { Button } from '../../ui/Button'
import { Icon } from '../../ui/Icon'
import { Status } from '../../ui/Status'
import { askWhy } from '../../state/ask-why'
import { PieceEditor } from './PieceEditor'
import { saidIn } from './said'

interface PaperProps {
  readonly draft: ReportDraft
  readonly year: number
  /** Key of the paragraph that is being written in. */
  readonly open: string | null
  readonly onOpen: (key: string | null) => void
}

/** The report as the Word file will have it: every paragraph can be written in, every number says where it comes from. */
export function Paper({ draft, year, open, onOpen }: PaperProps) {
  const closed = draft.frozen !== null
  return (
    <article className="report-paper">
      {draft.pieces.map((piece, index) => {
        const key = piece.key === '' ? `fixed ${String(index)}` : piece.key
        if (piece.key !== '' && piece.key === open) return <PieceEditor key={key} piece={piece} year={year} onClose={() => onOpen(null)} />
        return <Piece key={key} piece={piece} draft={draft} {...(closed || piece.key === '' ? {} : { onEdit: () => onOpen(piece.key) })} />
      })}
    </article>
  )
}

function Piece({ piece, draft, onEdit }: { readonly piece: ReportPiece; readonly draft: ReportDraft; readonly onEdit?: () => void }) {
  const words = (
    <>
      <Words piece={piece} draft={draft} />
      {onEdit !== undefined && (
        <Button look="text" className="report-edit" icon={<Icon of={EditOutlined} />} aria-label={`改这一段：${piece.text.slice(0, 12)}`} onClick={onEdit}>
          {piece.moved !== null ? '自动稿有变' : piece.edited ? '已改' : '改'}
        </Button>
      )}
    </>
  )
  const mine = piece.edited ? 'mine' : undefined
  if (piece.level === 0) return <h2 className="report-title">{words}</h2>
  if (piece.level === 1) return <h3 className={mine}>{words}</h3>
  if (piece.level === 2) return <h4 className={mine}>{words}</h4>
  const place = piece.text.startsWith('——') || piece.text.startsWith('主席团主席') ? 'by' : piece.text === '各位代表：' ? 'to' : ''
  return <p className={[place, mine ?? ''].join(' ').trim() || undefined} data-piece={piece.key}>{words}</p>
}

/** The text with its numbers to be pressed and its gaps marked. */
function Words({ piece, draft }: { readonly piece: ReportPiece; readonly draft: ReportDraft }) {
  return saidIn(piece).map(({ text, use }, index) => {
    if (text === '【待补】') return <mark key={index}>{text}</mark>
    if (use === null) return text
    const path = use.part === undefined ? use.indicator : `${use.indicator}/${use.part}`
    return (
      <button key={index} type="button" className="report-number" title="这个数怎么来的" onClick={() => askWhy({ of: 'figure', input: { from: draft.from, to: draft.to, indicator: path } })}>{text}</button>
    )
  })
}

/** What was written and has no place now, and what is hidden, each with its way back. */
export function Aside({ draft, onShow, onDrop }: { readonly draft: ReportDraft; readonly onShow: (key: string) => void; readonly onDrop: (key: string) => void }) {
  if (draft.hidden.length === 0 && draft.orphans.length === 0) return null
  return (
    <div className="report-aside">
      {draft.orphans.map(({ key, text }) => (
        <p key={key}><Status tone="soon">原来那条记录没有了</Status><span className="grow">{text}</span><Button look="text" onClick={() => onDrop(key)}>不要了</Button></p>
      ))}
      {draft.hidden.map(({ key, text }) => (
        <p key={key}><Status tone="idle">不写进报告</Status><span className="grow cut" title={text}>{text}</span><Button look="text" onClick={() => onShow(key)}>放回去</Button></p>
      ))}
    </div>
  )
}
