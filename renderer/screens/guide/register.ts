import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'guide', section: 'home', load: () => import('./GuideScreen') })]
