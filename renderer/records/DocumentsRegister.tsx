import { registers } from './tabs'
import { Register } from './Register'

export default function DocumentsRegister() {
  return <Register type={registers.documents.types[0] ?? ''} />
}
