import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    /** Records that two computers changed at the same time; `id` is shown first. */
    conflicts: { readonly id?: string }
  }
}
