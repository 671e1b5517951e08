import { registers } from './tabs'
import { Register } from './Register'

export default function FundsRegister() {
  return <Register type={registers.funds.types[0] ?? ''} />
}
