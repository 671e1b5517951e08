import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'home', section: 'home', plain: true, load: () => import('./HomeScreen') }),
  defineScreen({ name: 'todos', section: 'home', plain: true, load: () => import('./TodosScreen') }),
]
