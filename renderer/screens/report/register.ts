import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'annual-report', section: 'statistics', plain: true, load: () => import('./ReportScreen') })]
