import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'bin', section: 'settings', plain: true, load: () => import('./BinScreen') })]
