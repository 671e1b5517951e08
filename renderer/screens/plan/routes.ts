import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    /** The plan of a year beside what was done; default: the present year. */
    plan: { readonly year?: number }
  }
}
