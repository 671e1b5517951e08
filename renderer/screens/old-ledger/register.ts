import './routes'
import { defineScreen } from '../define-screen'

export const screens = [defineScreen({ name: 'old-ledger', section: 'settings', plain: true, load: () => import('./OldLedgerScreen') })]
