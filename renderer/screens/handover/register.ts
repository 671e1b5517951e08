import './routes'
import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'handover', section: 'settings', plain: true, load: () => import('./HandoverScreen') })]
