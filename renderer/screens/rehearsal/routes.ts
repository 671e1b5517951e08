import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    rehearsal: { readonly year?: number }
  }
}
