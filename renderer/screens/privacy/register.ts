import './routes'
import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'privacy', section: 'settings', plain: true, load: () => import('./PrivacyScreen') })]
