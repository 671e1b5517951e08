import './routes'
import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'term', section: 'deputies', plain: true, load: () => import('./TermScreen') })]
