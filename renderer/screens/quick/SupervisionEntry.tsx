import type { ScreenProps } from '../../state/routes'
import { useForm } from './open-form'

/** 记监督: an inspection, a visit, a survey. */
export default function SupervisionEntry({ route }: ScreenProps<'quick-supervision'>) {
  return useForm('supervision', route.preset)
}
