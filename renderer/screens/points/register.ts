import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'list', types: ['score'], section: 'activities', load: () => import('./ScoresScreen') }),
  defineScreen({ name: 'list', types: ['assessment'], section: 'documents', load: () => import('./AssessmentScreen') }),
]
