import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'quick-suggestion', section: 'suggestions', load: () => import('./SuggestionEntry') }),
  defineScreen({ name: 'quick-supervision', section: 'supervision', load: () => import('./SupervisionEntry') }),
]
