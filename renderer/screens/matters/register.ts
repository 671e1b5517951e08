import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'quick-reception', section: 'sites', load: () => import('./ReceptionEntry') }),
  defineScreen({ name: 'record', types: ['voter_matter'], section: 'sites', load: () => import('./MatterScreen') }),
]
