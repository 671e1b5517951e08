import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    /** The ballot on the candidates of a year. */
    'project-vote': { readonly year?: number; readonly draft?: string }
  }
}
