import type { ComponentType } from 'react'

interface IconLooks {
  readonly 'aria-hidden': 'true'
  readonly 'aria-label': string
  readonly role: string
  readonly className?: string
}

/** An icon of the Ant Design set beside a word. The word says it all, so it is hidden from screen readers. */
export function Icon({ of: Drawing, className }: { readonly of: ComponentType<IconLooks>; readonly className?: string }) {
  return <Drawing aria-hidden="true" aria-label="" role="presentation" {...(className === undefined ? {} : { className })} />
}
