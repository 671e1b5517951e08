import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'record', types: ['debrief'], section: 'activities', load: () => import('./DebriefScreen') }),
]
