import type { ScreenProps } from '../../state/routes'
import { useForm } from './open-form'

/** 记建议: from the paper form; its steps follow on its page. */
export default function SuggestionEntry({ route }: ScreenProps<'quick-suggestion'>) {
  return useForm('suggestion', route.preset)
}
