declare module '../../state/routes' {
  interface Screens {
    /** Two records of one person or unit. Without `into` the other one is looked for first. */
    merge: { readonly type: string; readonly from: string; readonly into?: string }
    duplicates: object
  }
}

export {}
