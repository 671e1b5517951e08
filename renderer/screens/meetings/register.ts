import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'quick-meeting', section: 'meetings', load: () => import('./MeetingEntry') }),
  defineScreen({ name: 'record', types: ['session'], section: 'meetings', load: () => import('./SessionScreen') }),
  defineScreen({ name: 'record', types: ['presidium_meeting'], section: 'meetings', load: () => import('./PresidiumScreen') }),
]
