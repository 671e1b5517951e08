import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'deputies', section: 'deputies', load: () => import('./DeputiesScreen') }),
  defineScreen({ name: 'deputy', section: 'deputies', load: () => import('./DeputyScreen') }),
]
