import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    charts: { readonly from?: string; readonly to?: string; readonly town?: string }
  }
}
