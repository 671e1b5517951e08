import './routes'
import { defineScreen } from '../define-screen'

export const screens = [
  defineScreen({ name: 'orders', section: 'orders', load: () => import('./OrdersScreen') }),
  defineScreen({ name: 'order-new', section: 'orders', load: () => import('./NewOrderScreen') }),
]
