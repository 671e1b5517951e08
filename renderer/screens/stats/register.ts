import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'statistics', section: 'statistics', plain: true, load: () => import('./StatsScreen') })]
