import { defineScreen } from '../screens/define-screen'

const hub = () => import('./HubScreen')

export const screens = [
  defineScreen({ name: 'list', load: () => import('./ListScreen') }),
  defineScreen({ name: 'record', load: () => import('./RecordScreen') }),
  defineScreen({ name: 'edit', load: () => import('./EditScreen') }),
  defineScreen({ name: 'meetings', section: 'meetings', load: hub }),
  defineScreen({ name: 'activities', section: 'activities', load: hub }),
  defineScreen({ name: 'supervision', section: 'supervision', load: hub }),
  defineScreen({ name: 'documents', section: 'documents', load: hub }),
]
