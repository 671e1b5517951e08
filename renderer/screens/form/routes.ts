import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    'county-form': object
  }
}
