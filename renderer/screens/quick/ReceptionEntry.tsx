import type { ScreenProps } from '../../state/routes'
import { useForm } from './open-form'

/** 记接待: what a voter said, who received it, where. */
export default function ReceptionEntry({ route }: ScreenProps<'quick-reception'>) {
  return useForm('voter_matter', route.preset)
}
