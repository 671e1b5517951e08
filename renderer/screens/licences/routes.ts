declare module '../../state/routes' {
  interface Screens {
    licences: object
  }
}

export {}
