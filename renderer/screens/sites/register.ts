import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'sites', section: 'sites', load: () => import('./SitesHub') }),
  defineScreen({ name: 'list', types: ['site'], section: 'sites', load: () => import('./SitesScreen') }),
  defineScreen({ name: 'record', types: ['site'], section: 'sites', load: () => import('./SitePage') }),
]
