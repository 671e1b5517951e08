import { registers } from './tabs'
import { Register } from './Register'

export default function MeetingsRegister() {
  return <Register type={registers.meetings.types[0] ?? ''} />
}
