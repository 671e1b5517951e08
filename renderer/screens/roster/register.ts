import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'roster', section: 'deputies', load: () => import('./RosterScreen') })]
