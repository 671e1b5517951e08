import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'help', section: 'settings', plain: true, load: () => import('./HelpScreen') })]
