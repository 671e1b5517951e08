import './usual.css'

interface UsualProps {
  readonly label: string
  readonly words: readonly string[]
  readonly onTake: (word: string) => void
}

/** Words that are written often, one press each. */
export function Usual({ label, words, onTake }: UsualProps) {
  if (words.length === 0) return null
  return (
    <div className="usual" role="group" aria-label={label}>
      <span className="mut">常用</span>
      {words.map((word) => <button key={word} type="button" className="link" onClick={() => onTake(word)}>{word}</button>)}
    </div>
  )
}
