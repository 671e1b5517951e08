/** The general list, page and form, and the registers of the rail that need no screen of their own. */
import { defineScreen } from '../screens/define-screen'

const list = () => import('./ListScreen')

export const screens = [
  defineScreen({ name: 'list', load: list }),
  defineScreen({ name: 'record', load: () => import('./RecordScreen') }),
  defineScreen({ name: 'edit', load: () => import('./EditScreen') }),
  defineScreen({ name: 'meetings', section: 'meetings', load: () => import('./MeetingsRegister') }),
  defineScreen({ name: 'activities', section: 'activities', load: () => import('./ActivitiesRegister') }),
  defineScreen({ name: 'suggestions', section: 'suggestions', load: () => import('./SuggestionsRegister') }),
  defineScreen({ name: 'supervision', section: 'supervision', load: () => import('./SupervisionRegister') }),
  defineScreen({ name: 'sites', section: 'sites', load: () => import('./SitesRegister') }),
  defineScreen({ name: 'matters', section: 'matters', load: () => import('./MattersRegister') }),
  defineScreen({ name: 'funds', section: 'funds', load: () => import('./FundsRegister') }),
  defineScreen({ name: 'documents', section: 'documents', load: () => import('./DocumentsRegister') }),
]
