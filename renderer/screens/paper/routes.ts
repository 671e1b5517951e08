import type {} from '../../state/routes'

declare module '../../state/routes' {
  interface Screens {
    /** 收回来的纸: scans and photographs that find their records. */
    paper: object
  }
}
