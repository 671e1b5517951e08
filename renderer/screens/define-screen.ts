/** How a folder under screens/ offers its screens to the window, without any other file knowing of it. */
import type { ComponentType } from 'react'
import type { RailKey, Route, ScreenName, ScreenProps } from '../state/routes'

export interface ScreenEntry {
  readonly name: ScreenName
  /** For `list`, `record` and `edit`: the record types that this screen is for, before the general one. */
  readonly types?: readonly string[]
  /** The item of the rail; absent = by the record type's menu, else none. */
  readonly section?: RailKey
  /** Uses nothing of antd, so that it can be painted without it. */
  readonly plain?: true
  /** Loads the module whose default export is the screen. */
  readonly load: () => Promise<{ readonly default: ComponentType<{ readonly route: Route }> }>
}

type Spec<N extends ScreenName> = Omit<ScreenEntry, 'load' | 'name'> & {
  readonly name: N
  readonly load: () => Promise<{ readonly default: ComponentType<ScreenProps<N>> }>
}

/** `export const screens = [defineScreen({ name: 'help', section: 'settings', load: () => import('./Help') })]` in register.ts. */
export function defineScreen<N extends ScreenName>(spec: Spec<N>): ScreenEntry {
  // The registry hands a screen only routes of its own name, so the narrower component is safe.
  return spec as unknown as ScreenEntry
}
