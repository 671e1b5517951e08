import { loadedAhead } from './loaded-ahead'

/** The scope of antd, in a module of its own: home is painted without it. */
const ahead = loadedAhead(() => import('./AntdScope'))

export const AntdScope = ahead.Shown
export const preloadAntd = ahead.preload
