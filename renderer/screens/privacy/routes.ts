declare module '../../state/routes' {
  interface Screens {
    privacy: object
  }
}

export {}
