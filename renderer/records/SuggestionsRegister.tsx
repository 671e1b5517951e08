import { registers } from './tabs'
import { Register } from './Register'

export default function SuggestionsRegister() {
  return <Register type={registers.suggestions.types[0] ?? ''} />
}
