import { useState, type RefObject, type SyntheticEvent } from 'react'
import { Status } from './Status'

/** One line for words: not a tick, a number's arrows or a file. */
export const lines = 'input:not([type]), input[type=text]'

/** Where words were typed that closing would take away; what one looks for with, and secrets, are no loss. */
const holdsWords = (box: HTMLElement): boolean =>
  [...box.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(`${lines}, textarea`)].some((field) => !field.matches('[role=searchbox], [role=combobox], [readonly]') && field.value.trim() !== '')

interface AskOnce {
  readonly onInput: (event: SyntheticEvent) => void
  /** Closes, or asks where words would be lost that it has not asked about yet. */
  readonly leave: () => void
  /** The question, where it was asked. */
  readonly question: React.ReactNode
}

/** Esc takes words that are kept nowhere only when it is pressed again. */
export function useAskOnce(box: RefObject<HTMLElement | null>, onClose: () => void): AskOnce {
  const [typed, setTyped] = useState(false)
  const [asked, setAsked] = useState(false)
  return {
    onInput: (event) => {
      if (!(event.target as HTMLElement).matches(`${lines}, textarea`)) return
      setTyped(true)
      setAsked(false)
    },
    leave: () => {
      if (typed && !asked && box.current !== null && holdsWords(box.current)) setAsked(true)
      else onClose()
    },
    question: asked && <p className="asked" role="alert"><Status tone="soon">写的还没有用上。再按一次 Esc 就关掉，不留下。</Status></p>,
  }
}
