import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'quick-activity', section: 'activities', load: () => import('./ActivityEntry') }),
]
