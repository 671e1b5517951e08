import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'report', section: 'report', plain: true, load: () => import('./ReportingScreen') })]
