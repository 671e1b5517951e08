import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'settings', section: 'settings', plain: true, load: () => import('./SettingsScreen') })]
