import { registers } from './tabs'
import { Register } from './Register'

export default function ActivitiesRegister() {
  return <Register type={registers.activities.types[0] ?? ''} />
}
