import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'quick-supervision', section: 'supervision', load: () => import('./SupervisionEntry') }),
  defineScreen({ name: 'record', types: ['supervision'], section: 'supervision', load: () => import('./SupervisionScreen') }),
]
