import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    /** A new order of the county to its towns. */
    'order-new': object
  }
}
