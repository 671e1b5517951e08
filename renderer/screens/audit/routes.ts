declare module '../../state/routes' {
  interface Screens {
    audit: object
  }
}

export {}
