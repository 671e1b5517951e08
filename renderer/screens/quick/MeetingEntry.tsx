import type { ScreenProps } from '../../state/routes'
import { useForm } from './open-form'

/** 记会议: a meeting of the presidium; sessions are entered in their register. */
export default function MeetingEntry({ route }: ScreenProps<'quick-meeting'>) {
  return useForm('presidium_meeting', route.preset)
}
