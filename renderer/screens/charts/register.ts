import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'charts', section: 'statistics', plain: true, load: () => import('./ChartsScreen') })]
