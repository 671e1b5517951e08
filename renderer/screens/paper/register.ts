import './routes'
import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'paper', section: 'home', load: () => import('./PaperScreen') })]
