import type { GuideStep } from '../../../shared/contract/guide'

declare module '../../state/routes' {
  interface Screens {
    /** The first hour; without `step` at the first thing that is still to do. */
    guide: { readonly step?: GuideStep }
  }
}
export {}
