import './routes'
import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'calendar', section: 'home', plain: true, load: () => import('./CalendarScreen') }),
  defineScreen({ name: 'year', section: 'home', plain: true, load: () => import('./YearScreen') }),
]
