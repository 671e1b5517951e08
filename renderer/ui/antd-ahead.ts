import { loadedAhead } from './loaded-ahead'

/** The scope of antd, in a module of its own: home is painted without it. */
export const loadAntd = () => import('./AntdScope')

export const { Shown: AntdScope } = loadedAhead(loadAntd)
