import { Button } from '../ui/Button'
import { askWhy, type Asked } from '../state/ask-why'

/** 怎么来的, beside a number or a day. `about` completes its name for screen readers. */
export function WhyButton({ asked, about, word = '怎么来的' }: { readonly asked: Asked; readonly about: string; readonly word?: string }) {
  return <Button look="text" className="why-button" aria-label={`${about}${word}`} onClick={() => askWhy(asked)}>{word}</Button>
}
