import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    /** 换届: the present term closed, the next one made; `id` = a term that is being prepared. */
    term: { readonly id?: string }
  }
}
