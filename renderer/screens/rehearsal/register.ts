import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'rehearsal', section: 'statistics', plain: true, load: () => import('./RehearsalScreen') })]
