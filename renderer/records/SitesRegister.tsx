import { registers } from './tabs'
import { Register } from './Register'

export default function SitesRegister() {
  return <Register type={registers.sites.types[0] ?? ''} />
}
