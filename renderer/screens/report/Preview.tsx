import type { OutputOf } from '../../../shared/contract'

const blank = '【待补】'

/** The text as the Word file will have it; what is missing is marked where it stands. */
export function Preview({ paragraphs }: Pick<OutputOf<'report.preview'>, 'paragraphs'>) {
  return (
    <article className="report-paper">
      {paragraphs.map(({ level, text }, index) => {
        const words = marked(text)
        if (level === 0) return <h2 key={index} className="report-title">{words}</h2>
        if (level === 1) return <h3 key={index}>{words}</h3>
        if (level === 2) return <h4 key={index}>{words}</h4>
        return <p key={index} className={text.startsWith('——') || text.startsWith('主席团主席') ? 'by' : text === '各位代表：' ? 'to' : undefined}>{words}</p>
      })}
    </article>
  )
}

const marked = (text: string) => text.split(blank).flatMap((piece, index) => (index === 0 ? [piece] : [<mark key={index}>{blank}</mark>, piece]))
