import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    /** Who came and left in a year; absent = this year. */
    'deputy-changes': { readonly year?: number }
  }
}
