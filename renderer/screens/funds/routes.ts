import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    /** 记支出 with the balance of its line beside it. */
    'fund-expense': { readonly draft?: string; readonly budget?: string }
    /** 误工补贴 of a year by the attendance that is recorded. */
    'fund-allowance': { readonly year: string }
  }
}
