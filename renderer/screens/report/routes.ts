import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    'annual-report': { readonly year?: number }
  }
}
