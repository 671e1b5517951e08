import './routes'
import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'licences', section: 'settings', plain: true, load: () => import('./LicencesScreen') })]
