import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    /** 换人、换电脑: a new chair, the end of the term, another computer, a second one. */
    handover: object
  }
}
