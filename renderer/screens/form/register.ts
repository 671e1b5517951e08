import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'county-form', section: 'statistics', plain: true, load: () => import('./FormScreen') })]
