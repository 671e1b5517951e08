import './routes'
import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'own-fields', section: 'settings', load: () => import('./FieldsScreen') })]
