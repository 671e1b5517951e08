/** Status = shape + word + colour: it reads in a black-and-white print. ◆ late, ▲ soon, ◐ doing, ✓ done, ○ idle. */
export type Tone = 'late' | 'soon' | 'doing' | 'done' | 'idle'

interface StatusProps {
  readonly tone: Tone
  readonly children: React.ReactNode
  /** A tag on its own ground; otherwise in the line. */
  readonly box?: boolean
  /** Normal weight, for a sentence. */
  readonly quiet?: boolean
}

export function Status({ tone, children, box = false, quiet = false }: StatusProps) {
  return <span className={`st ${tone}${box ? ' box' : ''}${quiet ? ' quiet' : ''}`}>{children}</span>
}
