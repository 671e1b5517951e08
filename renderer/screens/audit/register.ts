import './routes'
import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'audit', section: 'settings', plain: true, load: () => import('./AuditScreen') })]
