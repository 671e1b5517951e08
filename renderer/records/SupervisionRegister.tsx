import { registers } from './tabs'
import { Register } from './Register'

export default function SupervisionRegister() {
  return <Register type={registers.supervision.types[0] ?? ''} />
}
