import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    /** `month` = YYYY-MM, absent = this month. */
    calendar: { readonly month?: string }
    /** What the law wants of a year; absent = this year. */
    year: { readonly year?: number }
  }
}
