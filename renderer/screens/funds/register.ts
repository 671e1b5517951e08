import { defineScreen } from '../define-screen'
import './routes'

export const screens = [
  defineScreen({ name: 'funds', section: 'funds', load: () => import('./FundsHub') }),
  defineScreen({ name: 'list', types: ['budget'], section: 'funds', load: () => import('./FundsScreen') }),
  defineScreen({ name: 'record', types: ['budget'], section: 'funds', load: () => import('./BudgetPage') }),
  defineScreen({ name: 'fund-expense', section: 'funds', load: () => import('./ExpenseEntry') }),
  defineScreen({ name: 'fund-allowance', section: 'funds', load: () => import('./AllowanceScreen') }),
]
