import type {} from './routes'
import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'plan', section: 'supervision', load: () => import('./PlanScreen') }),
]
