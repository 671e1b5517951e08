import { defineScreen } from '../define-screen'
import './routes'

export const screens = [
  defineScreen({ name: 'matters', section: 'matters', load: () => import('./ProjectsHub') }),
  defineScreen({ name: 'list', types: ['livelihood_project'], section: 'matters', load: () => import('./ProjectsScreen') }),
  defineScreen({ name: 'record', types: ['livelihood_project'], section: 'matters', load: () => import('./ProjectPage') }),
  defineScreen({ name: 'project-vote', section: 'matters', load: () => import('./BallotEntry') }),
]
