import './routes'
import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'merge', load: () => import('./MergeScreen') }),
  defineScreen({ name: 'duplicates', section: 'deputies', load: () => import('./DuplicatesScreen') }),
]
