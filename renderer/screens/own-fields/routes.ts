declare module '../../state/routes' {
  interface Screens {
    /** `type` = whose fields are shown first. */
    'own-fields': { readonly type?: string }
  }
}

export {}
