import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'suggestions', section: 'suggestions', load: () => import('./SuggestionsHub') }),
  defineScreen({ name: 'list', types: ['suggestion'], section: 'suggestions', load: () => import('./SuggestionList') }),
  defineScreen({ name: 'record', types: ['suggestion'], section: 'suggestions', load: () => import('./SuggestionScreen') }),
  defineScreen({ name: 'quick-suggestion', section: 'suggestions', load: () => import('./SuggestionEntry') }),
]
