import './routes'
import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'deputies', section: 'deputies', load: () => import('./DeputiesScreen') }),
  defineScreen({ name: 'deputy-changes', section: 'deputies', load: () => import('./ChangesScreen') }),
  defineScreen({ name: 'deputy', section: 'deputies', load: () => import('./DeputyScreen') }),
  defineScreen({ name: 'record', types: ['mandate'], load: () => import('./MandateScreen') }),
  defineScreen({ name: 'record', types: ['by_election'], load: () => import('./ByElectionScreen') }),
  defineScreen({ name: 'edit', types: ['mandate'], load: () => import('./MandateForm') }),
]
