import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    /** A table taken in: `as` new = records of today, else 补录 of closed cases; `type` = the record type that is chosen first. */
    'old-ledger': { readonly type?: string; readonly as?: 'new' }
  }
}
