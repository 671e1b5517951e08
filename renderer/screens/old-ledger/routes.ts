import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    /** 补录 of an old ledger; `type` = the record type that is chosen first. */
    'old-ledger': { readonly type?: string }
  }
}
