import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'towns', section: 'towns', plain: true, load: () => import('./TownsScreen') }),
  defineScreen({ name: 'import', section: 'import', plain: true, load: () => import('./ImportScreen') }),
  defineScreen({ name: 'conflicts', section: 'import', plain: true, load: () => import('./ConflictsScreen') }),
]
