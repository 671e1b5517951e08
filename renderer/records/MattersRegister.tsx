import { registers } from './tabs'
import { Register } from './Register'

export default function MattersRegister() {
  return <Register type={registers.matters.types[0] ?? ''} />
}
